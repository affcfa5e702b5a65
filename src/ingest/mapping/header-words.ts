/**
 * A header as plain lower-case words, so that `CustomerID`, `customer_id` and `Customer ID` are one, and Polish or
 * German can be compared without their marks: `Wartość zamówienia (PLN)` → `wartosc zamowienia pln`.
 */
export function headerWords(header: string): string {
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
