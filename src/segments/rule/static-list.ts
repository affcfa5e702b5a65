import type { Bitset } from '../../core/bitset';
import { textAt } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { normaliseKey, PERSON_KEYS } from '../../core/person-keys';
import type { ListedPerson, Rule } from './rule';

export interface StaticList {
  readonly rule: Extract<Rule, { readonly kind: 'list' }>;
  /** People without any key, who can't be listed. */
  readonly unnamed: number;
}

/** People as they stand, as a list that knows them again after any rebuild: by all the keys held of each. */
export function staticList(dataset: Dataset, members: Bitset): StaticList {
  const columns = PERSON_KEYS.flatMap((key) => {
    const column = dataset.people.columns.get(key);
    return column?.type === 'text' ? [{ key, column }] : [];
  });
  const people: ListedPerson[] = [];
  let unnamed = 0;
  members.forEach((p) => {
    const keys = columns.flatMap(({ key, column }) => {
      const text = textAt(column, p);
      return text === null || normaliseKey(key, text) === null ? [] : [[key, text] as const];
    });
    if (keys.length === 0) unnamed++;
    else people.push(Object.fromEntries(keys));
  });
  return { rule: { kind: 'list', people }, unnamed };
}

/** A rule without somebody who is to be forgotten: taken off every list in it that names them by any of their keys. */
export function withoutPerson(rule: Rule, person: ListedPerson): Rule {
  const gone = new Set(keysOf(person));
  switch (rule.kind) {
    case 'list':
      return { ...rule, people: rule.people.filter((one) => !keysOf(one).some((key) => gone.has(key))) };
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((part) => withoutPerson(part, person)) };
    case 'as-of':
      return { ...rule, rule: withoutPerson(rule.rule, person) };
    default:
      return rule;
  }
}

function keysOf(person: ListedPerson): readonly string[] {
  return PERSON_KEYS.flatMap((key) => {
    const text = person[key];
    const normal = text === undefined ? null : normaliseKey(key, text);
    return normal === null ? [] : [`${key} ${normal}`];
  });
}
