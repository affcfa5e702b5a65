import { assertNever } from '../core/assert-never';
import { FIELDS, type Field } from '../core/fields';
import type { Label, Locale } from '../core/label';
import { minorUnits } from '../core/minor-units';
import { formatDay, formatList, formatMoney, formatNumber, formatPercent, formatPlain } from '../i18n/format';
import { plural } from '../i18n/plural';
import { isNumberTest } from './engine/number-range';
import { isRowField } from './row-fields';
import type {
  FieldFilter,
  Filter,
  Measure,
  NumberTest,
  Rule,
  SequenceStep,
  Span,
  ValueTest,
  Window,
} from './rule';
import {
  EVENT,
  EVENT_NOUNS,
  LINE,
  MONTHS,
  type Noun,
  ORDER,
  type RuleWords,
  ruleWords,
  WEEKDAYS,
} from './rule-words';
import { JOURNEY_LABELS, LIFECYCLE_LABELS, RFM_LABELS } from './stage-labels';

/** A rule read out: "People who have at least 2 orders in the last 90 days, and whose Country is Poland." */
export function ruleSentence(rule: Rule, words: RuleWords = ruleWords()): Label {
  return { en: new Reader('en', words).sentence(rule), pl: new Reader('pl', words).sentence(rule) };
}

const MOST_VALUES = 5;

/** Measured amounts that are no field of their own. */
const MONEY_FIELDS = new Set(['revenue', 'gross', 'amount']);

/** A relative clause with its own pronoun, so that clauses of any kind join: "who have …", "whose Age is …". */
type Clause =
  | { readonly kind: 'those'; readonly text: string }
  | { readonly kind: 'except'; readonly text: string }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'nobody' };

const those = (text: string): Clause => ({ kind: 'those', text });

class Reader {
  constructor(
    private readonly locale: Locale,
    private readonly words: RuleWords,
  ) {}

  private say(en: string, pl: string): string {
    return this.locale === 'en' ? en : pl;
  }

  sentence(rule: Rule): string {
    const rows = speaksOfRows(rule);
    const clause = this.clause(rule, false);
    switch (clause.kind) {
      case 'everyone':
        return rows ? this.say('All rows.', 'Wszystkie wiersze.') : this.say('Everyone.', 'Wszyscy.');
      case 'nobody':
        return rows ? this.say('No rows.', 'Żadne wiersze.') : this.say('Nobody.', 'Nikt.');
      case 'except':
        return rows
          ? this.say(`All rows but ${clause.text}.`, `Wszystkie wiersze oprócz ${clause.text}.`)
          : this.say(`Everyone but ${clause.text}.`, `Wszyscy oprócz ${clause.text}.`);
      case 'those':
        return `${rows ? this.say('Rows ', 'Wiersze, ') : this.say('People ', 'Osoby, ')}${clause.text}.`;
    }
  }

