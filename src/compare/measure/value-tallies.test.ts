import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../tests/dataset-of';
import { HELD_REQUEST } from '../../../tests/segment-members';
import { Bitset } from '../../core/bitset';
import { PersonFacts } from '../../metrics/people/person-facts';
import { personValues } from '../../metrics/people/person-values';
import { clusteredMedian } from '../../stats/ranks/clustered-median';
import { quantile } from '../../stats/ranks/quantile';
import { measuredSpan } from './measured-span';
import { PeopleStrata } from './people-strata';
import { StratifiedRows } from './stratified-rows';
import { ValueTallies } from './value-tallies';

const PEOPLE = 40;
const dataset = datasetOf({ people: Array.from({ length: PEOPLE }, (_, i) => ({ id: `p${i}` })) });
const everybody = Bitset.full(PEOPLE);
const facts = new PersonFacts(dataset, measuredSpan(dataset, HELD_REQUEST, 0), null, everybody);

describe('tallies of the values of groups', () => {
  it('give the medians and counts of going through the people of each group', () => {
    const values = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 }), {
      minLength: PEOPLE,
      maxLength: PEOPLE,
    });
    const sets = fc.array(fc.array(fc.integer({ min: 0, max: PEOPLE - 1 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, sets, fc.double({ min: -1, max: 31 }), (of, chosen, bound) => {
        const members = chosen.map((people) => {
          const set = new Bitset(PEOPLE);
          for (const p of people) set.add(p);
          return set;
        });
        const strata = new PeopleStrata(everybody, members);
        const groups = [...members, ...members.map((set) => everybody.andNot(set))].map((set) => ({
          set,
          group: strata.group(set),
        }));
        const offsets = new Uint32Array(PEOPLE + 1);
        of.forEach((own, p) => {
          offsets[p + 1] = offsets[p]! + own.length;
        });
        const tallies = new ValueTallies(
          new StratifiedRows(facts, strata),
          personValues(offsets, Int32Array.from(of.flat())),
        );
        for (const { set, group } of groups) {
          const people = of.filter((own, p) => set.has(p) && own.length > 0);
          const all = people.flat().sort((a, b) => a - b);
          expect(tallies.countAbove(group, bound)).toBe(all.filter((v) => v > bound).length);
          expect(tallies.countAbove(group, Number.NaN)).toBe(0);
          const got = tallies.median(group);
          if (all.length === 0) {
            expect(got).toBeNull();
            continue;
          }
          const expected = clusteredMedian(
            (p) => quantile(all, p),
            (median, person) => {
              for (const own of people) person(own.filter((v) => v <= median).length, own.length);
            },
          );
          expect(got?.count).toBe(all.length);
          expect([got?.median.value, got?.median.n]).toEqual([expected.value, expected.n]);
          expect(got?.median.shareError).toBe(expected.shareError);
        }
      }),
      { seed: 17, numRuns: 150 },
    );
  });
});
