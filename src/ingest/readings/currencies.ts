/** Signs that name a currency. '' where several share the sign: money, of a currency that is not said. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['Rs.', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['৳', 'BDT'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['zł', 'PLN'],
  ['zl', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['lei', 'RON'],
  ['лв', 'BGN'],
  ['Fr.', 'CHF'],
  ['kr', ''],
  ['kr.', ''],
]);

export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BAM BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ' +
    'IQD ISK JOD JPY KES KRW KWD KZT LBP LKR LYD MAD MDL MKD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN PYG QAR RON ' +
    'RSD RUB SAR SEK SGD THB TND TRY TWD UAH UGX USD UYU VND XAF XOF ZAR'
  ).split(' '),
);

/** The currency a header names: `Amount spent (USD)`, `Cena [PLN]`, `revenue_eur`, `Kwota zł`; null where none. */
export function headerCurrency(header: string): string | null {
  const code = /(?:^|[^\p{L}])([A-Z]{3}|[a-z]{3})(?=$|[^\p{L}])/gu;
  for (const match of header.matchAll(code)) {
    const word = (match[1] as string).toUpperCase();
    if (CURRENCY_CODES.has(word) && (match[1] === word || !AMBIGUOUS_WORDS.has(word))) return word;
  }
  const sign = /(?:^|[\s([_-])(zł|zl|Kč|US\$|R\$|[$€£¥₹₽₺₴₪₩฿₫₱₦৳])(?=$|[\s)\]/])/u.exec(header)?.[1];
  return (sign !== undefined && CURRENCY_SIGNS.get(sign)) || null;
}

/** Codes that are words too when written small. */
const AMBIGUOUS_WORDS = new Set(['TRY', 'ALL', 'MAD', 'TOP', 'LEI', 'COP', 'PEN', 'SAR', 'RON']);
