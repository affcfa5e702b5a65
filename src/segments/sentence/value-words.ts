import { assertNever } from '../../core/assert-never';
import { FIELDS, type Field } from '../../core/fields';
import { minorUnits } from '../../core/minor-units';
import { formatDay, formatMoney, formatNumber, formatPlain } from '../../i18n/format';
import { plural } from '../../i18n/plural';
import type { Measure, NumberTest, ValueTest } from '../rule/rule';
import type { Noun } from './rule-words';
import { listOf, quoted, type Speech, someOf } from './speech';

/** Measured amounts that are no field of their own. */
const MONEY_FIELDS = new Set(['revenue', 'gross', 'amount']);

/** The rest of "Country …": "is Poland or Germany". `bare` leaves the verb out, after a colon. */
export function valueWords(
  s: Speech,
  test: ValueTest,
  unit: 'money' | 'time' | 'number',
  bare = false,
): string {
  const is = bare ? '' : s.say('is ', 'to ');
  const given = bare ? '' : s.say('is ', 'jest ');
  switch (test.op) {
    case 'is-any-of':
      return is + listOf(s, someOf(s, test.values));
    case 'is-none-of':
      return s.say(
        `${is}none of ${listOf(s, someOf(s, test.values))}`,
        `${is}żadna z wartości: ${listOf(s, someOf(s, test.values))}`,
      );
    case 'contains':
      return s.say(`contains ${quoted(s, test.text)}`, `zawiera ${quoted(s, test.text)}`);
    case 'starts-with':
      return s.say(`starts with ${quoted(s, test.text)}`, `zaczyna się od ${quoted(s, test.text)}`);
    case 'is-empty':
      return s.say(`${given}empty`, bare ? 'brak' : 'nie jest podane');
    case 'is-filled':
      return given + s.say('given', 'podane');
    case 'is-yes':
      return s.say(`${is}yes`, `${is}tak`);
    case 'is-no':
      return s.say(`${is}no`, `${is}nie`);
    case 'before':
      return s.say(
        `${is}${formatDay('en', test.at)} or earlier`,
        `${is}najpóźniej ${formatDay('pl', test.at)}`,
      );
    case 'after':
      return s.say(
        `${is}${formatDay('en', test.at)} or later`,
        `${is}najwcześniej ${formatDay('pl', test.at)}`,
      );
    default:
      return (
        is +
        boundWords(s, test, (n) =>
          unit === 'time'
            ? formatDay(s.locale, n)
            : unit === 'money'
              ? moneyWords(s, n)
              : formatPlain(s.locale, n),
        )
      );
  }
}

export function amountWords(s: Speech, measure: Measure, test: NumberTest): string {
  const money = unitOf(measure.field ?? 'revenue') === 'money';
  return boundWords(s, test, (n) => (money ? moneyWords(s, n) : formatPlain(s.locale, n)));
}

export function moneyWords(s: Speech, major: number): string {
  const { currency } = s.words;
  if (currency === null) return formatNumber(s.locale, major, Number.isInteger(major) ? 0 : 2);
  return formatMoney(s.locale, major * minorUnits(currency), currency, {
    whole: Number.isInteger(major),
  });
}

/** "at least 3 orders": the noun agrees with the number before it. */
export function boundWords(
  s: Speech,
  test: NumberTest,
  number: (n: number) => string,
  noun?: (n: number) => string,
): string {
  const counted = (n: number) => (noun === undefined ? number(n) : `${number(n)} ${noun(n)}`);
  switch (test.op) {
    case 'at-least':
      return s.say(`at least ${counted(test.value)}`, `co najmniej ${counted(test.value)}`);
    case 'at-most':
      return s.say(`at most ${counted(test.value)}`, `najwyżej ${counted(test.value)}`);
    case 'more-than':
      return s.say(`more than ${counted(test.value)}`, `więcej niż ${counted(test.value)}`);
    case 'less-than':
      return s.say(
        `fewer than ${counted(test.value)}`.replace('fewer', noun ? 'fewer' : 'less'),
        `mniej niż ${counted(test.value)}`,
      );
    case 'equals':
      return s.say(`exactly ${counted(test.value)}`, `dokładnie ${counted(test.value)}`);
    case 'between':
      // After "do" comes the genitive, which is how five of anything are counted.
      return s.say(
        `${number(test.from)} to ${counted(test.to)}`,
        `od ${number(test.from)} do ${number(test.to)}${noun === undefined ? '' : ` ${noun(5)}`}`,
      );
    default:
      return assertNever(test);
  }
}

export function nounFor(s: Speech, noun: Noun, n: number): string {
  return plural(s.locale, n, s.locale === 'en' ? noun.en : noun.pl);
}

export function daysWord(s: Speech, n: number): string {
  return plural(s.locale, n, {
    one: s.say('day', 'dzień'),
    few: 'dni',
    many: 'dni',
    other: s.say('days', 'dnia'),
  });
}

export function unitOf(field: string): 'money' | 'time' | 'number' {
  if (MONEY_FIELDS.has(field)) return 'money';
  for (const fields of [FIELDS.people, FIELDS.orders, FIELDS.events] as readonly Readonly<
    Record<string, Field>
  >[]) {
    const type = Object.hasOwn(fields, field) ? fields[field]?.type : undefined;
    if (type === 'money' || type === 'time') return type;
  }
  return 'number';
}

/** As many as the number has, two at most. */
export function decimals(n: number): number {
  return Math.abs(n - Math.round(n)) < 1e-9 ? 0 : Math.abs(n * 10 - Math.round(n * 10)) < 1e-9 ? 1 : 2;
}
