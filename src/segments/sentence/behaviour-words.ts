import { assertNever } from '../../core/assert-never';
import { formatPercent, formatPlain } from '../../i18n/format';
import { plural } from '../../i18n/plural';
import type { Measure, NumberTest, Window } from '../rule/rule';
import { whereWords } from './filter-words';
import { measuredField } from './measure-name';
import { nounOf } from './nouns';
import type { Speech } from './speech';
import { amountWords, boundWords, daysWord, decimals, nounFor } from './value-words';
import { windowWords } from './window-words';

export function behaviourWords(s: Speech, measure: Measure, window: Window, test: NumberTest): string {
  const { locale } = s;
  const noun = nounOf(measure);
  const when = windowWords(s, window);
  const where = whereWords(s, measure, measure.where ?? []);
  const rows = s.say(noun.en.other, noun.pl.many) + where;
  switch (measure.stat) {
    case 'count': {
      if ((test.op === 'equals' || test.op === 'at-most') && test.value === 0)
        return s.say(`who have no ${rows}${when}`, `które nie mają żadnych ${rows}${when}`);
      const counted = boundWords(
        s,
        test,
        (n) => formatPlain(locale, n),
        (n) => nounFor(s, noun, n),
      );
      return s.say(`who have ${counted}${where}${when}`, `które mają ${counted}${where}${when}`);
    }
    case 'sum': {
      const amount = amountWords(s, measure, test);
      if (measure.field === 'revenue' && measure.of === 'orders')
        return s.say(
          `who have spent ${amount} after refunds${where}${when}`,
          `które wydały ${amount} po zwrotach${where}${when}`,
        );
      return s.say(
        `whose ${measuredField(s, measure)} adds up to ${amount} over ${rows}${when}`,
        `u których ${measuredField(s, measure)} to łącznie ${amount} dla ${rows}${when}`,
      );
    }
    case 'mean':
    case 'min':
    case 'max': {
      const amount = amountWords(s, measure, test);
      const which = {
        mean: s.say('average', 'średnia'),
        min: s.say('smallest', 'najmniejsza wartość:'),
        max: s.say('largest', 'największa wartość:'),
      }[measure.stat];
      const what =
        measure.stat === 'mean' && measure.field === 'revenue' && measure.of === 'orders'
          ? s.say('average order', 'średnia wartość zamówienia')
          : s.say(`${which} ${measuredField(s, measure)}`, `${which} ${measuredField(s, measure)}`);
      return s.say(
        `whose ${what}${where}${when} is ${amount}`,
        `u których ${what}${where}${when} to ${amount}`,
      );
    }
    case 'distinct': {
      if (measure.field === 'day') {
        const days = boundWords(
          s,
          test,
          (n) => formatPlain(locale, n),
          (n) =>
            plural(locale, n, {
              one: s.say('day', 'dniu'),
              other: s.say('different days', 'różnych dniach'),
            }),
        );
        return s.say(
          `who have ${rows} on ${days}${when}`,
          `które mają ${s.say('', noun.pl.few)}${where} w ${days}${when}`,
        );
      }
      const values = boundWords(
        s,
        test,
        (n) => formatPlain(locale, n),
        (n) =>
          plural(locale, n, {
            one: s.say('different value', 'różną wartość'),
            few: 'różne wartości',
            many: 'różnych wartości',
            other: s.say('different values', 'różnej wartości'),
          }),
      );
      return s.say(
        `who have ${values} of ${measuredField(s, measure)} over ${rows}${when}`,
        `które mają ${values} pola ${measuredField(s, measure)} w ${noun.pl.within}${where}${when}`,
      );
    }
    case 'days-since-last':
    case 'days-since-first': {
      const days = boundWords(
        s,
        test,
        (n) => formatPlain(locale, n),
        (n) => daysWord(s, n),
      );
      const last = measure.stat === 'days-since-last';
      return s.say(
        `who had their ${last ? 'last' : 'first'} ${noun.en.one}${where}${when} ${days} ago`,
        `które ${last ? noun.pl.last : noun.pl.first}${where}${when} miały ${days} temu`,
      );
    }
    case 'share': {
      const among = whereWords(s, measure, measure.among ?? []) + windowWords(s, window, true);
      if ((test.op === 'at-least' || test.op === 'equals') && test.value === 1)
        return s.say(
          `who have all their ${noun.en.other}${among}${where}`,
          `które mają wszystkie ${noun.pl.few}${among}${where}`,
        );
      if ((test.op === 'at-most' || test.op === 'equals') && test.value === 0)
        return s.say(
          `who have none of their ${noun.en.other}${among}${where}`,
          `które nie mają żadnych ${noun.pl.many}${among}${where}`,
        );
      const share = boundWords(s, test, (n) => formatPercent(locale, n, decimals(n * 100)));
      return s.say(
        `who have ${share} of their ${noun.en.other}${among}${where}`,
        `które mają ${share} swoich ${noun.pl.many}${among}${where}`,
      );
    }
    case 'share-of-gross': {
      const share = boundWords(s, test, (n) => formatPercent(locale, n, decimals(n * 100)));
      if (measure.field === 'refunded')
        return s.say(
          `who got back ${share} of what they paid${where}${when}`,
          `którym zwrócono ${share} zapłaconych kwot${where}${when}`,
        );
      return s.say(
        `whose ${measuredField(s, measure)} is ${share} of the order value${where}${when}`,
        `u których ${measuredField(s, measure)} to ${share} wartości zamówień${where}${when}`,
      );
    }
    case 'rate': {
      const rate = boundWords(
        s,
        test,
        (n) => formatPlain(locale, n),
        (n) => nounFor(s, noun, n),
      );
      return s.say(
        `who have ${rate}${where} per 30 days since their first${when}`,
        `które mają ${rate}${where} na 30 dni, licząc od pierwszego${when}`,
      );
    }
    case 'median-gap': {
      const days = boundWords(
        s,
        test,
        (n) => formatPlain(locale, n),
        (n) => daysWord(s, n),
      );
      return s.say(
        `whose usual gap between ${rows}${when} is ${days}`,
        `u których zwykły odstęp między ${noun.pl.between}${where}${when} to ${days}`,
      );
    }
    case 'lateness': {
      const times = boundWords(
        s,
        test,
        (n) => formatPlain(locale, n),
        (n) =>
          plural(locale, n, {
            one: s.say('time', 'raz'),
            few: 'razy',
            many: 'razy',
            other: s.say('times', 'raza'),
          }),
      );
      return s.say(
        `who have been silent for ${times} their own usual gap between ${rows}${when}`,
        `które milczą ${times} dłużej, niż trwa ich zwykły odstęp między ${noun.pl.between}${where}${when}`,
      );
    }
    default:
      return assertNever(measure.stat);
  }
}
