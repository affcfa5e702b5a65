/** A column is asked for its header's words by everything that looks at it. */
const known = new Map<string, string>();
const MOST_KNOWN = 2000;

/**
 * A header as plain lower-case words, so that `CustomerID`, `customer_id` and `Customer ID` are one, and Polish or
 * German can be compared without their marks: `Wartość zamówienia (PLN)` → `wartosc zamowienia pln`.
 */
export function headerWords(header: string): string {
  let words = known.get(header);
  if (words === undefined) {
    words = wordsOf(header);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(header, words);
  }
  return words;
}

function wordsOf(header: string): string {
  return header
    .replace(/^\ufeff/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim();
}
