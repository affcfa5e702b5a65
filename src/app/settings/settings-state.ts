import { amountsConverted } from '../../compare/measure/amounts-converted';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import { DEFAULT_SETTINGS } from '../../core/settings';
import type { RatePair, SettingsState, SourceClock } from '../../protocol/engine-api';
import type { RootRecord } from '../../store/root-record';
import type { EngineContext } from '../engine-context';
import { keptRates } from '../rates/kept-rates';
import { clockSource } from './clock-of';

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
    clocks: sourceClocks(current.root),
  };
}

/** People's tables take part: when somebody signed up is a moment too. Reports have days of their own making. */
export function sourceClocks(root: RootRecord): readonly SourceClock[] {
  const sources = new Map<string, SourceClock>();
  for (const { name, mapping, passport } of root.captures) {
    const { clock } = passport;
    const asked = mapping.table === 'people' || mapping.table === 'orders' || mapping.table === 'events';
    if (!asked || clock === undefined || clock.written === 'none') continue;
    const id = clockSource(passport, mapping.idSpace);
    const captures = [...(sources.get(id)?.captures ?? []), name];
    const { written, stated, said } = clock;
    sources.set(id, { id, tool: passport.tool, captures, written, stated, said });
  }
  return [...sources.values()];
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
