import { amountsConverted } from '../../compare/amounts-converted';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import { DEFAULT_SETTINGS } from '../../core/settings';
import type { RatePair, SettingsState } from '../../protocol/engine-api';
import type { EngineContext } from '../engine/context';
import { keptRates } from '../rates/kept-rates';

const ALWAYS = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  horizon: Number.POSITIVE_INFINITY,
  allTime: true,
  undated: true,
};

export async function settingsState({ store, held, inReporting }: EngineContext): Promise<SettingsState> {
  const [current, rates] = await Promise.all([held.current(), keptRates(store)]);
  const dataset = await inReporting(current);
  return {
    settings: current.root.settings ?? DEFAULT_SETTINGS,
    rates: { count: rates.length, sources: current.root.rates?.sources ?? [], pairs: ratePairs(rates) },
    converted: amountsConverted(dataset, ALWAYS) ?? null,
  };
}

/** Of rates by pair and day. */
export function ratePairs(rates: readonly ExchangeRate[]): readonly RatePair[] {
  const pairs = new Map<string, RatePair>();
  for (const { from, to, day } of rates) {
    const key = `${from}/${to}`;
    const known = pairs.get(key);
    pairs.set(key, {
      from,
      to,
      rates: (known?.rates ?? 0) + 1,
      firstDay: known?.firstDay ?? day,
      lastDay: day,
    });
  }
  return [...pairs.values()];
}