  private clause(rule: Rule, inner: boolean): Clause {
    switch (rule.kind) {
      case 'all':
        return this.all(rule.rules, inner);
      case 'any':
        return rule.rules.length === 0 ? { kind: 'nobody' } : those(this.either(rule.rules, inner));
      case 'none':
        return rule.rules.length === 0
          ? { kind: 'everyone' }
          : { kind: 'except', text: this.say('those ', 'tych, ') + this.either(rule.rules, false) };
      case 'attribute': {
        const { field, test } = rule;
        const name = this.words.field('people', field)[this.locale];
        return those(`${this.say('whose', 'u których')} ${name} ${this.value(test, unitOf(field))}`);
      }
      case 'dimension': {
        const name = this.words.dimension(rule.dimension)[this.locale];
        return those(`${this.say('where', 'w których')} ${name} ${this.value(rule.test, 'number')}`);
      }
      case 'behaviour':
        return those(this.behaviour(rule.measure, rule.window, rule.test));
      case 'rank':
        return those(this.rank(rule));
      case 'quantile':
        return those(this.quantile(rule));
      case 'sequence': {
        const what = this.sequence(rule.steps) + this.window(rule.window);
        return those(this.say(`who have ${what}`, `które mają ${what}`));
      }
      case 'rfm-scores': {
        const scores = (['r', 'f', 'm'] as const).flatMap((letter) => {
          const wanted = rule[letter];
          if (wanted === undefined) return [];
          return `${letter.toUpperCase()} ${this.list([...wanted].sort().map(String))}`;
        });
        const all = this.list(scores, 'and');
        return those(this.say(`whose RFM scores are ${all}`, `których oceny RFM to ${all}`));
      }
      case 'list': {
        const n = rule.people.length;
        return those(
          this.say(
            `who are on a list of ${formatPlain('en', n)} ${n === 1 ? 'person' : 'people'}`,
            `które są na liście ${formatPlain('pl', n)} ${n === 1 ? 'osoby' : 'osób'}`,
          ),
        );
      }
      case 'rfm': {
        const names = this.list(rule.groups.map((g) => this.quoted(RFM_LABELS[g][this.locale])));
        return those(this.say(`who are in the RFM group ${names}`, `które są w grupie RFM ${names}`));
      }
      case 'lifecycle': {
        const names = this.list(rule.stages.map((s) => this.quoted(LIFECYCLE_LABELS[s][this.locale])));
        const [en, pl] = {
          month: ['month by month', 'miesiąc po miesiącu'],
          quarter: ['quarter by quarter', 'kwartał po kwartale'],
          year: ['year by year', 'rok po roku'],
        }[rule.interval] as [string, string];
        return those(
          this.say(
            `whose lifecycle stage, ${en}, is ${names}`,
            `których etap cyklu życia, ${pl}, to ${names}`,
          ),
        );
      }
      case 'journey': {
        const names = this.list(rule.stages.map((s) => this.quoted(JOURNEY_LABELS[s][this.locale])));
        return those(this.say(`who are at the stage ${names}`, `które są na etapie ${names}`));
      }
      case 'segment': {
        const name = this.quoted(this.words.segment(rule.id)?.[this.locale] ?? rule.id);
        return those(this.say(`who are in the segment ${name}`, `które są w segmencie ${name}`));
      }
      case 'as-of': {
        const day = formatDay(this.locale, rule.at);
        const then = this.standing(this.clause(rule.rule, false));
        return those(
          this.say(
            `who as of ${day} were among those ${then}`,
            `które według stanu na ${day} należały do tych, ${then}`,
          ),
        );
      }
      default:
        return assertNever(rule);
    }
  }

  private either(rules: readonly Rule[], inner: boolean): string {
    const parts = rules.map((r) => this.standing(this.clause(r, rules.length > 1)));
    return bracketed(parts.join(this.say(' or ', ' lub ')), inner && parts.length > 1);
  }

  private all(rules: readonly Rule[], inner: boolean): Clause {
    const parts = rules
      .map((r) => this.clause(r, rules.length > 1))
      .filter(({ kind }) => kind !== 'everyone');
    if (parts.some(({ kind }) => kind === 'nobody')) return { kind: 'nobody' };
    const texts = (kind: 'those' | 'except') =>
      parts.flatMap((part) => (part.kind === kind ? [part.text] : []));
    const held = texts('those').join(this.say(', and ', ' i '));
    const but = texts('except').join(this.say(' and ', ' ani '));
    if (held === '') return but === '' ? { kind: 'everyone' } : { kind: 'except', text: but };
    const whole = but === '' ? held : this.say(`${held}, but not ${but}`, `${held}, ale bez ${but}`);
    return those(bracketed(whole, inner && parts.length > 1));
  }

  /** A clause that can stand among others. */
  private standing(clause: Clause): string {
    switch (clause.kind) {
      case 'those':
        return clause.text;
      case 'except':
        return this.say(`who are not among ${clause.text}`, `które nie należą do ${clause.text}`);
      case 'everyone':
        return this.say('who are anybody at all', 'które są kimkolwiek');
      case 'nobody':
        return this.say('who are nobody', 'które są nikim');
    }
  }

  private rank({ measure, window, side, share }: Rule & { readonly kind: 'rank' }): string {
    const part = formatPercent(this.locale, share, decimals(share * 100));
    const by = this.measureName(measure) + this.window(window);
    return side === 'top'
      ? this.say(`who are in the top ${part} by ${by}`, `które należą do górnych ${part} pod względem: ${by}`)
      : this.say(
          `who are in the bottom ${part} by ${by}`,
          `które należą do dolnych ${part} pod względem: ${by}`,
        );
  }

