import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { HELD_REQUEST, segmentMembers } from '../../../tests/segment-members';
import { wallMs } from '../../core/time/calendar';
import { comparePeople } from '../compare-people';
import { withSameTime } from './same-time';

/** `a` buys before the day and never again; `b` only after it. */
const shop = datasetOf({
  people: [{ id: 'a' }, { id: 'b' }],
  orders: [
    { person: 'a', time: '2024-01-05', total: 10 },
    { person: 'b', time: '2024-01-02', total: 1 },
    { person: 'b', time: '2024-02-10', total: 50 },
    { person: 'b', time: '2024-03-01', total: 70 },
  ],
});
const at = (name: string) =>
  Array.from(shop.people.label.codes).findIndex((code) => shop.people.label.dictionary[code] === name);
const before = segmentMembers(shop.people.size, 'big', [at('a')]);
const after = segmentMembers(shop.people.size, 'big', [at('b')]);
const request = {
  ...HELD_REQUEST,
  segmentIds: [before.segment.id],
  metricIds: ['revenue', 'conversion'],
  asOf: wallMs(2024, 1, 31),
  measured: { kind: 'after', days: 30 },
} as const;

describe('the naive number beside an outcome', () => {
  const outcome = comparePeople(shop, request, [before], null, 0);
  const both = withSameTime(outcome, shop, [after]);

  it('is that of who belongs at the end of the time measured, over that time', () => {
    // Thirty days to 1 March, whose own member then is `b`.
    expect(both.cells[0]?.[0]).toMatchObject({ value: 0, sameTime: { value: 12_000, n: 2 } });
    expect(both.cells[0]?.[1]).toMatchObject({ value: 0, sameTime: { value: 1, n: 1 } });
    expect(both.everyone[0]).toMatchObject({ value: 12_000, sameTime: { value: 12_000 } });
  });

  it('changes nothing of the outcome itself', () => {
    const without = both.cells.map((of) =>
      of.map((cell) => (cell.state === 'value' ? { ...cell, sameTime: undefined } : cell)),
    );
    expect(without).toEqual(outcome.cells);
  });

  it('is left out for a segment that is none at that end, and where nothing is measured after', () => {
    const alone = withSameTime(outcome, shop, [null]);
    expect(alone.cells).toEqual(outcome.cells);
    const held = comparePeople(shop, { ...request, measured: { kind: 'held' } }, [before], null, 0);
    expect(withSameTime(held, shop, [after])).toBe(held);
  });
});

describe('outcomes without a day chosen', () => {
  it('fix segments on the last day that leaves all the time measured', () => {
    const { asOf, period, descriptive } = comparePeople(shop, { ...request, asOf: null }, [before], null, 0);
    expect([asOf, descriptive]).toEqual([wallMs(2024, 1, 31), false]);
    expect(period.to).toBe(wallMs(2024, 3, 2) - 1);
  });
});
