import { NULL_CODE } from './column';
import type { Dataset } from './dataset';

/**
 * The currency amounts were converted into; else the one most orders are in (the first met of equals). Null where none
 * is stated, or most state none.
 */
export function mainCurrency({ orders, converted }: Dataset): string | null {
  if (converted !== undefined) return converted.currency;
  let main = known.get(orders);
  if (main === undefined) {
    main = mostFrequent(orders);
    known.set(orders, main);
  }
  return main;
}

const known = new WeakMap<Dataset['orders'], string | null>();

function mostFrequent(orders: Dataset['orders']): string | null {
  const { codes, dictionary } = orders.currency;
  const counts = new Float64Array(dictionary.length + 1);
  for (let row = 0; row < codes.length; row++) counts[codes[row]! + 1]!++;
  let best = NULL_CODE;
  for (let code = 0; code < dictionary.length; code++) if (counts[code + 1]! > counts[best + 1]!) best = code;
  return best === NULL_CODE ? null : (dictionary[best] ?? null);
}
