import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';
import { normaliseKey, PERSON_KEYS, type PersonKey } from '../../core/person-keys';
import type { Membership } from '../membership';
import type { ListedPerson } from '../rule/rule';
import { memo } from './memo';

/**
 * Who is on a list. Whoever holds none of the kinds of key the list names people by can't be told, and neither can the
 * several people one key stands for (the same number in two shops).
 */
export function listedPeople(dataset: Dataset, list: readonly ListedPerson[], everyone: Bitset): Membership {
  const { size } = everyone;
  const yes = new Bitset(size);
  const unknown = new Bitset(size);
  const used = PERSON_KEYS.filter((key) => list.some((person) => person[key] !== undefined));
  const indexes = used.map((key) => keyIndex(dataset, key));
  for (const person of list) {
    for (let k = 0; k < used.length; k++) {
      const key = used[k] as PersonKey;
      const text = person[key];
      const normal = text === undefined ? null : normaliseKey(key, text);
      const known = normal === null ? undefined : indexes[k]?.get(normal);
      if (known === undefined) continue;
      const found = (typeof known === 'number' ? [known] : known).filter((p) => everyone.has(p));
      const [only, more] = found;
      if (only === undefined) continue;
      if (more === undefined) yes.add(only);
      else for (const p of found) unknown.add(p);
      break;
    }
  }
  if (list.length > 0) {
    const named = new Bitset(size);
    for (const index of indexes)
      for (const found of index.values())
        for (const p of typeof found === 'number' ? [found] : found) named.add(p);
    return { in: yes, unknown: unknown.or(everyone.andNot(named)).andNot(yes) };
  }
  return { in: yes, unknown };
}

/** Row or rows of people by a key of theirs, in its normal form. */
export function keyIndex(dataset: Dataset, key: PersonKey): ReadonlyMap<string, number | number[]> {
  return memo(dataset, `key index ${key}`, () => {
    const out = new Map<string, number | number[]>();
    const column = dataset.people.columns.get(key);
    if (column?.type !== 'text') return out;
    const normal = column.dictionary.map((text) => normaliseKey(key, text));
    for (let p = 0; p < column.codes.length; p++) {
      const text = normal[column.codes[p]!];
      if (text == null) continue;
      const before = out.get(text);
      if (before === undefined) out.set(text, p);
      else if (typeof before === 'number') out.set(text, [before, p]);
      else before.push(p);
    }
    return out;
  });
}
