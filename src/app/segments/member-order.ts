import type { Bitset } from '../../core/bitset';
import type { TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import type { MemberSort } from '../../protocol/engine-api';
import { type MembersAt, membersOf } from '../member-rows';

/** Above it, names are put in order by their letters' codes: collation takes seconds. */
const MOST_COLLATED = 50_000;

/** Rows of the members in the order wanted, as people stand where none is; who has no value stands last either way. */
export function memberOrder(
  dataset: Dataset,
  members: Bitset,
  at: MembersAt,
  sort: MemberSort | undefined,
): Uint32Array {
  const order = new Uint32Array(members.count());
  let i = 0;
  members.forEach((p) => {
    order[i++] = p;
  });
  if (sort === undefined) return order;
  const keys = keysOf(dataset, members, at, sort.by);
  const sign = sort.down ? -1 : 1;
  return order.sort((a, b) => {
    const x = keys[a]!;
    const y = keys[b]!;
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return sign * (x - y) || a - b;
  });
}

function keysOf(dataset: Dataset, members: Bitset, at: MembersAt, by: MemberSort['by']): Float64Array {
  const { people } = dataset;
  switch (by) {
    case 'label':
      return ranks(people.label, people.size);
    case 'name':
    case 'email':
      return ranks(people.columns.get(by), people.size);
    case 'country':
      return ranks(people.columns.get('personCountry'), people.size);
    default: {
      const keys = new Float64Array(people.size).fill(Number.NaN);
      const field = by === 'revenue' ? 'revenueMinor' : by;
      for (const member of membersOf(dataset, members, at)) keys[member.person] = member[field] ?? Number.NaN;
      return keys;
    }
  }
}

/** Where each person's text stands in the order of the alphabet; NaN without one. */
function ranks(column: { readonly type: string } | undefined, people: number): Float64Array {
  const out = new Float64Array(people).fill(Number.NaN);
  if (column?.type !== 'text') return out;
  const { codes, dictionary } = column as TextColumn;
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const compare =
    dictionary.length <= MOST_COLLATED
      ? (a: string, b: string) => collator.compare(a, b)
      : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const order = Uint32Array.from(dictionary.keys()).sort((a, b) =>
    compare(dictionary[a] as string, dictionary[b] as string),
  );
  const rank = new Uint32Array(dictionary.length);
  order.forEach((code, i) => {
    rank[code] = i;
  });
  for (let p = 0; p < people; p++) if (codes[p]! >= 0) out[p] = rank[codes[p]!]!;
  return out;
}
