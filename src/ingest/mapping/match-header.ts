import { headerWords } from './header-words';

/** Single words that name a field even inside a longer header (`Billing city`, `Kwota brutto w PLN`). */
const TELLING = new Set(
  (
    'email mail phone telefon telephone mobile country kraj land city miasto stadt currency waluta wahrung quantity ' +
    'qty ilosc menge price cena preis total amount kwota betrag revenue przychod umsatz sku discount rabat rabatt ' +
    'refund refunded zwrot tax vat podatek coupon kupon category kategoria kategorie product produkt gender plec ' +
    'geschlecht date data datum newsletter birthday timestamp'
  ).split(' '),
);

/** Money, its marks, what it is counted in and time zones in a header say nothing of what the column is. */
const CURRENCY_WORDS =
  /(?:^|\s)(?:pln|zl|eur|euro|usd|gbp|czk|chf|sek|nok|dkk|huf|ron|uah|jpy|cad|aud|w|in|net|netto|brutto|micros|cents|grosze|groszach|minor|units|utc|gmt|cet)(?=\s|$)/g;

/** How well one field's names fit headers. */
export interface HeaderMatcher {
  /** 1 the very name, 0 no likeness. */
  score(header: string): number;
}

/** `synonyms`: names parted by commas, in the form `headerWords` gives. */
export function headerMatcher(synonyms: string): HeaderMatcher {
  const phrases = synonyms.split(', ');
  const whole = new Set(phrases);
  const compact = new Set(phrases.map((p) => p.replaceAll(' ', '')));
  return {
    score(header) {
      const words = headerWords(header);
      if (words === '') return 0;
      if (whole.has(words)) return 1;
      if (compact.has(words.replaceAll(' ', ''))) return 0.97;
      const bare = words.replace(CURRENCY_WORDS, ' ').replace(/\s+/g, ' ').trim();
      if (bare !== '' && whole.has(bare)) return 0.95;
      return partial(bare === '' ? words : bare, phrases);
    },
  };
}

/** The longest name that stands in the header as whole words: 0.5 to 0.85 by how much of the header it is. */
function partial(words: string, phrases: readonly string[]): number {
  const padded = ` ${words} `;
  const length = words.split(' ').length;
  let best = 0;
  for (const phrase of phrases) {
    if (!padded.includes(` ${phrase} `)) continue;
    const own = phrase.split(' ').length;
    if (own === 1 && !TELLING.has(phrase)) continue;
    best = Math.max(best, 0.5 + (0.35 * own) / length);
  }
  return best;
}
