import type { FieldFilter, Filter, Measure } from '../rule/rule';
import { EVENT, EVENT_NOUNS, LINE, type Noun, ORDER } from './rule-words';
import type { Speech } from './speech';

export function kindWord(s: Speech, kind: string): string {
  const noun = nounOfKind(kind);
  return noun === null ? kind : s.say(noun.en.other, noun.pl.few);
}

export function nounOf(measure: Measure): Noun {
  if (measure.of === 'orders') return ORDER;
  if (measure.of === 'items') return LINE;
  return nounOfKind(soleKind(measure)) ?? EVENT;
}

export function nounOfKind(kind: string | null): Noun | null {
  return kind !== null && Object.hasOwn(EVENT_NOUNS, kind)
    ? EVENT_NOUNS[kind as keyof typeof EVENT_NOUNS]
    : null;
}

export function isKindFilter(measure: Measure, filter: Filter): filter is FieldFilter {
  if ('kind' in filter) return false;
  const { field, test } = filter;
  return measure.of === 'events' && field === 'kind' && test.op === 'is-any-of';
}

/** The one known kind a measure of events is about; null of several, or none. */
export function soleKind(measure: Measure): string | null {
  const of = measure.stat === 'share' ? measure.among : measure.where;
  const filters = (of ?? []).filter((filter): filter is FieldFilter => isKindFilter(measure, filter));
  const test = filters.length === 1 ? filters[0]?.test : undefined;
  const [kind, more] = test?.op === 'is-any-of' ? test.values : [];
  return kind !== undefined && more === undefined && nounOfKind(kind) !== null ? kind : null;
}
