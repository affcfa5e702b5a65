import type { Locale } from '../../core/label';
import { formatList } from '../../i18n/format';
import { plural } from '../../i18n/plural';
import type { RuleWords } from './rule-words';

/** One language, with the names a rule's sentence is said in. */
export interface Speech {
  readonly locale: Locale;
  readonly words: RuleWords;
  say(en: string, pl: string): string;
}

export function speechIn(locale: Locale, words: RuleWords): Speech {
  return { locale, words, say: (en, pl) => (locale === 'en' ? en : pl) };
}

const MOST_VALUES = 5;

export function someOf(s: Speech, values: readonly string[]): string[] {
  if (values.length <= MOST_VALUES) return [...values];
  const more = values.length - MOST_VALUES;
  return [
    ...values.slice(0, MOST_VALUES),
    s.say(`${more} more`, `${more} ${plural('pl', more, { one: 'inna', few: 'inne', other: 'innych' })}`),
  ];
}

export function listOf(s: Speech, items: readonly string[], type: 'and' | 'or' = 'or'): string {
  return formatList(s.locale, items, type);
}

export function quoted(s: Speech, text: string): string {
  return s.say(`“${text}”`, `„${text}”`);
}

export function bracketed(text: string, inner: boolean): string {
  return inner ? `(${text})` : text;
}
