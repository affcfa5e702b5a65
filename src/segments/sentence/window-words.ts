import { assertNever } from '../../core/assert-never';
import { formatDay } from '../../i18n/format';
import type { Window } from '../rule/rule';
import { sequenceWords } from './sequence-words';
import type { Speech } from './speech';
import { daysWord } from './value-words';

/** `of`: of the things in the window rather than that they are in it. */
export function windowWords(s: Speech, window: Window, of = false): string {
  switch (window.kind) {
    case 'lifetime':
      return '';
    case 'last-days':
      if (window.days === 1) return s.say(' on the last day', ' w ostatnim dniu');
      return of
        ? s.say(` of the last ${window.days} days`, ` z ostatnich ${window.days} dni`)
        : s.say(` in the last ${window.days} days`, ` w ciągu ostatnich ${window.days} dni`);
    case 'days-ago': {
      const { from, to } = window;
      if (from === 0) return s.say(' on the last day', ' w ostatnim dniu');
      if (from === to)
        return s.say(` ${from} ${daysWord(s, from)} ago`, ` ${from} ${daysWord(s, from)} temu`);
      return s.say(` between ${from} and ${to} days ago`, ` od ${from} do ${to} dni temu`);
    }
    case 'before-sequence': {
      const what = sequenceWords(s, window.steps);
      return s.say(` before they first had ${what}`, `, zanim po raz pierwszy miały ${what}`);
    }
    case 'after-sequence': {
      const what = sequenceWords(s, window.steps);
      return s.say(` after they first had ${what}`, ` po tym, jak po raz pierwszy miały ${what}`);
    }
    case 'since-first-order':
      return s.say(
        ` within ${window.days} ${daysWord(s, window.days)} of their first order`,
        ` w ciągu ${window.days} ${window.days === 1 ? 'dnia' : 'dni'} od pierwszego zamówienia`,
      );
    case 'between':
      return s.say(
        ` from ${formatDay('en', window.from)} to ${formatDay('en', window.to)}`,
        ` od ${formatDay('pl', window.from)} do ${formatDay('pl', window.to)}`,
      );
    default:
      return assertNever(window);
  }
}
