import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personTimeOrder } from './person-time-order';

it('sorts rows by person, then time, undated last, equals as they stand, nobody after all', () => {
  const PEOPLE = 4;
  const row = fc.tuple(
    fc.integer({ min: -1, max: PEOPLE - 1 }),
    fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.NaN)),
  );
  fc.assert(
    // Long enough for people with more rows than are put in order one by one.
    fc.property(fc.array(row, { maxLength: 400 }), (rows) => {
      const person = Int32Array.from(rows, ([p]) => p);
      const time = Float64Array.from(rows, ([, t]) => t);
      const { offsets, members } = personTimeOrder(person, time, PEOPLE);
      const last = (n: number) => (Number.isNaN(n) || n === -1 ? 1e9 : n);
      const wanted = [...rows.keys()].toSorted((a, b) => {
        const [pa = 0, ta = 0] = rows[a] ?? [];
        const [pb = 0, tb = 0] = rows[b] ?? [];
        return last(pa) - last(pb) || last(ta) - last(tb) || a - b;
      });
      expect([...members]).toEqual(wanted);
      for (let p = 0; p < PEOPLE; p++) {
        const own = [...members.subarray(offsets[p], offsets[p + 1])];
        expect(own.every((r) => person[r] === p)).toBe(true);
      }
    }),
  );
});
