import type { ErasedPeople } from '../../core/erased-people';
import { keyedHash } from '../../core/hashing/keyed-hash';
import { normaliseKey } from '../../core/person-keys';
import type { JoinKey } from '../joins/keyed-rows';

/** A key in the form two writings of it share; e-mail and phone hold everywhere, ids in their space. */
export interface ErasedKey {
  readonly key: JoinKey;
  readonly space: string;
  readonly value: string;
}

/** Whether a cell holds a key of somebody erased. */
export type IsErased = (key: JoinKey, idSpace: string, text: string) => boolean;

export function isErasedBy(erased: readonly ErasedPeople[]): IsErased {
  const sets = erased.map(({ hashKey, hashes }) => ({
    hash: keyedHash(Uint32Array.from(hashKey)),
    hashes: new Set(hashes),
  }));
  return (key, idSpace, text) => {
    const value = key === 'orderId' ? text.trim() || null : normaliseKey(key, text);
    if (value === null) return false;
    const name = nameOf({ key, space: spaceOf(key, idSpace), value });
    return sets.some(({ hash, hashes }) => hashes.has(hash(name)));
  };
}

/** Hashes of one person's keys. @param hashKey four random words */
export function erasedPerson(keys: readonly ErasedKey[], hashKey: readonly number[]): ErasedPeople {
  const hash = keyedHash(Uint32Array.from(hashKey));
  return {
    hashKey,
    hashes: keys
      .map((key) => hash(nameOf({ ...key, space: spaceOf(key.key, key.space) })))
      .sort((a, b) => a - b),
    people: 1,
  };
}

/** All that either says; hashes under one key stand together. */
export function erasedInAll(a: readonly ErasedPeople[], b: readonly ErasedPeople[]): readonly ErasedPeople[] {
  const all = [...a];
  for (const more of b) {
    const at = all.findIndex(({ hashKey }) => hashKey.join() === more.hashKey.join());
    const before = all[at];
    if (before === undefined) all.push(more);
    else {
      const hashes = [...new Set([...before.hashes, ...more.hashes])].sort((x, y) => x - y);
      // The same people twice where nothing was added.
      const added = hashes.length > before.hashes.length;
      all[at] = { ...before, hashes, people: added ? before.people + more.people : before.people };
    }
  }
  return all;
}

const spaceOf = (key: JoinKey, idSpace: string): string =>
  key === 'email' || key === 'phone' ? '' : idSpace;
const nameOf = ({ key, space, value }: ErasedKey): string => `${key}\u0000${space}\u0000${value}`;
