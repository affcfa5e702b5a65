import type { Dataset } from '../../core/dataset';
import { inOneCurrency } from '../../core/money/in-one-currency';
import type { Store } from '../../store/store';
import type { Held } from '../held-data';
import { keptRates } from './kept-rates';

/**
 * What is held with its amounts in the reporting currency, made once a data version; as it is where none is set or no
 * rate is held.
 */
export function reportingDatasets(store: Store): (held: Held) => Promise<Dataset> {
  let last: { readonly of: Dataset; readonly made: Promise<Dataset> } | null = null;
  const make = async ({ root, dataset }: Held): Promise<Dataset> => {
    const reporting = root.settings?.reporting ?? null;
    if (reporting === null || root.rates === undefined) return dataset;
    const rates = await keptRates(store);
    return inOneCurrency(dataset, reporting, { rates, sources: root.rates.sources });
  };
  return (held) => {
    if (last?.of !== held.dataset) {
      const made = make(held);
      last = { of: held.dataset, made };
      // What failed is tried again by whoever asks next.
      made.catch(() => {
        last = null;
      });
    }
    return last.made;
  };
}
