import type { ExchangeRate } from '../../core/money/exchange-rate';
import type { Store } from '../../store/store';
import { type RateColumns, ratesOfColumns } from './rate-columns';

/** By pair and day. */
export async function keptRates(store: Store): Promise<readonly ExchangeRate[]> {
  const { values } = await store.read((root) => (root.rates === undefined ? [] : [root.rates.table]));
  const columns = values[0] as RateColumns | undefined;
  return columns === undefined ? [] : ratesOfColumns(columns);
}
