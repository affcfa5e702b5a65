import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '../../stats/groups/correlation';
import { meanEstimate } from '../../stats/means/mean-estimate';
import { ratioEstimate } from '../../stats/means/ratio-estimate';
import { rankSuperiority } from '../../stats/ranks/rank-superiority';
import type { Trait } from './candidate';
import { codedShares } from './coded-share';
import { DealingRoom, DealtTrait, hitsWithin } from './dealt-trait';
import { numberQuestion } from './number-question';
import { A, B } from './sides';
import { stratumPlaces } from './stratum-places';

const STRATA = ['x', 'y', 'z'];

/** People with a side (0 neither), a stratum (-1 unknown) and what was asked of them (NaN: nothing). */
const peopleOf = (minLength: number) =>
  fc
    .array(
      fc.record({
        side: fc.constantFrom(0, A, B),
        stratum: fc.integer({ min: -1, max: 2 }),
        value: fc.oneof(
          fc.integer({ min: -4, max: 9 }),
          fc.double({ min: -5, max: 5 }),
          fc.constant(Number.NaN),
        ),
        per: fc.integer({ min: 1, max: 5 }),
        code: fc.integer({ min: -1, max: 3 }),
      }),
      { minLength, maxLength: minLength + 80 },
    )
    .map((rows) => ({
      rows,
      side: Uint8Array.from(rows, (row) => row.side),
      by: stratumPlaces(
        Uint8Array.from(rows, (row) => row.side),
        { id: 'channel', codes: rows.map((row) => row.stratum), names: STRATA },
      ),
      values: Float64Array.from(rows, (row) => row.value),
      per: Float64Array.from(rows, (row) => row.per),
    }));

const people = peopleOf(1);

type Rows = typeof people extends fc.Arbitrary<infer T> ? T : never;

const dealt = (trait: Trait) => {
  const room = new DealingRoom(trait.values.length);
  return new DealtTrait(trait, () => room);
};

/** Those of a side and a stratum, by a plain filter. */
const at = ({ rows }: Rows, side: number, stratum: number) =>
  rows.filter((row) => row.side === side && row.stratum === stratum && !Number.isNaN(row.value));
const PLACES = [A, B].flatMap((side) => STRATA.map((_, s) => [side, s] as const));

describe('a trait dealt to strata', () => {
  it('has the estimates of each stratum by itself', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (made, isRatio) => {
        const { by, values, per } = made;
        const found = dealt({
          kind: isRatio ? 'ratio' : 'mean',
          values,
          per: isRatio ? per : null,
        }).estimates(by);
        PLACES.forEach(([side, s], place) => {
          const own = at(made, side, s);
          const plain = isRatio
            ? ratioEstimate(
                own.map((row) => row.value),
                own.map((row) => row.per),
              )
            : meanEstimate(own.map((row) => row.value));
          expect(found.estimates[place]).toEqual(plain);
        });
      }),
    );
  });

  it('has the values of each stratum in order, and compares those of some of them', () => {
    const sorted = (rows: Rows['rows']) => Float64Array.from(rows, (row) => row.value + 0).sort();
    fc.assert(
      fc.property(people, fc.subarray([0, 1, 2], { minLength: 1 }), (made, strata) => {
        const own = dealt({ kind: 'rank', values: made.values, per: null });
        const { groups, unknown } = own.ranks(made.by);
        PLACES.forEach(([side, s], place) => {
          expect([...groups[place]!].map((v) => v + 0)).toEqual([...sorted(at(made, side, s))]);
        });
        expect(unknown).toBe(
          made.rows.filter((r) => r.side !== 0 && r.stratum < 0 && !Number.isNaN(r.value)).length,
        );
        const [a, b] = [A, B].map((side) => sorted(strata.flatMap((s) => at(made, side, s))));
        expect(own.superiority(made.by, strata, a!.length + b!.length)).toEqual(rankSuperiority(a!, b!));
      }),
    );
  });

  it('counts a column’s shares together as it counts each by itself', () => {
    fc.assert(
      fc.property(people, fc.subarray([0, 1, 2, 3]), ({ rows, by }, hit) => {
        const codes = Int32Array.from(rows, (row) => row.code);
        const share = codedShares(codes, 4)((code) => hit.includes(code));
        const plain = hitsWithin(share.values, by);
        const found = dealt(share).hits(by);
        expect([...share.values]).toEqual(
          rows.map(({ code }) => (code < 0 ? Number.NaN : hit.includes(code) ? 1 : 0)),
        );
        expect([[...Array.from(found.hits)], [...Array.from(found.sizes)], found.unknown]).toEqual([
          [...Array.from(plain.hits)],
          [...Array.from(plain.sizes)],
          plain.unknown,
        ]);
      }),
    );
  });

  it('goes along with the sides as the values of its people do', () => {
    let asked = 0;
    fc.assert(
      fc.property(peopleOf(80), ({ values, side }) => {
        const found = numberQuestion(values, side);
        if (found.kind !== 'mean' && found.kind !== 'rank') return;
        asked++;
        const sides = Float64Array.from(side, (s) => (s === 0 ? Number.NaN : s));
        expect(found.association).toBeCloseTo(Math.abs(correlation(values, sides).r), 9);
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(30);
  });
});
