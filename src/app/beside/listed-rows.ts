import type { SegmentMembers } from '../../compare/compare-people';
import type { Bitset } from '../../core/bitset';
import { isNull, textAt } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import type { KeptTable } from '../../ingest/dataset/capture-table';
import { personColumns } from '../../ingest/dataset/person-columns';
import type { ListedRow, ListedSort } from '../../protocol/api/beside';
import type { MemberRow } from '../../protocol/engine-api';
import type { Membership } from '../../segments/membership';
import { type MembersAt, peopleRows } from '../member-rows';
import type { RowMatch } from './match-rows';

/** Rows of the page in the order asked for, those nobody is known of last. */
export function listedRows(
  dataset: Dataset,
  kept: KeptTable,
  matches: readonly RowMatch[],
  segments: readonly SegmentMembers[],
  at: MembersAt,
  page: { readonly sort: ListedSort; readonly offset: number; readonly limit: number },
): readonly ListedRow[] {
  const people = matches.flatMap((match) => (match.is === 'known' ? match.person : []));
  const members = new Map<number, MemberRow>();
  for (const member of peopleRows(dataset, new Set(people), at)) members.set(member.person, member);
  const memberOf = (row: number): MemberRow | null => {
    const match = matches[row];
    return match?.is === 'known' ? (members.get(match.person) ?? null) : null;
  };
  const order = matches.map((_, row) => row);
  const { sort } = page;
  if (sort !== 'page') {
    const value = (row: number): number => {
      const member = memberOf(row);
      const of = member === null ? null : numberOf(member, sort);
      return of ?? Number.NEGATIVE_INFINITY;
    };
    order.sort((a, b) => value(b) - value(a) || a - b);
  }
  const names = namesOfRows(kept);
  return order.slice(page.offset, page.offset + page.limit).map((row): ListedRow => {
    const match = matches[row] ?? { is: 'without-key' as const };
    const person = memberOf(row);
    const said = { row: row + 1, ...names(row) };
    if (match.is !== 'known') return { ...said, match: { is: match.is } };
    if (person === null) return { ...said, match: { is: 'not-held' } };
    const ids = (of: (members: Membership) => Bitset) =>
      segments.flatMap(({ segment, members }) => (of(members).has(match.person) ? segment.id : []));
    return {
      ...said,
      match: {
        is: 'known',
        by: match.by,
        person,
        segmentIds: ids((m) => m.in),
        unknownIds: ids((m) => m.unknown),
      },
    };
  });
}

function numberOf(member: MemberRow, sort: Exclude<ListedSort, 'page'>): number | null {
  switch (sort) {
    case 'revenue':
      return member.revenueMinor;
    case 'orders':
      return member.orders;
    case 'last-order':
      return member.lastOrder;
  }
}

/** What a row is called on the page: a name, else an address or a number; and what tells namesakes apart. */
function namesOfRows(kept: KeptTable): (row: number) => Pick<ListedRow, 'says' | 'also'> {
  const ofPeople = personColumns(kept);
  const columns = ['name', 'email', 'phone', 'company', 'personId', 'crmId', 'userId']
    .flatMap((field) => ofPeople.get(field) ?? [])
    .concat(kept.columns.map(({ column }) => column));
  return (row) => {
    const said: string[] = [];
    for (const column of columns) {
      if (column.type !== 'text' || isNull(column, row)) continue;
      const text = textAt(column, row);
      if (text !== null && !said.includes(text)) said.push(text);
      if (said.length === 2) break;
    }
    return { says: said[0] ?? `#${row + 1}`, also: said[1] ?? null };
  };
}
