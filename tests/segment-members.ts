import type { SegmentMembers } from '../src/compare/compare-people';
import type { ComparisonRequest } from '../src/compare/comparison';
import { Bitset } from '../src/core/bitset';
import type { Segment } from '../src/segments/segment';

/** A request for everything held, at person grain, to be spread over. */
export const HELD_REQUEST: ComparisonRequest = {
  grain: 'person',
  segmentIds: [],
  metricIds: [],
  asOf: null,
  measured: { kind: 'held' },
  baseSegmentId: null,
  currency: null,
  reportId: null,
};

/** A segment of just these rows (people, or rows of a report), as though a rule had given it. */
export function segmentMembers(
  size: number,
  name: string,
  members: Iterable<number>,
  unknown: Iterable<number> = [],
): SegmentMembers {
  const segment: Segment = {
    id: `own:${name}`,
    kind: 'own',
    grain: 'person',
    name: { en: name, pl: name },
    description: { en: '', pl: '' },
    rule: { kind: 'all', rules: [] },
    version: 1,
    versions: [],
    colour: 0,
    thresholds: [],
  };
  const setOf = (rows: Iterable<number>) => {
    const set = new Bitset(size);
    for (const row of rows) set.add(row);
    return set;
  };
  return { segment, members: { in: setOf(members), unknown: setOf(unknown) } };
}
