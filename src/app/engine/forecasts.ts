import { mainCurrency } from '../../core/main-currency';
import type { ForecastMethods } from '../../protocol/api/forecasts';
import type { EngineClient } from '../../protocol/engine-api';
import { scopeOf } from '../../segments/engine/scope';
import { foretold, foretoldBefore } from '../../segments/foretold';
import { parseRule } from '../../segments/rule/parse-rule';
import type { EngineContext } from '../engine-context';

/** By less than this part of the error a forecast is no better than going on as before. */
const LEAST_GAIN = 0.01;

export function forecastUseCases({ catalogAt }: EngineContext): EngineClient<ForecastMethods> {
  return {
    async backTest({ prediction, asOf, currency }) {
      const { dataset, catalog } = await catalogAt(asOf, currency);
      const rule = parseRule(prediction);
      if (rule.kind !== 'prediction') throw new RangeError('only a prediction is tested');
      const scope = scopeOf(dataset, catalog.asOf, catalog.currency ?? mainCurrency(dataset));
      const test = foretoldBefore(scope, rule);
      const better = test.error <= test.plainError * (1 - LEAST_GAIN);
      return {
        ...test,
        asOf: catalog.asOf,
        currency: scope.currency,
        now: foretold(scope, rule).reason,
        verdict: test.reason !== null ? null : better ? 'better' : 'no-better',
      };
    },
  };
}
