import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf, type PersonRow } from '../../tests/dataset-of';
import { type Answer, naiveReading, type World } from '../../tests/naive-reading';
import { moment, rule, world } from '../../tests/random-rules';
import type { Dataset } from '../core/dataset';
import { asOfMoment } from '../core/time/as-of';
import { parseIso } from '../core/time/calendar';
import { evaluateRule } from './evaluate-rule';
import { populationAt } from './population';
import { parseRule } from './rule/parse-rule';
import type { Rule } from './rule/rule';
import { ruleSentence } from './sentence/rule-sentence';

const anybody: PersonRow = {
  id: 'z',
  createdAt: null,
  gender: null,
  'custom:points': null,
  emailConsent: null,
  personId: null,
  email: null,
};

const dataset = (w: World) => datasetOf(w);
const context = (at: number) => ({ asOf: at, currency: 'USD', segment: () => null, reportId: null });

function answers(data: Dataset, r: Rule, at: number): Record<string, Answer> {
  const found = evaluateRule(data, r, context(at));
  const population = populationAt(data, at);
  const out: Record<string, Answer> = {};
  for (let p = 0; p < data.people.size; p++) {
    const both = found.in.has(p) && found.unknown.has(p);
    expect(both).toBe(false);
    out[data.people.label.dictionary[data.people.label.codes[p] as number] as string] = !population.has(p)
      ? 'nobody'
      : found.in.has(p)
        ? 'in'
        : found.unknown.has(p)
          ? 'unknown'
          : 'out';
    if (!population.has(p)) expect(found.in.has(p) || found.unknown.has(p)).toBe(false);
  }
  return out;
}

const sorted = (all: Record<string, Answer>) => Object.fromEntries(Object.entries(all).sort());

describe('any rule over any data', () => {
  it('means what a naive reading of its definition says', () => {
    fc.assert(
      fc.property(world, rule, moment, (w, r, at) => {
        const expected = Object.fromEntries(naiveReading(w, r, at, 'USD'));
        expect(sorted(answers(dataset(w), r, at))).toEqual(sorted(expected));
      }),
      { numRuns: 1500 },
    );
  });

  it('parts everybody there is into in, out and unknown', () => {
    fc.assert(
      fc.property(world, rule, moment, (w, r, at) => {
        const data = dataset(w);
        const yes = evaluateRule(data, r, context(at));
        const no = evaluateRule(data, { kind: 'none', rules: [r] }, context(at));
        const everyone = populationAt(data, at);
        expect([...no.unknown.words]).toEqual([...yes.unknown.words]);
        expect(yes.in.and(no.in).count()).toBe(0);
        expect([...yes.in.or(no.in).or(yes.unknown).words]).toEqual([...everyone.words]);
        const twice = evaluateRule(
          data,
          { kind: 'none', rules: [{ kind: 'none', rules: [r] }] },
          context(at),
        );
        expect([...twice.in.words]).toEqual([...yes.in.words]);
      }),
      { numRuns: 500 },
    );
  });

  it('says in the past what it would say of data cut off there', () => {
    fc.assert(
      fc.property(world, rule, moment, (some, r, at) => {
        // A list of people keeps its columns however few of its people were there.
        const w = { ...some, people: [...some.people, anybody] };
        const end = asOfMoment(at);
        const whole = answers(dataset(w), r, at);
        const before = (row: { readonly time: string | null }) =>
          row.time !== null && (parseIso(row.time) as number) <= end;
        const cut: World = {
          people: w.people.filter((p) => whole[p.id] !== 'nobody'),
          orders: w.orders.filter(
            (o) => before(o) || (o.time === null && whole[o.person ?? ''] !== 'nobody'),
          ),
          events: w.events.filter(before),
        };
        const there = Object.fromEntries(Object.entries(whole).filter(([, answer]) => answer !== 'nobody'));
        const after = answers(dataset(cut), r, at);
        // People known only by later rows are gone from the cut data, as they were nobody in the whole.
        expect(sorted(after)).toEqual(sorted(there));
      }),
      { numRuns: 800 },
    );
  });

  it('can be stored, checked and read out', () => {
    fc.assert(
      fc.property(rule, (r) => {
        const again = parseRule(JSON.parse(JSON.stringify(r)));
        // Empty filter lists are left out, repeated values are said once.
        expect(parseRule(again)).toEqual(again);
        for (const text of Object.values(ruleSentence(again))) {
          expect(text).toMatch(/^\p{Lu}.*\.$/u);
          expect(text).not.toMatch(/undefined|NaN|\[object| {2}/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