  private quantile({ measure, window, bands, from, to }: Rule & { readonly kind: 'quantile' }): string {
    const by = this.measureName(measure) + this.window(window);
    if (from === to)
      return this.say(
        `who are in band ${from} of ${bands} (1 the lowest) by ${by}`,
        `które są w grupie ${from} z ${bands} (1 to najniższa) pod względem: ${by}`,
      );
    return this.say(
      `who are in bands ${from} to ${to} of ${bands} (1 the lowest) by ${by}`,
      `które są w grupach od ${from} do ${to} z ${bands} (1 to najniższa) pod względem: ${by}`,
    );
  }

  /** "a mail opened, then within 3 days an order, then no returns": what is had, in the accusative. */
  private sequence(steps: readonly SequenceStep[]): string {
    return steps
      .map((step, i) => {
        const after = step.within === undefined ? '' : ` ${this.span(step.within)}`;
        const what = this.step(step);
        if (step.not) return this.say(`then no ${what}${after}`, `a potem${after} bez ${what}`);
        return i === 0 ? what : this.say(`then${after} ${what}`, `potem${after} ${what}`);
      })
      .join(', ');
  }

  private step({ of, where = [], not }: SequenceStep): string {
    const measure: Measure = { of, stat: 'count', where };
    const said = this.where(measure, where);
    if (of === 'items') {
      const held = where.length === 0 ? this.say(' with lines', ' z pozycjami') : said;
      return not
        ? this.say(`orders${held}`, `zamówień${held}`)
        : this.say(`an order${held}`, `zamówienie${held}`);
    }
    const noun = nounOf(measure);
    if (not) return this.say(noun.en.other, noun.pl.many) + said;
    return this.say(withArticle(noun.en.one), noun.pl.one) + said;
  }

  private span({ n, unit }: Span): string {
    if (unit === 'days' && n === 0) return this.say('on the same day', 'tego samego dnia');
    const one = n === 1;
    const [en, pl] = {
      minutes: [one ? 'minute' : 'minutes', one ? 'minuty' : 'minut'],
      hours: [one ? 'hour' : 'hours', one ? 'godziny' : 'godzin'],
      days: [one ? 'day' : 'days', one ? 'dnia' : 'dni'],
    }[unit] as [string, string];
    return this.say(`within ${n} ${en}`, `w ciągu ${n} ${pl}`);
  }

