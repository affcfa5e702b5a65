import type { Measure, SequenceStep, Span } from '../rule/rule';
import { whereWords } from './filter-words';
import { nounOf } from './nouns';
import type { Speech } from './speech';

/** "a mail opened, then within 3 days an order, then no returns": what is had, in the accusative. */
export function sequenceWords(s: Speech, steps: readonly SequenceStep[]): string {
  return steps
    .map((step, i) => {
      const after = step.within === undefined ? '' : ` ${spanWords(s, step.within)}`;
      const what = stepWords(s, step);
      if (step.not) return s.say(`then no ${what}${after}`, `a potem${after} bez ${what}`);
      return i === 0 ? what : s.say(`then${after} ${what}`, `potem${after} ${what}`);
    })
    .join(', ');
}

export function stepWords(s: Speech, { of, where = [], not }: SequenceStep): string {
  const measure: Measure = { of, stat: 'count', where };
  const said = whereWords(s, measure, where);
  if (of === 'items') {
    const held = where.length === 0 ? s.say(' with lines', ' z pozycjami') : said;
    return not ? s.say(`orders${held}`, `zamówień${held}`) : s.say(`an order${held}`, `zamówienie${held}`);
  }
  const noun = nounOf(measure);
  if (not) return s.say(noun.en.other, noun.pl.many) + said;
  return s.say(withArticle(noun.en.one), noun.pl.one) + said;
}

export function spanWords(s: Speech, { n, unit }: Span): string {
  if (unit === 'days' && n === 0) return s.say('on the same day', 'tego samego dnia');
  const one = n === 1;
  const [en, pl] = {
    minutes: [one ? 'minute' : 'minutes', one ? 'minuty' : 'minut'],
    hours: [one ? 'hour' : 'hours', one ? 'godziny' : 'godzin'],
    days: [one ? 'day' : 'days', one ? 'dnia' : 'dni'],
  }[unit] as [string, string];
  return s.say(`within ${n} ${en}`, `w ciągu ${n} ${pl}`);
}

export function withArticle(noun: string): string {
  if (noun.startsWith('other ')) return `an${noun}`;
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
