import { NULL_CODE } from '../../core/column';
import { writtenCurrency } from '../readings/written-currency';

/** A dictionary of currencies that grows by what is asked for: `codeOf` takes any text that names one. */
export function currencyCodes(): {
  readonly dictionary: string[];
  readonly codeOf: (text: string) => number;
} {
  const dictionary: string[] = [];
  return {
    dictionary,
    codeOf(text) {
      const currency = writtenCurrency(text);
      if (currency === '') return NULL_CODE;
      const known = dictionary.indexOf(currency);
      return known === -1 ? dictionary.push(currency) - 1 : known;
    },
  };
}
