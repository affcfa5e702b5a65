import { assertNever } from '../../core/assert-never';
import type { Label } from '../../core/label';
import { formatDay, formatPlain } from '../../i18n/format';
import type { Rule } from '../rule/rule';
import { JOURNEY_LABELS, LIFECYCLE_LABELS, RFM_LABELS } from '../stage-labels';
import { behaviourWords } from './behaviour-words';
import { predictionWords } from './prediction-words';
import { quantileWords, rankWords } from './ranked-words';
import { type RuleWords, ruleWords } from './rule-words';
import { sequenceWords } from './sequence-words';
import { bracketed, listOf, quoted, type Speech, speechIn } from './speech';
import { unitOf, valueWords } from './value-words';
import { windowWords } from './window-words';

/** A rule read out: "People who have at least 2 orders in the last 90 days, and whose Country is Poland." */
export function ruleSentence(rule: Rule, words: RuleWords = ruleWords()): Label {
  return { en: sentence(speechIn('en', words), rule), pl: sentence(speechIn('pl', words), rule) };
}

/** A relative clause with its own pronoun, so that clauses of any kind join: "who have …", "whose Age is …". */
type Clause =
  | { readonly kind: 'those'; readonly text: string }
  | { readonly kind: 'except'; readonly text: string }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'nobody' };

const those = (text: string): Clause => ({ kind: 'those', text });

export function sentence(s: Speech, rule: Rule): string {
  const rows = speaksOfRows(rule);
  const clause = clauseOf(s, rule, false);
  switch (clause.kind) {
    case 'everyone':
      return rows ? s.say('All rows.', 'Wszystkie wiersze.') : s.say('Everyone.', 'Wszyscy.');
    case 'nobody':
      return rows ? s.say('No rows.', 'Żadne wiersze.') : s.say('Nobody.', 'Nikt.');
    case 'except':
      return rows
        ? s.say(`All rows but ${clause.text}.`, `Wszystkie wiersze oprócz ${clause.text}.`)
        : s.say(`Everyone but ${clause.text}.`, `Wszyscy oprócz ${clause.text}.`);
    case 'those':
      return `${rows ? s.say('Rows ', 'Wiersze, ') : s.say('People ', 'Osoby, ')}${clause.text}.`;
  }
}

