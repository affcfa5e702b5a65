import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { DAY_MS, isoDay, parseIso } from '../../core/time/calendar';
import type { SequenceStep, Span, Window } from '../rule/rule';
import { rowRanges } from './row-ranges';
import { scopeOf } from './scope';
import { findSequences, sequenceMembers } from './sequence';
import { sequenceOfTimes } from './sequence-of-times';

const FIRST = parseIso('2024-02-20') as number;
const DAYS = 14;
const time = fc
  .tuple(fc.integer({ min: 0, max: DAYS }), fc.constantFrom('T00:00', 'T09:00', 'T09:10', 'T23:59'))
  .map(([day, clock]) => isoDay(FIRST + day * DAY_MS) + clock);
const person = fc.constantFrom('a', 'b', 'c', null);
const world = fc.record({
  events: fc.array(fc.record({ person, time, kind: fc.constantFrom('visit', 'open', 'cart') }), {
    minLength: 10,
    maxLength: 40,
  }),
  orders: fc.array(
    fc.record({ person, time: fc.option(time, { nil: null, freq: 9 }), total: fc.constant(1) }),
    { minLength: 2, maxLength: 12 },
  ),
});
const span: fc.Arbitrary<Span | undefined> = fc.constantFrom(
  undefined,
  { n: 0, unit: 'days' },
  { n: 3, unit: 'days' },
  { n: 24, unit: 'hours' },
  { n: 10, unit: 'minutes' },
);
const asked: fc.Arbitrary<SequenceStep> = fc.oneof(
  fc.constant<SequenceStep>({ of: 'orders' }),
  fc.constant<SequenceStep>({ of: 'events' }),
  fc.uniqueArray(fc.constantFrom('visit', 'open', 'cart'), { minLength: 1, maxLength: 2 }).map(
    (values): SequenceStep => ({
      of: 'events',
      where: [{ field: 'kind', test: { op: 'is-any-of', values } }],
    }),
  ),
);
const steps = fc
  .array(fc.tuple(asked, span), { minLength: 2, maxLength: 3 })
  .map((all) => all.map(([step, within], i) => (i > 0 && within ? { ...step, within } : step)));
const window: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ kind: 'lifetime' }),
  fc.constantFrom(1, 5, 10).map((days): Window => ({ kind: 'last-days', days })),
  fc.constantFrom<Window>({ kind: 'days-ago', from: 9, to: 2 }, { kind: 'days-ago', from: 4, to: 0 }),
  fc.constant<Window>({ kind: 'between', from: FIRST + 2 * DAY_MS, to: FIRST + 8 * DAY_MS }),
);

describe('a sequence found by the times of its steps', () => {
  it('happened to whom a walk over all rows finds, whatever the window', () => {
    const met = { somebody: 0, nobody: 0 };
    fc.assert(
      fc.property(
        world,
        fc.array(fc.tuple(steps, window), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 4, max: DAYS + 2 }),
        (w, questions, day) => {
          const dataset = datasetOf({ people: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], ...w });
          const scope = scopeOf(dataset, FIRST + day * DAY_MS, 'USD');
          // What one question leaves beside the data, the next may find.
          for (const [all, within] of questions) {
            const ranges = {
              orders: rowRanges(scope, 'orders', within as { kind: 'lifetime' }),
              events: rowRanges(scope, 'events', within as { kind: 'lifetime' }),
            };
            const walked = sequenceMembers(findSequences(scope, all, ranges, 'any'));
            expect(sequenceOfTimes(scope, all, within)).toEqual(walked);
            met[walked.in.count() > 0 ? 'somebody' : 'nobody']++;
          }
        },
      ),
      { seed: 23, numRuns: 500 },
    );
    expect(Math.min(met.somebody, met.nobody)).toBeGreaterThan(150);
  });

  it('is left to the walk where a row must not be, can’t be told, or where windows lie elsewhere for each', () => {
    const dataset = datasetOf({
      events: [
        { person: 'a', time: '2024-02-20', kind: 'open', name: 'x' },
        { person: 'a', time: '2024-02-21', kind: 'open', name: null },
      ],
    });
    const scope = scopeOf(dataset, FIRST + 9 * DAY_MS, 'USD');
    const events: SequenceStep = { of: 'events' };
    const named: SequenceStep = {
      of: 'events',
      where: [{ field: 'name', test: { op: 'is-any-of', values: ['x'] } }],
    };
    const lifetime: Window = { kind: 'lifetime' };
    expect(sequenceOfTimes(scope, [events, events], lifetime)?.in.count()).toBe(1);
    expect(sequenceOfTimes(scope, [events], lifetime)).toBeNull();
    expect(sequenceOfTimes(scope, [events, { ...events, not: true }], lifetime)).toBeNull();
    expect(sequenceOfTimes(scope, [events, named], lifetime)).toBeNull();
    expect(sequenceOfTimes(scope, [named, events], lifetime)).toBeNull();
    expect(sequenceOfTimes(scope, [events, events, events, events], lifetime)).toBeNull();
    expect(sequenceOfTimes(scope, [events, events], { kind: 'since-first-order', days: 3 })).toBeNull();
  });
});
