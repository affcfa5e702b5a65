import type { Label } from '../../core/label';
import { isNumberTest, numberRange } from '../engine/number-range';
import { isRowField } from '../rule/row-fields';
import type { Filter, Measure, ValueTest } from '../rule/rule';
import { isKindFilter, kindWord, soleKind } from './nouns';
import { MONTHS, WEEKDAYS } from './rule-words';
import { bracketed, listOf, type Speech, someOf } from './speech';
import { unitOf, valueWords } from './value-words';

/** " on Saturdays and Sundays with Channel web"; a single kind of event is the noun itself. */
export function whereWords(s: Speech, measure: Measure, filters: readonly Filter[]): string {
  const times: string[] = [];
  const columns: string[] = [];
  for (const filter of filters) {
    if ('kind' in filter) {
      columns.push(filterWords(s, measure, filter, false));
      continue;
    }
    const { field, test } = filter;
    if (isKindFilter(measure, filter) && test.op === 'is-any-of') {
      if (soleKind(measure) === null)
        times.push(
          `(${listOf(
            s,
            someOf(
              s,
              test.values.map((k) => kindWord(s, k)),
            ),
          )})`,
        );
      continue;
    }
    const said = isRowField(field) ? rowFieldWords(s, field, test) : null;
    if (said !== null) times.push(said);
    else {
      const name = s.words.field(measure.of, field)[s.locale];
      columns.push(`${name}${s.say(' ', ': ')}${valueWords(s, test, unitOf(field), true)}`);
    }
  }
  const first = times.map((time) => ` ${time}`).join('');
  if (columns.length === 0) return first;
  return first + s.say(` with ${columns.join(' and ')}`, ` (${columns.join('; ')})`);
}

/** A filter inside a group: "(Channel web or on Saturdays)". */
export function filterWords(s: Speech, measure: Measure, filter: Filter, inner: boolean): string {
  if ('kind' in filter) {
    const parts = filter.filters.map((one) => filterWords(s, measure, one, true));
    const joined = parts.join(filter.kind === 'all' ? s.say(' and ', ' i ') : s.say(' or ', ' lub '));
    if (filter.kind === 'none') return s.say(`not (${joined})`, `nie (${joined})`);
    return bracketed(joined, inner && parts.length > 1);
  }
  const { field, test } = filter;
  const said = isRowField(field) ? rowFieldWords(s, field, test) : null;
  if (said !== null) return said;
  if (isKindFilter(measure, filter) && test.op === 'is-any-of')
    return listOf(
      s,
      someOf(
        s,
        test.values.map((k) => kindWord(s, k)),
      ),
    );
  return `${s.words.field(measure.of, field)[s.locale]}${s.say(' ', ': ')}${valueWords(s, test, unitOf(field), true)}`;
}

/** Days of the week, months and hours by their own names; null where the test is an unusual one. */
export function rowFieldWords(s: Speech, field: string, test: ValueTest): string | null {
  const numbers = wholeNumbers(test, field === 'weekday' ? [1, 7] : field === 'month' ? [1, 12] : [0, 23]);
  switch (field) {
    case 'weekday':
      return (
        numbers &&
        s.say('on ', 'w ') +
          listOf(
            s,
            numbers.map((n) => WEEKDAYS[n - 1]?.[s.locale] ?? ''),
            'and',
          )
      );
    case 'month':
      return (
        numbers &&
        s.say('in ', inPolish(MONTHS[(overNewYear(numbers)[0] ?? 1) - 1])) +
          listOf(
            s,
            overNewYear(numbers).map((n) => MONTHS[n - 1]?.[s.locale] ?? ''),
            'and',
          )
      );
    case 'hour':
      return numbers && numbers.length > 0
        ? s.say(
            `between ${numbers[0]}:00 and ${numbers.at(-1)}:59`,
            `między ${numbers[0]}:00 a ${numbers.at(-1)}:59`,
          )
        : null;
    case 'daysAgo':
      if (test.op === 'at-most' || (test.op === 'between' && test.from === 0)) {
        const days = (test.op === 'between' ? test.to : test.value) + 1;
        return s.say(`in the last ${days} days`, `w ciągu ostatnich ${days} dni`);
      }
      if (test.op === 'between')
        return s.say(`${test.from} to ${test.to} days ago`, `sprzed ${test.from}–${test.to} dni`);
      return null;
    default:
      return null;
  }
}

/** "we wtorki", "we wrześniu", and "w" before anything else. */
export function inPolish(next: Label | undefined): string {
  return next !== undefined && /^w[tr]/.test(next.pl) ? 'we ' : 'w ';
}

/** December, January, February: months that run over New Year start with the one after the gap. */
export function overNewYear(months: readonly number[]): readonly number[] {
  if (!months.includes(1) || !months.includes(12)) return months;
  const at = months.findIndex((month, i) => i > 0 && month - (months[i - 1] ?? 0) > 1);
  return at === -1 ? months : [...months.slice(at), ...months.slice(0, at)];
}

/** The whole numbers of a small range that a test names; null where it names them some other way. */
export function wholeNumbers(test: ValueTest, [first, last]: readonly [number, number]): number[] | null {
  const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  if (test.op === 'is-any-of') return range.filter((n) => test.values.includes(String(n)));
  if (!isNumberTest(test)) return null;
  const { lo, hi } = numberRange(test);
  const found = range.filter((n) => n >= lo && n <= hi);
  return found.length > 0 && found.length < range.length ? found : null;
}