  private behaviour(measure: Measure, window: Window, test: NumberTest): string {
    const { locale } = this;
    const noun = nounOf(measure);
    const when = this.window(window);
    const where = this.where(measure, measure.where ?? []);
    const rows = this.say(noun.en.other, noun.pl.many) + where;
    switch (measure.stat) {
      case 'count': {
        if ((test.op === 'equals' || test.op === 'at-most') && test.value === 0)
          return this.say(`who have no ${rows}${when}`, `które nie mają żadnych ${rows}${when}`);
        const counted = this.bound(
          test,
          (n) => formatPlain(locale, n),
          (n) => this.noun(noun, n),
        );
        return this.say(`who have ${counted}${where}${when}`, `które mają ${counted}${where}${when}`);
      }
      case 'sum': {
        const amount = this.amount(measure, test);
        if (measure.field === 'revenue' && measure.of === 'orders')
          return this.say(
            `who have spent ${amount} after refunds${where}${when}`,
            `które wydały ${amount} po zwrotach${where}${when}`,
          );
        return this.say(
          `whose ${this.field(measure)} adds up to ${amount} over ${rows}${when}`,
          `u których ${this.field(measure)} to łącznie ${amount} dla ${rows}${when}`,
        );
      }
      case 'mean':
      case 'min':
      case 'max': {
        const amount = this.amount(measure, test);
        const which = {
          mean: this.say('average', 'średnia'),
          min: this.say('smallest', 'najmniejsza wartość:'),
          max: this.say('largest', 'największa wartość:'),
        }[measure.stat];
        const what =
          measure.stat === 'mean' && measure.field === 'revenue' && measure.of === 'orders'
            ? this.say('average order', 'średnia wartość zamówienia')
            : this.say(`${which} ${this.field(measure)}`, `${which} ${this.field(measure)}`);
        return this.say(
          `whose ${what}${where}${when} is ${amount}`,
          `u których ${what}${where}${when} to ${amount}`,
        );
      }
      case 'distinct': {
        if (measure.field === 'day') {
          const days = this.bound(
            test,
            (n) => formatPlain(locale, n),
            (n) =>
              plural(locale, n, {
                one: this.say('day', 'dniu'),
                other: this.say('different days', 'różnych dniach'),
              }),
          );
          return this.say(
            `who have ${rows} on ${days}${when}`,
            `które mają ${this.say('', noun.pl.few)}${where} w ${days}${when}`,
          );
        }
        const values = this.bound(
          test,
          (n) => formatPlain(locale, n),
          (n) =>
            plural(locale, n, {
              one: this.say('different value', 'różną wartość'),
              few: 'różne wartości',
              many: 'różnych wartości',
              other: this.say('different values', 'różnej wartości'),
            }),
        );
        return this.say(
          `who have ${values} of ${this.field(measure)} over ${rows}${when}`,
          `które mają ${values} pola ${this.field(measure)} w ${noun.pl.within}${where}${when}`,
        );
      }
      case 'days-since-last':
      case 'days-since-first': {
        const days = this.bound(
          test,
          (n) => formatPlain(locale, n),
          (n) => this.days(n),
        );
        const last = measure.stat === 'days-since-last';
        return this.say(
          `who had their ${last ? 'last' : 'first'} ${noun.en.one}${where}${when} ${days} ago`,
          `które ${last ? noun.pl.last : noun.pl.first}${where}${when} miały ${days} temu`,
        );
      }
      case 'share': {
        const among = this.where(measure, measure.among ?? []) + this.window(window, true);
        if ((test.op === 'at-least' || test.op === 'equals') && test.value === 1)
          return this.say(
            `who have all their ${noun.en.other}${among}${where}`,
            `które mają wszystkie ${noun.pl.few}${among}${where}`,
          );
        if ((test.op === 'at-most' || test.op === 'equals') && test.value === 0)
          return this.say(
            `who have none of their ${noun.en.other}${among}${where}`,
            `które nie mają żadnych ${noun.pl.many}${among}${where}`,
          );
        const share = this.bound(test, (n) => formatPercent(locale, n, decimals(n * 100)));
        return this.say(
          `who have ${share} of their ${noun.en.other}${among}${where}`,
          `które mają ${share} swoich ${noun.pl.many}${among}${where}`,
        );
      }
      case 'share-of-gross': {
        const share = this.bound(test, (n) => formatPercent(locale, n, decimals(n * 100)));
        if (measure.field === 'refunded')
          return this.say(
            `who got back ${share} of what they paid${where}${when}`,
            `którym zwrócono ${share} zapłaconych kwot${where}${when}`,
          );
        return this.say(
          `whose ${this.field(measure)} is ${share} of the order value${where}${when}`,
          `u których ${this.field(measure)} to ${share} wartości zamówień${where}${when}`,
        );
      }
      case 'rate': {
        const rate = this.bound(
          test,
          (n) => formatPlain(locale, n),
          (n) => this.noun(noun, n),
        );
        return this.say(
          `who have ${rate}${where} per 30 days since their first${when}`,
          `które mają ${rate}${where} na 30 dni, licząc od pierwszego${when}`,
        );
      }
      case 'median-gap': {
        const days = this.bound(
          test,
          (n) => formatPlain(locale, n),
          (n) => this.days(n),
        );
        return this.say(
          `whose usual gap between ${rows}${when} is ${days}`,
          `u których zwykły odstęp między ${noun.pl.between}${where}${when} to ${days}`,
        );
      }
      case 'lateness': {
        const times = this.bound(
          test,
          (n) => formatPlain(locale, n),
          (n) =>
            plural(locale, n, {
              one: this.say('time', 'raz'),
              few: 'razy',
              many: 'razy',
              other: this.say('times', 'raza'),
            }),
        );
        return this.say(
          `who have been silent for ${times} their own usual gap between ${rows}${when}`,
          `które milczą ${times} dłużej, niż trwa ich zwykły odstęp między ${noun.pl.between}${where}${when}`,
        );
      }
      default:
        return assertNever(measure.stat);
    }
  }