export function clauseOf(s: Speech, rule: Rule, inner: boolean): Clause {
  switch (rule.kind) {
    case 'all':
      return allOf(s, rule.rules, inner);
    case 'any':
      return rule.rules.length === 0 ? { kind: 'nobody' } : those(either(s, rule.rules, inner));
    case 'none':
      return rule.rules.length === 0
        ? { kind: 'everyone' }
        : { kind: 'except', text: s.say('those ', 'tych, ') + either(s, rule.rules, false) };
    case 'attribute': {
      const { field, test } = rule;
      const name = s.words.field('people', field)[s.locale];
      return those(`${s.say('whose', 'u których')} ${name} ${valueWords(s, test, unitOf(field))}`);
    }
    case 'dimension': {
      const name = s.words.dimension(rule.dimension)[s.locale];
      return those(`${s.say('where', 'w których')} ${name} ${valueWords(s, rule.test, 'number')}`);
    }
    case 'behaviour':
      return those(behaviourWords(s, rule.measure, rule.window, rule.test));
    case 'rank':
      return those(rankWords(s, rule));
    case 'quantile':
      return those(quantileWords(s, rule));
    case 'prediction':
      return those(predictionWords(s, rule));
    case 'sequence': {
      const what = sequenceWords(s, rule.steps) + windowWords(s, rule.window);
      return those(s.say(`who have ${what}`, `które mają ${what}`));
    }
    case 'rfm-scores': {
      const scores = (['r', 'f', 'm'] as const).flatMap((letter) => {
        const wanted = rule[letter];
        if (wanted === undefined) return [];
        return `${letter.toUpperCase()} ${listOf(s, [...wanted].sort().map(String))}`;
      });
      const all = listOf(s, scores, 'and');
      return those(s.say(`whose RFM scores are ${all}`, `których oceny RFM to ${all}`));
    }
    case 'list': {
      const n = rule.people.length;
      return those(
        s.say(
          `who are on a list of ${formatPlain('en', n)} ${n === 1 ? 'person' : 'people'}`,
          `które są na liście ${formatPlain('pl', n)} ${n === 1 ? 'osoby' : 'osób'}`,
        ),
      );
    }
    case 'rfm': {
      const names = listOf(
        s,
        rule.groups.map((g) => quoted(s, RFM_LABELS[g][s.locale])),
      );
      return those(s.say(`who are in the RFM group ${names}`, `które są w grupie RFM ${names}`));
    }
    case 'lifecycle': {
      const names = listOf(
        s,
        rule.stages.map((stage) => quoted(s, LIFECYCLE_LABELS[stage][s.locale])),
      );
      const [en, pl] = {
        month: ['month by month', 'miesiąc po miesiącu'],
        quarter: ['quarter by quarter', 'kwartał po kwartale'],
        year: ['year by year', 'rok po roku'],
      }[rule.interval] as [string, string];
      return those(
        s.say(`whose lifecycle stage, ${en}, is ${names}`, `których etap cyklu życia, ${pl}, to ${names}`),
      );
    }
    case 'journey': {
      const names = listOf(
        s,
        rule.stages.map((stage) => quoted(s, JOURNEY_LABELS[stage][s.locale])),
      );
      return those(s.say(`who are at the stage ${names}`, `które są na etapie ${names}`));
    }
    case 'segment': {
      const name = quoted(s, s.words.segment(rule.id)?.[s.locale] ?? rule.id);
      return those(s.say(`who are in the segment ${name}`, `które są w segmencie ${name}`));
    }
    case 'as-of': {
      const day = formatDay(s.locale, rule.at);
      const then = standing(s, clauseOf(s, rule.rule, false));
      return those(
        s.say(
          `who as of ${day} were among those ${then}`,
          `które według stanu na ${day} należały do tych, ${then}`,
        ),
      );
    }
    default:
      return assertNever(rule);
  }
}

export function either(s: Speech, rules: readonly Rule[], inner: boolean): string {
  const parts = rules.map((r) => standing(s, clauseOf(s, r, rules.length > 1)));
  return bracketed(parts.join(s.say(' or ', ' lub ')), inner && parts.length > 1);
}

export function allOf(s: Speech, rules: readonly Rule[], inner: boolean): Clause {
  const parts = rules.map((r) => clauseOf(s, r, rules.length > 1)).filter(({ kind }) => kind !== 'everyone');
  if (parts.some(({ kind }) => kind === 'nobody')) return { kind: 'nobody' };
  const texts = (kind: 'those' | 'except') =>
    parts.flatMap((part) => (part.kind === kind ? [part.text] : []));
  const held = texts('those').join(s.say(', and ', ' i '));
  const but = texts('except').join(s.say(' and ', ' ani '));
  if (held === '') return but === '' ? { kind: 'everyone' } : { kind: 'except', text: but };
  const whole = but === '' ? held : s.say(`${held}, but not ${but}`, `${held}, ale bez ${but}`);
  return those(bracketed(whole, inner && parts.length > 1));
}

/** A clause that can stand among others. */
export function standing(s: Speech, clause: Clause): string {
  switch (clause.kind) {
    case 'those':
      return clause.text;
    case 'except':
      return s.say(`who are not among ${clause.text}`, `które nie należą do ${clause.text}`);
    case 'everyone':
      return s.say('who are anybody at all', 'które są kimkolwiek');
    case 'nobody':
      return s.say('who are nobody', 'które są nikim');
  }
}

export function speaksOfRows(rule: Rule): boolean {
  if (rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'none')
    return rule.rules.some(speaksOfRows);
  return rule.kind === 'dimension';
}
