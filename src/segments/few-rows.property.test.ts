import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../tests/dataset-of';
import { naiveReading, type World } from '../../tests/naive-reading';
import { leaf, moment, world } from '../../tests/random-rules';
import { evaluateRule } from './evaluate-rule';
import { populationAt } from './population';
import type { Rule } from './rule';

/** Many who did all they did long before: every window of the small world then holds few of the rows. */
const long: World = {
  people: [],
  orders: Array.from({ length: 40 }, (_, i) => ({
    person: `old ${i % 20}`,
    time: `2021-0${1 + (i % 9)}-1${i % 7}`,
    total: 1 + i,
    channel: i % 3 === 0 ? 'web' : null,
    items: [{ category: 'tea', quantity: 1, amount: 1 + i }],
  })),
  events: Array.from({ length: 160 }, (_, i) => ({
    person: `old ${i % 20}`,
    time: `2021-0${1 + (i % 9)}-1${i % 7}T1${i % 10}:00`,
    kind: i % 2 === 0 ? 'visit' : 'mail-open',
    name: i % 3 === 0 ? 'x' : null,
  })),
};

const ofDatedWindow = leaf.filter(
  (r: Rule) => 'window' in r && r.kind !== 'sequence' && /last-days|between|days-ago/.test(r.window.kind),
);

describe('a rule of windows that few rows lie in', () => {
  it('means what a naive reading of its definition says', () => {
    fc.assert(
      fc.property(world, ofDatedWindow, moment, (small, r, at) => {
        const w = {
          people: small.people,
          orders: [...small.orders, ...long.orders],
          events: [...small.events, ...long.events],
        };
        const data = datasetOf(w);
        const found = evaluateRule(data, r, {
          asOf: at,
          currency: 'USD',
          segment: () => null,
          reportId: null,
        });
        const population = populationAt(data, at);
        const { label } = data.people;
        const answers = Array.from(label.codes, (code, p) => [
          label.dictionary[code],
          !population.has(p) ? 'nobody' : found.in.has(p) ? 'in' : found.unknown.has(p) ? 'unknown' : 'out',
        ]);
        expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(naiveReading(w, r, at, 'USD')));
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