  private measureName(measure: Measure): string {
    const noun = nounOf(measure);
    const where = this.where(measure, measure.where ?? []);
    const rows = this.say(noun.en.other, noun.pl.many) + where;
    const field = this.field(measure);
    switch (measure.stat) {
      case 'count':
        return this.say(`number of ${rows}`, `liczba ${rows}`);
      case 'sum':
        return measure.field === 'revenue'
          ? this.say(`money spent after refunds${where}`, `wydatki po zwrotach${where}`)
          : this.say(`total ${field}${where}`, `suma: ${field}${where}`);
      case 'mean':
        return measure.field === 'revenue' && measure.of === 'orders'
          ? this.say(`average order value${where}`, `średnia wartość zamówienia${where}`)
          : this.say(`average ${field}${where}`, `średnia: ${field}${where}`);
      case 'min':
        return this.say(`smallest ${field}${where}`, `najmniejsza wartość: ${field}${where}`);
      case 'max':
        return this.say(`largest ${field}${where}`, `największa wartość: ${field}${where}`);
      case 'distinct':
        return this.say(
          `number of different values of ${field} over ${rows}`,
          `liczba różnych wartości pola ${field} w ${noun.pl.within}${where}`,
        );
      case 'days-since-last':
        return this.say(`days since the last ${noun.en.one}${where}`, `dni od ostatniego z ${rows}`);
      case 'days-since-first':
        return this.say(`days since the first ${noun.en.one}${where}`, `dni od pierwszego z ${rows}`);
      case 'share':
        return this.say(`share of ${noun.en.other}${where}`, `udział ${noun.pl.many}${where}`);
      case 'share-of-gross':
        return this.say(
          `${field} as a share of order value${where}`,
          `${field} jako część wartości zamówień${where}`,
        );
      case 'rate':
        return this.say(`${rows} per 30 days`, `liczba ${rows} na 30 dni`);
      case 'median-gap':
        return this.say(`usual gap between ${rows}`, `zwykły odstęp między ${noun.pl.between}${where}`);
      case 'lateness':
        return this.say(
          `silence, in their own usual gaps between ${rows}`,
          `cisza, we własnych zwykłych odstępach między ${noun.pl.between}${where}`,
        );
      default:
        return assertNever(measure.stat);
    }
  }

  /** `of`: of the things in the window rather than that they are in it. */
  private window(window: Window, of = false): string {
    switch (window.kind) {
      case 'lifetime':
        return '';
      case 'last-days':
        if (window.days === 1) return this.say(' on the last day', ' w ostatnim dniu');
        return of
          ? this.say(` of the last ${window.days} days`, ` z ostatnich ${window.days} dni`)
          : this.say(` in the last ${window.days} days`, ` w ciągu ostatnich ${window.days} dni`);
      case 'days-ago': {
        const { from, to } = window;
        if (from === 0) return this.say(' on the last day', ' w ostatnim dniu');
        if (from === to)
          return this.say(` ${from} ${this.days(from)} ago`, ` ${from} ${this.days(from)} temu`);
        return this.say(` between ${from} and ${to} days ago`, ` od ${from} do ${to} dni temu`);
      }
      case 'before-sequence': {
        const what = this.sequence(window.steps);
        return this.say(` before they first had ${what}`, `, zanim po raz pierwszy miały ${what}`);
      }
      case 'after-sequence': {
        const what = this.sequence(window.steps);
        return this.say(` after they first had ${what}`, ` po tym, jak po raz pierwszy miały ${what}`);
      }
      case 'since-first-order':
        return this.say(
          ` within ${window.days} ${this.days(window.days)} of their first order`,
          ` w ciągu ${window.days} ${window.days === 1 ? 'dnia' : 'dni'} od pierwszego zamówienia`,
        );
      case 'between':
        return this.say(
          ` from ${formatDay('en', window.from)} to ${formatDay('en', window.to)}`,
          ` od ${formatDay('pl', window.from)} do ${formatDay('pl', window.to)}`,
        );
      default:
        return assertNever(window);
    }
  }

