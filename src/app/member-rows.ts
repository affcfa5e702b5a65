import type { Bitset } from '../core/bitset';
import { NULL_CODE, textAt } from '../core/column';
import type { Dataset } from '../core/dataset';
import { asOfMoment } from '../core/time/as-of';
import type { Member } from '../export/members-csv';
import type { MemberRow } from '../protocol/engine-api';

export interface MembersAt {
  /** `WallMs`; what came later is not counted. */
  readonly asOf: number;
  /** Of the revenue; orders in another are not in it. Null: orders that state none. */
  readonly currency: string | null;
}

/** Each member with what they had bought by the as-of, in the order people stand. */
export function* membersOf(
  dataset: Dataset,
  members: Bitset,
  at: MembersAt,
  from = 0,
  limit = Number.POSITIVE_INFINITY,
): Generator<Member> {
  const moment = asOfMoment(at.asOf);
  const wanted = currencyCode(dataset, at.currency);
  let passed = 0;
  let given = 0;
  for (let person = 0; person < members.size && given < limit; person++) {
    if (!members.has(person)) continue;
    if (passed++ < from) continue;
    given++;
    yield memberAt(dataset, person, moment, wanted);
  }
}

/** Where the currency is in no order at all, no order's amount is in it: -2 matches no code. */
function currencyCode({ orders }: Dataset, currency: string | null): number {
  if (currency === null) return NULL_CODE;
  const code = orders.currency.dictionary.indexOf(currency);
  return code === -1 ? -2 : code;
}

function memberAt({ orders }: Dataset, person: number, moment: number, currency: number): Member {
  let count = 0;
  let revenue = Number.NaN;
  let last = Number.NaN;
  for (let row = orders.offsets[person]!; row < orders.offsets[person + 1]!; row++) {
    if (orders.time[row]! > moment) break;
    if (orders.isSale[row] === 1) {
      count++;
      if (!Number.isNaN(orders.time[row])) last = orders.time[row]!;
    }
    if (orders.currency.codes[row] !== currency || Number.isNaN(orders.gross[row])) continue;
    revenue = (Number.isNaN(revenue) ? 0 : revenue) + orders.gross[row]! - orders.refunded[row]!;
  }
  return {
    person,
    orders: count,
    revenueMinor: Number.isNaN(revenue) ? null : revenue,
    lastOrder: Number.isNaN(last) ? null : last,
  };
}

/** Members as a page shows them. */
export function memberRows(
  dataset: Dataset,
  members: Bitset,
  at: MembersAt,
  offset: number,
  limit: number,
): readonly MemberRow[] {
  return Array.from(membersOf(dataset, members, at, offset, limit), (member) => shown(dataset, member, at));
}

/** Certain people as a page shows them, in the order given. */
export function peopleRows(dataset: Dataset, people: Iterable<number>, at: MembersAt): readonly MemberRow[] {
  const moment = asOfMoment(at.asOf);
  const wanted = currencyCode(dataset, at.currency);
  return Array.from(people, (person) => shown(dataset, memberAt(dataset, person, moment, wanted), at));
}

function shown({ people }: Dataset, member: Member, { currency }: MembersAt): MemberRow {
  const text = (field: string) => {
    const column = people.columns.get(field);
    return column?.type === 'text' ? textAt(column, member.person) : null;
  };
  return {
    ...member,
    label: textAt(people.label, member.person) ?? `#${member.person + 1}`,
    name: text('name'),
    email: text('email'),
    currency,
    country: text('personCountry'),
  };
}
