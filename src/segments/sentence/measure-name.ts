import { assertNever } from '../../core/assert-never';
import type { Measure } from '../rule/rule';
import { whereWords } from './filter-words';
import { nounOf } from './nouns';
import type { Speech } from './speech';

export function measureName(s: Speech, measure: Measure): string {
  const noun = nounOf(measure);
  const where = whereWords(s, measure, measure.where ?? []);
  const rows = s.say(noun.en.other, noun.pl.many) + where;
  const field = measuredField(s, measure);
  switch (measure.stat) {
    case 'count':
      return s.say(`number of ${rows}`, `liczba ${rows}`);
    case 'sum':
      return measure.field === 'revenue'
        ? s.say(`money spent after refunds${where}`, `wydatki po zwrotach${where}`)
        : s.say(`total ${field}${where}`, `suma: ${field}${where}`);
    case 'mean':
      return measure.field === 'revenue' && measure.of === 'orders'
        ? s.say(`average order value${where}`, `średnia wartość zamówienia${where}`)
        : s.say(`average ${field}${where}`, `średnia: ${field}${where}`);
    case 'min':
      return s.say(`smallest ${field}${where}`, `najmniejsza wartość: ${field}${where}`);
    case 'max':
      return s.say(`largest ${field}${where}`, `największa wartość: ${field}${where}`);
    case 'distinct':
      return s.say(
        `number of different values of ${field} over ${rows}`,
        `liczba różnych wartości pola ${field} w ${noun.pl.within}${where}`,
      );
    case 'days-since-last':
      return s.say(`days since the last ${noun.en.one}${where}`, `dni od ostatniego z ${rows}`);
    case 'days-since-first':
      return s.say(`days since the first ${noun.en.one}${where}`, `dni od pierwszego z ${rows}`);
    case 'share':
      return s.say(`share of ${noun.en.other}${where}`, `udział ${noun.pl.many}${where}`);
    case 'share-of-gross':
      return s.say(
        `${field} as a share of order value${where}`,
        `${field} jako część wartości zamówień${where}`,
      );
    case 'rate':
      return s.say(`${rows} per 30 days`, `liczba ${rows} na 30 dni`);
    case 'median-gap':
      return s.say(`usual gap between ${rows}`, `zwykły odstęp między ${noun.pl.between}${where}`);
    case 'lateness':
      return s.say(
        `silence, in their own usual gaps between ${rows}`,
        `cisza, we własnych zwykłych odstępach między ${noun.pl.between}${where}`,
      );
    default:
      return assertNever(measure.stat);
  }
}

export function measuredField(s: Speech, measure: Measure): string {
  return s.words.field(measure.of, measure.field ?? 'revenue')[s.locale];
}