  /** " on Saturdays and Sundays with Channel web"; a single kind of event is the noun itself. */
  private where(measure: Measure, filters: readonly Filter[]): string {
    const times: string[] = [];
    const columns: string[] = [];
    for (const filter of filters) {
      if ('kind' in filter) {
        columns.push(this.filter(measure, filter, false));
        continue;
      }
      const { field, test } = filter;
      if (isKindFilter(measure, filter) && test.op === 'is-any-of') {
        if (soleKind(measure) === null)
          times.push(`(${this.list(this.some(test.values.map((k) => this.kind(k))))})`);
        continue;
      }
      const said = isRowField(field) ? this.rowField(field, test) : null;
      if (said !== null) times.push(said);
      else {
        const name = this.words.field(measure.of, field)[this.locale];
        columns.push(`${name}${this.say(' ', ': ')}${this.value(test, unitOf(field), true)}`);
      }
    }
    const first = times.map((time) => ` ${time}`).join('');
    if (columns.length === 0) return first;
    return first + this.say(` with ${columns.join(' and ')}`, ` (${columns.join('; ')})`);
  }

  /** A filter inside a group: "(Channel web or on Saturdays)". */
  private filter(measure: Measure, filter: Filter, inner: boolean): string {
    if ('kind' in filter) {
      const parts = filter.filters.map((one) => this.filter(measure, one, true));
      const joined = parts.join(filter.kind === 'all' ? this.say(' and ', ' i ') : this.say(' or ', ' lub '));
      if (filter.kind === 'none') return this.say(`not (${joined})`, `nie (${joined})`);
      return bracketed(joined, inner && parts.length > 1);
    }
    const { field, test } = filter;
    const said = isRowField(field) ? this.rowField(field, test) : null;
    if (said !== null) return said;
    if (isKindFilter(measure, filter) && test.op === 'is-any-of')
      return this.list(this.some(test.values.map((k) => this.kind(k))));
    return `${this.words.field(measure.of, field)[this.locale]}${this.say(' ', ': ')}${this.value(test, unitOf(field), true)}`;
  }

  /** Days of the week, months and hours by their own names; null where the test is an unusual one. */
  private rowField(field: string, test: ValueTest): string | null {
    const numbers = wholeNumbers(test, field === 'weekday' ? [1, 7] : field === 'month' ? [1, 12] : [0, 23]);
    switch (field) {
      case 'weekday':
        return (
          numbers &&
          this.say('on ', 'w ') +
            this.list(
              numbers.map((n) => WEEKDAYS[n - 1]?.[this.locale] ?? ''),
              'and',
            )
        );
      case 'month':
        return (
          numbers &&
          this.say('in ', inPolish(MONTHS[(overNewYear(numbers)[0] ?? 1) - 1])) +
            this.list(
              overNewYear(numbers).map((n) => MONTHS[n - 1]?.[this.locale] ?? ''),
              'and',
            )
        );
      case 'hour':
        return numbers && numbers.length > 0
          ? this.say(
              `between ${numbers[0]}:00 and ${numbers.at(-1)}:59`,
              `między ${numbers[0]}:00 a ${numbers.at(-1)}:59`,
            )
          : null;
      case 'daysAgo':
        if (test.op === 'at-most' || (test.op === 'between' && test.from === 0)) {
          const days = (test.op === 'between' ? test.to : test.value) + 1;
          return this.say(`in the last ${days} days`, `w ciągu ostatnich ${days} dni`);
        }
        if (test.op === 'between')
          return this.say(`${test.from} to ${test.to} days ago`, `sprzed ${test.from}–${test.to} dni`);
        return null;
      default:
        return null;
    }
  }

