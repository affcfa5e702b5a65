import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import type { Dataset } from '../../core/dataset';
import { asOfMoment } from '../../core/time/as-of';
import { isoDay, parseIso } from '../../core/time/calendar';
import { evaluateRule } from '../../segments/evaluate-rule';
import { populationAt } from '../../segments/population';
import { RFM_GROUPS, type Rule } from '../../segments/rule/rule';
import type { Segment } from '../../segments/segment';
import { flowRule } from './flow-rule';
import type { Movement } from './movement';
import { movementOf } from './movement-of';
import { Placement } from './placement';

const day = (iso: string) => parseIso(iso) as number;
const context = { currency: 'USD', segment: () => null };

function segment(name: string, rule: Rule): Segment {
  const label = { en: name, pl: name };
  return {
    id: `own:${name}`,
    kind: 'own',
    grain: 'person',
    name: label,
    description: label,
    rule,
    version: 1,
    versions: [],
    colour: 0,
    thresholds: [],
  };
}

function moved(dataset: Dataset, segments: readonly Segment[], from: number, to: number): Movement {
  const rules = segments.map(({ rule }) => rule);
  return movementOf(
    dataset,
    { segmentIds: segments.map(({ id }) => id), from, to, currency: null },
    segments,
    Placement.at(dataset, rules, from, context),
    Placement.at(dataset, rules, to, context),
  );
}

const ONCE = segment('once', {
  kind: 'all',
  rules: [orderedAtLeast(1), { kind: 'none', rules: [orderedAtLeast(2)] }],
});
const TWICE = segment('twice', orderedAtLeast(2));

/** `from → to: people, revenue between, revenue before`, by names. */
function told(movement: Movement): string[] {
  const name = (at: number) => movement.states[at]?.name?.en ?? movement.states[at]?.kind;
  return movement.flows.map(
    ({ from, to, people, between, before }) =>
      `${name(from)} → ${name(to)}: ${people}, ${between.revenueMinor}, ${before.revenueMinor}`,
  );
}

describe('movement between two days', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    createdAt: id === 'e' ? '2024-02-10' : id === 'd' ? '2024-01-02' : null,
  }));
  const orders: OrderRow[] = [
    { person: 'a', time: '2024-01-05', total: 10 },
    { person: 'a', time: '2024-02-05', total: 20, refunded: 5 },
    { person: 'b', time: '2024-01-06', total: 7 },
    { person: 'c', time: '2024-02-07', total: 9 },
    { person: 'f', time: '2024-01-01', total: 1 },
    { person: 'f', time: '2024-01-31', total: 2 },
    { person: 'f', time: '2024-03-01', total: 400 },
  ];
  const dataset = datasetOf({ people, orders });
  const movement = moved(dataset, [TWICE, ONCE], day('2024-01-31'), day('2024-02-29'));

  it('says who went where, with what they bought between and in as many days before', () => {
    expect(told(movement)).toEqual([
      'twice → twice: 1, 0, 200',
      'once → twice: 1, 1500, 1000',
      'once → once: 1, 0, 700',
      'none → none: 1, 0, 0',
      'absent → once: 1, 900, 0',
      'absent → none: 1, 0, 0',
    ]);
    expect(movement.between).toEqual({
      from: day('2024-02-01'),
      to: day('2024-03-01') - 1,
      partial: false,
    });
    expect(movement.before).toEqual({ from: day('2024-01-03'), to: day('2024-02-01') - 1, partial: false });
  });

  it('tells those whose record was made since from those merely first seen since', () => {
    expect(movement.arrived).toEqual({ created: 1, seen: 1 });
    expect(movement.people).toEqual({ from: 4, to: 6 });
    expect(movement.ofPlaced).toEqual({ people: 3, stayed: 2, moved: 1, left: 0, untold: 0 });
  });

  it('adds up: rows to where people were, columns to where they are', () => {
    movement.states.forEach((state, i) => {
      const sum = (side: 'from' | 'to') =>
        movement.flows.filter((flow) => flow[side] === i).reduce((n, flow) => n + flow.people, 0);
      expect([sum('from'), sum('to')]).toEqual([state.from, state.to]);
    });
  });

  it('keeps those who can’t be told apart, and has no amounts where none can be read', () => {
    const told = moved(
      dataset,
      [segment('pl', { kind: 'attribute', field: 'personCountry', test: { op: 'is-filled' } })],
      day('2024-01-31'),
      day('2024-02-29'),
    );
    expect(told.flows.map(({ from, to, people }) => [from, to, people])).toEqual([
      [2, 2, 4],
      [3, 2, 2],
    ]);
    const foreign = datasetOf({ orders: orders.map((o) => ({ ...o, currency: 'EUR' })) });
    const other = movementOf(
      foreign,
      { segmentIds: [], from: day('2024-01-31'), to: day('2024-02-29'), currency: 'USD' },
      [],
      Placement.at(foreign, [], day('2024-01-31'), context),
      Placement.at(foreign, [], day('2024-02-29'), context),
    );
    expect(other.noMoney).toBe('no-amounts-held');
    expect(other.flows.every(({ between }) => between.revenueMinor === null)).toBe(true);
  });

  it('has nothing to say of nobody', () => {
    const none = moved(datasetOf({}), [ONCE], day('2024-01-31'), day('2024-02-29'));
    expect(none.flows).toEqual([]);
    expect(none.noMoney).toBe('no-orders-held');
  });
});

