import { describe, expect, it } from 'vitest';
import { datasetOf, type EventRow, type OrderRow } from '../../../tests/dataset-of';
import type { Dataset } from '../../core/dataset';
import { mainCurrency } from '../../core/main-currency';
import { seededRandom } from '../../core/seeded-random';
import { DAY_MS, isoDay, wallMs } from '../../core/time/calendar';
import { scopeOf } from '../engine/scope';
import { evaluateRule } from '../evaluate-rule';
import { parseRule } from '../rule/parse-rule';
import { type FoundGroups, findGroups } from './find-groups';

const START = wallMs(2024, 1, 1);
const LAST = 364;
const iso = (day: number) => isoDay(START + day * DAY_MS);

function found(dataset: Dataset, k: number | null = null): FoundGroups {
  const steps = findGroups(scopeOf(dataset, START + LAST * DAY_MS, mainCurrency(dataset)), k);
  let done = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    expect(step.value.done).toBeGreaterThanOrEqual(done);
    expect(step.value.done).toBeLessThanOrEqual(step.value.of);
    done = step.value.done;
  }
}

/** 120 who buy little and stopped long ago, 80 who buy much and lately, and 20 who only look. */
function twoKinds(outlier = false): { dataset: Dataset; orders: OrderRow[] } {
  const random = seededRandom(4);
  const orders: OrderRow[] = [];
  for (let p = 0; p < 120; p++)
    for (let o = 0; o <= p % 2; o++)
      orders.push({
        person: `once${p}`,
        time: iso(Math.floor(random() * 90)),
        total: 10 + Math.floor(random() * 20),
      });
  for (let p = 0; p < 80; p++)
    for (let o = 0; o < 8 + Math.floor(random() * 5); o++)
      orders.push({
        person: `often${p}`,
        time: iso(LAST - Math.floor(random() * 40)),
        total: 60 + Math.floor(random() * 40),
      });
  if (outlier) for (let o = 0; o < 300; o++) orders.push({ person: 'huge', time: iso(o), total: 1_000_000 });
  const dataset = datasetOf({ people: Array.from({ length: 20 }, (_, i) => ({ id: `look${i}` })), orders });
  return { dataset, orders };
}

const named = (dataset: Dataset, rule: FoundGroups['groups'][number]['rule']) => {
  const members = evaluateRule(dataset, rule, {
    asOf: START + LAST * DAY_MS,
    currency: null,
    segment: () => null,
    reportId: null,
  });
  const { codes, dictionary } = dataset.people.label;
  const out: string[] = [];
  members.in.forEach((p) => {
    out.push(dictionary[codes[p] ?? -1] ?? '');
  });
  return out;
};

describe('groups of people by what they do', () => {
  const { dataset } = twoKinds();
  const view = found(dataset);

  it('are the kinds there are, each with a rule that takes just them', () => {
    expect(view).toMatchObject({
      reason: null,
      clear: true,
      k: 2,
      population: 220,
      active: 200,
      grouped: 200,
    });
    expect(view.groups.map(({ size }) => size)).toEqual([120, 80]);
    for (const { size, taken, right } of view.groups) expect([taken, right]).toEqual([size, size]);
  });

  it('have rules of the ordinary language, counted over everybody, lookers left out', () => {
    for (const { rule, taken } of view.groups) {
      expect(parseRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
      const names = named(dataset, rule);
      expect(names.length).toBe(taken);
      expect(names.filter((name) => name.startsWith('look'))).toEqual([]);
    }
  });

  it('are the same each time, and as many as asked for', () => {
    expect(found(dataset)).toEqual(view);
    expect(found(dataset, 4).k).toBe(4);
    expect(found(dataset, 4).groups.reduce((n, { size }) => n + size, 0)).toBe(200);
  });

  it('say what they do not go by, and why', () => {
    const why = new Map(view.leftOut.map((one) => [one.id, one]));
    expect(why.get('visits')).toEqual({ id: 'visits', why: 'not-held', of: null });
    expect(why.get('discount')?.why).toBe('not-held');
    const random = seededRandom(8);
    const flat = Array.from(
      { length: 600 },
      (_, i): OrderRow => ({
        person: `p${Math.floor(100 * random() ** 2)}`,
        time: iso(i % 200),
        total: 10,
      }),
    );
    const alike = found(datasetOf({ orders: flat }));
    expect(alike.leftOut.find(({ id }) => id === 'basket')?.why).toBe('all-alike');
    expect(alike.leftOut.find(({ id }) => id === 'revenue')).toMatchObject({
      why: 'near-copy',
      of: 'orders',
    });
  });

  it('are not made of one huge customer', () => {
    const huge = found(twoKinds(true).dataset);
    expect(huge.k).toBe(2);
    expect(Math.min(...huge.groups.map(({ size }) => size))).toBeGreaterThan(50);
  });

  it('go by events where nobody orders', () => {
    const events: EventRow[] = Array.from({ length: 100 }, (_, p) =>
      Array.from({ length: p % 2 === 0 ? 1 : 20 }, (_, e) => ({
        person: `p${p}`,
        time: iso((e * 7 + p) % LAST),
        kind: 'visit',
      })),
    ).flat();
    const byEvents = found(datasetOf({ events }));
    expect(byEvents).toMatchObject({ by: 'events', reason: null, k: 2, active: 100 });
    expect(byEvents.groups.map(({ size }) => size)).toEqual([50, 50]);
  });

  it('are none, with the reason, of nobody, one person, a few, and people all alike', () => {
    expect(found(datasetOf({ people: [{ id: 'a' }] })).reason).toBe('nothing-done');
    expect(found(datasetOf({ orders: [{ person: 'a', time: iso(3), total: 5 }] })).reason).toBe(
      'too-few-people',
    );
    const alike = Array.from(
      { length: 80 },
      (_, p): OrderRow => ({ person: `p${p}`, time: iso(9), total: 5 }),
    );
    expect(found(datasetOf({ orders: alike })).reason).toBe('everyone-alike');
  });
});
