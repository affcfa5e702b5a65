import { Bitset } from '../core/bitset';
import { type BackTest, backTest } from '../learn/customer-value/back-test';
import type { HistoryOf } from '../learn/customer-value/customer-history';
import type { NoForecast } from '../learn/customer-value/fitting';
import { type Fitted, fitForecast, foretell, foretellValue } from '../learn/customer-value/forecast';
import type { PersonMeasure } from './engine/measure-people';
import { memo } from './engine/memo';
import { numberRange } from './engine/number-range';
import type { Scope } from './engine/scope';
import type { Rule } from './rule/rule';

export type Prediction = Extract<Rule, { readonly kind: 'prediction' }>;

/** Minor units, or chances; untold of whoever has no order, not held where no model fits. */
export interface Foretold extends PersonMeasure {
  readonly untold: Bitset;
  /** Why nothing is foretold; null where it is. */
  readonly reason: NoForecast | null;
}

/** What a prediction goes by of each person, made when somebody asks for it and kept for the as-of. */
export function foretold(scope: Scope, rule: Prediction): Foretold {
  const { dataset, asOf, currency } = scope;
  const { of } = rule;
  const days = of === 'order' ? rule.days : 0;
  return memo(dataset, `foretold ${of} ${days} ${asOf} ${of === 'value' ? currency : ''}`, () => {
    const fitted = fittedAt(scope, of);
    const values = new Float64Array(dataset.people.size).fill(Number.NaN);
    const untold = Bitset.full(dataset.people.size);
    if (fitted.reason === null) {
      const found = of === 'value' ? foretellValue(fitted) : foretell(of, fitted, days);
      for (let at = 0; at < found.length; at++) {
        values[fitted.rows[at]!] = found[at]!;
        untold.delete(fitted.rows[at]!);
      }
    }
    return {
      held: fitted.reason === null,
      values,
      atMost: null,
      untold,
      anchored: null,
      emptyIsZero: false,
      unit: of === 'value' ? 'money' : 'number',
      reason: fitted.reason,
    };
  });
}

/**
 * The same asked as of a moment that has been followed since, held against what came. Of value by a bound nobody is told
 * to have been taken: a year's money says nothing of shorter times.
 */
export function foretoldBefore(scope: Scope, rule: Prediction): BackTest {
  const { of, test } = rule;
  const taking =
    'share' in test ? { side: test.op, share: test.share } : of === 'value' ? null : numberRange(test);
  return memo(scope.dataset, `foretold before ${JSON.stringify(rule)} ${scope.asOf} ${scope.currency}`, () =>
    backTest(of, of === 'order' ? rule.days : 0, historyOf(scope), taking),
  );
}

/** Chances of several times stand on one fit. */
function fittedAt(scope: Scope, of: Prediction['of']): Fitted {
  const make = () => fitForecast(of, historyOf(scope));
  // A year's value stands on a fit of its own, which nobody else asks for.
  return of === 'value' ? make() : memo(scope.dataset, `buying fitted ${scope.asOf}`, make);
}

function historyOf({ dataset, asOf, currency }: Scope): HistoryOf {
  const people = Uint32Array.from({ length: dataset.people.size }, (_, p) => p);
  return { dataset, people, to: asOf, currency };
}
