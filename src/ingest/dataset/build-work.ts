import { FIELDS } from '../../core/fields';
import type { Target } from '../../core/mapping';
import type { KeptTable } from './capture-table';

/** What a row costs in each part of building, in cells laid out; as measured, for nothing but a bar of progress. */
export const BUILD_WORK = { group: 8, join: 9, sort: 10 } as const;

/** About how much work a dataset of these captures is, in the units its builders yield. */
export function buildWork(captures: readonly KeptTable[]): number {
  const { group, join, sort } = BUILD_WORK;
  const parts = { people: join, events: join + sort, orders: join + sort + group, reports: 0, spend: 0 };
  let work = 1;
  for (const { mapping, rows, columns } of captures) {
    const { table } = mapping;
    if (table === 'reports' || table === 'spend') continue;
    const kept = columns.filter(({ mapping: { target } }) => target.kind !== 'left-out');
    // What orders and events say of people is laid out beside them, and once more by person.
    const again =
      table === 'people' ? 0 : kept.filter(({ mapping: { target } }) => saysOfPeople(target)).length;
    work += rows * (parts[table] + kept.length + again);
  }
  return work;
}

function saysOfPeople(target: Target): boolean {
  if (target.kind === 'custom') return target.of === 'person';
  return target.kind === 'field' && Object.hasOwn(FIELDS.people, target.field);
}