  /** The rest of "Country …": "is Poland or Germany". `bare` leaves the verb out, after a colon. */
  private value(test: ValueTest, unit: 'money' | 'time' | 'number', bare = false): string {
    const is = bare ? '' : this.say('is ', 'to ');
    const given = bare ? '' : this.say('is ', 'jest ');
    switch (test.op) {
      case 'is-any-of':
        return is + this.list(this.some(test.values));
      case 'is-none-of':
        return this.say(
          `${is}none of ${this.list(this.some(test.values))}`,
          `${is}żadna z wartości: ${this.list(this.some(test.values))}`,
        );
      case 'contains':
        return this.say(`contains ${this.quoted(test.text)}`, `zawiera ${this.quoted(test.text)}`);
      case 'starts-with':
        return this.say(`starts with ${this.quoted(test.text)}`, `zaczyna się od ${this.quoted(test.text)}`);
      case 'is-empty':
        return this.say(`${given}empty`, bare ? 'brak' : 'nie jest podane');
      case 'is-filled':
        return given + this.say('given', 'podane');
      case 'is-yes':
        return this.say(`${is}yes`, `${is}tak`);
      case 'is-no':
        return this.say(`${is}no`, `${is}nie`);
      case 'before':
        return this.say(
          `${is}${formatDay('en', test.at)} or earlier`,
          `${is}najpóźniej ${formatDay('pl', test.at)}`,
        );
      case 'after':
        return this.say(
          `${is}${formatDay('en', test.at)} or later`,
          `${is}najwcześniej ${formatDay('pl', test.at)}`,
        );
      default:
        return (
          is +
          this.bound(test, (n) =>
            unit === 'time'
              ? formatDay(this.locale, n)
              : unit === 'money'
                ? this.money(n)
                : formatPlain(this.locale, n),
          )
        );
    }
  }

  private amount(measure: Measure, test: NumberTest): string {
    const money = unitOf(measure.field ?? 'revenue') === 'money';
    return this.bound(test, (n) => (money ? this.money(n) : formatPlain(this.locale, n)));
  }

  private money(major: number): string {
    const { currency } = this.words;
    if (currency === null) return formatNumber(this.locale, major, Number.isInteger(major) ? 0 : 2);
    return formatMoney(this.locale, major * minorUnits(currency), currency, {
      whole: Number.isInteger(major),
    });
  }

  /** "at least 3 orders": the noun agrees with the number before it. */
  private bound(test: NumberTest, number: (n: number) => string, noun?: (n: number) => string): string {
    const counted = (n: number) => (noun === undefined ? number(n) : `${number(n)} ${noun(n)}`);
    switch (test.op) {
      case 'at-least':
        return this.say(`at least ${counted(test.value)}`, `co najmniej ${counted(test.value)}`);
      case 'at-most':
        return this.say(`at most ${counted(test.value)}`, `najwyżej ${counted(test.value)}`);
      case 'more-than':
        return this.say(`more than ${counted(test.value)}`, `więcej niż ${counted(test.value)}`);
      case 'less-than':
        return this.say(
          `fewer than ${counted(test.value)}`.replace('fewer', noun ? 'fewer' : 'less'),
          `mniej niż ${counted(test.value)}`,
        );
      case 'equals':
        return this.say(`exactly ${counted(test.value)}`, `dokładnie ${counted(test.value)}`);
      case 'between':
        // After "do" comes the genitive, which is how five of anything are counted.
        return this.say(
          `${number(test.from)} to ${counted(test.to)}`,
          `od ${number(test.from)} do ${number(test.to)}${noun === undefined ? '' : ` ${noun(5)}`}`,
        );
      default:
        return assertNever(test);
    }
  }

  private noun(noun: Noun, n: number): string {
    return plural(this.locale, n, this.locale === 'en' ? noun.en : noun.pl);
  }

  private days(n: number): string {
    return plural(this.locale, n, {
      one: this.say('day', 'dzień'),
      few: 'dni',
      many: 'dni',
      other: this.say('days', 'dnia'),
    });
  }

  private field(measure: Measure): string {
    return this.words.field(measure.of, measure.field ?? 'revenue')[this.locale];
  }

  private kind(kind: string): string {
    const noun = nounOfKind(kind);
    return noun === null ? kind : this.say(noun.en.other, noun.pl.few);
  }