const someOrders = fc.array(
  fc.record({
    person: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    time: fc.integer({ min: 0, max: 59 }).map((d) => isoDay(day('2024-01-01') + d * 86_400_000)),
    total: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 40 },
);
const RFM = RFM_GROUPS.map((group) => segment(group, { kind: 'rfm', groups: [group] }));
const OWN = [segment('often', orderedAtLeast(3)), ONCE, segment('any', orderedAtLeast(1))];

describe('movement of any orders', () => {
  it('is what the same groups hold of data cut off on either day', () => {
    fc.assert(
      fc.property(
        someOrders,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(RFM, OWN),
        (orders, start, days, segments) => {
          const from = day('2024-01-01') + start * 86_400_000;
          const to = from + days * 86_400_000;
          const movement = moved(datasetOf({ orders }), segments, from, to);
          // Counted by label, each day over data that ends there.
          const standing = (asOf: number) => {
            const cut = datasetOf({ orders: orders.filter((o) => day(o.time) <= asOfMoment(asOf)) });
            const out = new Map<string, string>();
            for (let p = 0; p < cut.people.size; p++) {
              const label = cut.people.label.dictionary[cut.people.label.codes[p] as number] as string;
              const found = segments
                .map(({ name, rule }) => {
                  const m = evaluateRule(cut, rule, { ...context, asOf, reportId: null });
                  return m.in.has(p) ? name.en : m.unknown.has(p) ? 'unknown' : null;
                })
                .find((one) => one !== null);
              out.set(label, found ?? 'none');
            }
            return out;
          };
          const [before, after] = [standing(from), standing(to)];
          const counted = new Map<string, number>();
          for (const [who, where] of after) {
            const key = `${before.get(who) ?? 'absent'} → ${where}`;
            counted.set(key, (counted.get(key) ?? 0) + 1);
          }
          const name = (at: number) => movement.states[at]?.name?.en ?? movement.states[at]?.kind;
          expect(
            Object.fromEntries(movement.flows.map((f) => [`${name(f.from)} → ${name(f.to)}`, f.people])),
          ).toEqual(Object.fromEntries(counted));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('can be said as a rule that gives the very people of a flow', () => {
    fc.assert(
      fc.property(
        someOrders,
        fc.integer({ min: 5, max: 40 }),
        fc.constantFrom(RFM, OWN),
        (orders, start, segments) => {
          const dataset = datasetOf({ people: [{ id: 'z' }, { id: 'y', createdAt: '2024-02-01' }], orders });
          const from = day('2024-01-01') + start * 86_400_000;
          const to = from + 15 * 86_400_000;
          const rules = segments.map(({ rule }) => rule);
          const [first, second] = [from, to].map((at) => Placement.at(dataset, rules, at, context)) as [
            Placement,
            Placement,
          ];
          for (const flow of moved(dataset, segments, from, to).flows) {
            const rule = flowRule(
              rules,
              { state: flow.from, at: from },
              { state: flow.to, at: to },
              () => null,
            );
            const unknown = segments.length + 1;
            if (flow.from === unknown || flow.to === unknown) {
              expect(rule).toBeNull();
              continue;
            }
            const found = evaluateRule(dataset, rule as Rule, { ...context, asOf: to, reportId: null });
            expect([...found.in.words]).toEqual([
              ...Placement.moved(first, flow.from, second, flow.to).words,
            ]);
            // And of a later day the same, since the days are in the rule.
            const later = evaluateRule(dataset, rule as Rule, { ...context, asOf: to + 9e8, reportId: null });
            expect([...later.in.words]).toEqual([...found.in.words]);
            expect(found.in.andNot(populationAt(dataset, to)).count()).toBe(0);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