  private some(values: readonly string[]): string[] {
    if (values.length <= MOST_VALUES) return [...values];
    const more = values.length - MOST_VALUES;
    return [
      ...values.slice(0, MOST_VALUES),
      this.say(
        `${more} more`,
        `${more} ${plural('pl', more, { one: 'inna', few: 'inne', other: 'innych' })}`,
      ),
    ];
  }

  private list(items: readonly string[], type: 'and' | 'or' = 'or'): string {
    return formatList(this.locale, items, type);
  }

  private quoted(text: string): string {
    return this.say(`“${text}”`, `„${text}”`);
  }
}

function nounOf(measure: Measure): Noun {
  if (measure.of === 'orders') return ORDER;
  if (measure.of === 'items') return LINE;
  return nounOfKind(soleKind(measure)) ?? EVENT;
}

function nounOfKind(kind: string | null): Noun | null {
  return kind !== null && Object.hasOwn(EVENT_NOUNS, kind)
    ? EVENT_NOUNS[kind as keyof typeof EVENT_NOUNS]
    : null;
}

function isKindFilter(measure: Measure, filter: Filter): filter is FieldFilter {
  if ('kind' in filter) return false;
  const { field, test } = filter;
  return measure.of === 'events' && field === 'kind' && test.op === 'is-any-of';
}

/** The one known kind a measure of events is about; null of several, or none. */
function soleKind(measure: Measure): string | null {
  const of = measure.stat === 'share' ? measure.among : measure.where;
  const filters = (of ?? []).filter((filter): filter is FieldFilter => isKindFilter(measure, filter));
  const test = filters.length === 1 ? filters[0]?.test : undefined;
  const [kind, more] = test?.op === 'is-any-of' ? test.values : [];
  return kind !== undefined && more === undefined && nounOfKind(kind) !== null ? kind : null;
}

/** "we wtorki", "we wrześniu", and "w" before anything else. */
function inPolish(next: Label | undefined): string {
  return next !== undefined && /^w[tr]/.test(next.pl) ? 'we ' : 'w ';
}

/** December, January, February: months that run over New Year start with the one after the gap. */
function overNewYear(months: readonly number[]): readonly number[] {
  if (!months.includes(1) || !months.includes(12)) return months;
  const at = months.findIndex((month, i) => i > 0 && month - (months[i - 1] ?? 0) > 1);
  return at === -1 ? months : [...months.slice(at), ...months.slice(0, at)];
}

function unitOf(field: string): 'money' | 'time' | 'number' {
  if (MONEY_FIELDS.has(field)) return 'money';
  for (const fields of [FIELDS.people, FIELDS.orders, FIELDS.events] as readonly Readonly<
    Record<string, Field>
  >[]) {
    const type = Object.hasOwn(fields, field) ? fields[field]?.type : undefined;
    if (type === 'money' || type === 'time') return type;
  }
  return 'number';
}

function speaksOfRows(rule: Rule): boolean {
  if (rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'none')
    return rule.rules.some(speaksOfRows);
  return rule.kind === 'dimension';
}

/** The whole numbers of a small range that a test names; null where it names them some other way. */
function wholeNumbers(test: ValueTest, [first, last]: readonly [number, number]): number[] | null {
  const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  if (test.op === 'is-any-of') return range.filter((n) => test.values.includes(String(n)));
  if (!isNumberTest(test)) return null;
  const found = range.filter((n) => {
    switch (test.op) {
      case 'at-least':
        return n >= test.value;
      case 'at-most':
        return n <= test.value;
      case 'more-than':
        return n > test.value;
      case 'less-than':
        return n < test.value;
      case 'equals':
        return n === test.value;
      case 'between':
        return n >= test.from && n <= test.to;
      default:
        return false;
    }
  });
  return found.length > 0 && found.length < range.length ? found : null;
}

function withArticle(noun: string): string {
  if (noun.startsWith('other ')) return `an${noun}`;
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function bracketed(text: string, inner: boolean): string {
  return inner ? `(${text})` : text;
}

/** As many as the number has, two at most. */
function decimals(n: number): number {
  return Math.abs(n - Math.round(n)) < 1e-9 ? 0 : Math.abs(n * 10 - Math.round(n * 10)) < 1e-9 ? 1 : 2;
}
