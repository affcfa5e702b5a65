import { describe, expect, it } from 'vitest';
import { datasetOf, type EventRow, type OrderRow, type PersonRow } from '../../../tests/dataset-of';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import { segmentMembers } from '../../../tests/segment-members';
import type { Dataset } from '../../core/dataset';
import { seededRandom } from '../../core/seeded-random';
import { evaluateRule } from '../../segments/evaluate-rule';
import type { Rule } from '../../segments/rule/rule';
import type { SegmentMembers } from '../compare-people';
import { differsMost } from './differs-most';
import type { FinderRequest, Finding, Findings } from './findings';

const REQUEST: FinderRequest = {
  grain: 'person',
  segmentId: 'own:x',
  againstId: null,
  asOf: null,
  measured: { kind: 'held' },
  currency: null,
  reportId: null,
  minimumEffect: 0.2,
};
const NOW = Date.UTC(2026, 0, 1);

function search(
  dataset: Dataset,
  segment: SegmentMembers,
  options: {
    readonly against?: SegmentMembers;
    readonly request?: Partial<FinderRequest>;
    readonly rules?: Readonly<Record<string, Rule>>;
  } = {},
): Findings {
  const { against = null, request = {}, rules = {} } = options;
  const steps = differsMost(
    dataset,
    { ...REQUEST, ...request },
    segment,
    against,
    (id) => rules[id] ?? null,
    NOW,
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A segment by its rule, as the catalog makes it. */
function ruled(dataset: Dataset, rule: Rule, rules: Readonly<Record<string, Rule>> = {}): SegmentMembers {
  const asOf = dataset.coverage?.to ?? NOW;
  const members = evaluateRule(dataset, rule, {
    asOf,
    currency: null,
    segment: (id) => rules[id] ?? null,
    reportId: null,
  });
  const { segment } = segmentMembers(dataset.people.size, 'ruled', []);
  return { segment: { ...segment, rule }, members };
}

const is = (field: string, ...values: string[]): Rule => ({
  kind: 'attribute',
  field,
  test: { op: 'is-any-of', values },
});
const byId = (findings: Findings, id: string): Finding | undefined =>
  findings.findings.find((finding) => finding.id === id);

/** 600 customers: who is in `group` a buys coffee, comes by ads and spends more; the rest is drawn by lot. */
function shop(seed: number, planted: boolean) {
  const random = seededRandom(seed);
  const pick = (...values: string[]) => values[Math.floor(random() * values.length)] as string;
  const people: PersonRow[] = [];
  const orders: OrderRow[] = [];
  const events: EventRow[] = [];
  for (let i = 0; i < 600; i++) {
    const id = `p${i}`;
    const a = i % 3 === 0;
    const lift = planted && a;
    people.push({
      id,
      email: `${id}@example.com`,
      acquisitionChannel: lift ? pick('ads', 'ads', 'ads', 'direct') : pick('ads', 'direct', 'direct'),
      personCountry: pick('PL', 'DE', 'CZ'),
      age: 20 + Math.floor(random() * 50),
      'custom:Group': a ? 'a' : 'b',
      'custom:Copy of group': a ? 'first' : 'second',
      'custom:Code': `x${i}`,
      'custom:Colour': pick('red', 'green', 'blue'),
      'custom:Score': Math.exp(3 * random()),
    });
    const count = Math.floor(random() * 4) + (lift ? 2 : 0);
    for (let k = 0; k < count; k++)
      orders.push({
        person: id,
        time: `2025-0${1 + Math.floor(random() * 8)}-1${Math.floor(random() * 9)}`,
        total: 10 + random() * 40,
        items: [{ amount: 10, category: lift && random() < 0.8 ? 'coffee' : pick('tea', 'mugs', 'coffee') }],
      });
    if (random() < 0.7)
      events.push({ person: id, time: '2025-03-01', kind: pick('visit', 'search'), name: pick('x', 'y') });
  }
  return { people, orders, events, dataset: datasetOf({ people, orders, events }) };
}

describe('what differs most', () => {
  const made = shop(1, true);
  const segment = ruled(made.dataset, is('custom:Group', 'a'));
  const findings = search(made.dataset, segment);
  const inA = (row: PersonRow) => row['custom:Group'] === 'a';

  it('finds what was planted', () => {
    const fields = findings.findings.map((f) => `${f.subject.of}.${f.subject.field}`);
    expect(fields).toContain('people.acquisitionChannel');
    expect(fields).toContain('items.category');
    expect(fields).toContain('metric.orders-per-customer');
  });

  it('tells of what was drawn by lot in at most 5 of 100 findings', () => {
    const byLot = ['custom:Colour', 'custom:Score', 'personCountry', 'age', 'kind', 'name'];
    let [all, wrong] = [0, 0];
    for (let seed = 10; seed < 30; seed++) {
      const { dataset } = shop(seed, true);
      const found = search(dataset, ruled(dataset, is('custom:Group', 'a')), {
        request: { minimumEffect: 0 },
      });
      all += found.findings.length;
      wrong += found.findings.filter((f) => byLot.includes(f.subject.field)).length;
    }
    expect(all).toBeGreaterThan(100);
    expect(wrong / all).toBeLessThanOrEqual(0.05);
  });

  it('counts attributes as a plain filter does', () => {
    const channel =
      byId(findings, 'people:acquisitionChannel:is:direct') ??
      byId(findings, 'people:acquisitionChannel:is:ads');
    const count = (a: boolean) =>
      made.people.filter((row) => inA(row) === a && row['acquisitionChannel'] === channel?.subject.value)
        .length;
    expect([channel?.a.hits, channel?.a.n, channel?.b.hits, channel?.b.n]).toEqual([
      count(true),
      200,
      count(false),
      400,
    ]);
  });

  it('counts what was bought by people who bought, each once', () => {
    const coffee = byId(findings, 'items:category:did:coffee');
    const count = (a: boolean) => {
      const buyers = new Map<string, boolean>();
      for (const { person, items = [] } of made.orders) {
        const row = made.people.find(({ id }) => id === person) as PersonRow;
        if (inA(row) !== a) continue;
        buyers.set(
          row.id,
          buyers.get(row.id) === true || items.some((item) => item['category'] === 'coffee'),
        );
      }
      return [[...buyers.values()].filter((had) => had).length, buyers.size];
    };
    expect([coffee?.a.hits, coffee?.a.n]).toEqual(count(true));
    expect([coffee?.b.hits, coffee?.b.n]).toEqual(count(false));
  });

  it('gives the rule of just those who have the value', () => {
    const coffee = byId(findings, 'items:category:did:coffee');
    const { members } = ruled(made.dataset, coffee?.rule as Rule);
    expect(members.in.count()).toBe((coffee?.a.hits ?? 0) + (coffee?.b.hits ?? 0));
  });

  it('leaves out the field that defines the segment, its copy, names and codes, and says why', () => {
    const why = new Map(findings.leftOut.map((l) => [l.field, l.reason]));
    expect(why.get('custom:Group')).toBe('defines');
    expect(why.get('custom:Copy of group')).toMatch(/^copy-of/);
    expect(why.get('email')).toBe('identifies');
    expect(why.get('custom:Code')).toBe('own-values');
    expect(findings.findings.map((f) => f.subject.field)).not.toContain('custom:Copy of group');
  });

  it('ranks by the bound nearest nought', () => {
    const bounds = findings.findings.map(({ effect: { value, interval } }) =>
      value > 0 ? interval.lo : -interval.hi,
    );
    expect([...bounds].sort((a, b) => b - a)).toEqual(bounds);
    for (const { effect, q } of findings.findings) {
      expect(Math.abs(effect.value)).toBeGreaterThanOrEqual(0.2);
      expect(q).toBeLessThan(0.05);
    }
  });

  it('sees through segments named by segments', () => {
    const rules = { 'own:inner': is('acquisitionChannel', 'ads') };
    const nested: Rule = {
      kind: 'all',
      rules: [{ kind: 'segment', id: 'own:inner' }, is('personCountry', 'PL')],
    };
    const { leftOut } = search(made.dataset, ruled(made.dataset, nested, rules), { rules });
    expect(leftOut.filter((l) => l.reason === 'defines').map((l) => l.field)).toEqual(
      expect.arrayContaining(['acquisitionChannel', 'personCountry']),
    );
  });

  it('leaves how often out of who ordered often, and what of it follows at once', () => {
    const often: Rule = orderedAtLeast(3);
    const found = search(made.dataset, ruled(made.dataset, often));
    const out = found.leftOut.filter((l) => l.reason === 'defines').map((l) => l.field);
    expect(out).toEqual(expect.arrayContaining(['orders-per-customer', 'repeat-rate', 'conversion']));
    expect(found.findings.map((f) => f.subject.field)).not.toContain('orders-per-customer');
  });

  it('compares the exclusive parts of two that overlap', () => {
    const size = made.dataset.people.size;
    const first = segmentMembers(
      size,
      'first',
      Array.from({ length: 300 }, (_, i) => i),
    );
    const second = segmentMembers(
      size,
      'second',
      Array.from({ length: 300 }, (_, i) => i + 200),
    );
    const found = search(made.dataset, first, { against: second });
    expect([found.segment.size, found.against.size, found.shared]).toEqual([200, 200, 100]);
  });

  it('asks nothing where a side is empty or has a handful, and does not fail', () => {
    const size = made.dataset.people.size;
    for (const members of [[], [1, 2, 3], Array.from({ length: size }, (_, i) => i)]) {
      const found = search(made.dataset, segmentMembers(size, 'few', members));
      expect(found.findings).toEqual([]);
    }
    const nothing = datasetOf({});
    expect(search(nothing, segmentMembers(0, 'none', [])).tried).toBe(0);
  });
});

describe('within strata', () => {
  /** Members came back less often as it stands, and more often by ads and direct alike: the planted table of Simpson. */
  const people = (
    [
      ['yes', 'ads', 500, 126],
      ['yes', 'direct', 100, 90],
      ['no', 'ads', 100, 20],
      ['no', 'direct', 500, 372],
    ] as const
  ).flatMap(([member, channel, n, back]) =>
    Array.from({ length: n }, (_, i) => ({
      id: `${member}${channel}${i}`,
      acquisitionChannel: channel,
      personCountry: i % 2 === 0 ? 'PL' : 'DE',
      'custom:Member': member,
      'custom:Back': i < back ? 'came' : 'did not',
    })),
  );
  const dataset = datasetOf({ people });
  const found = search(dataset, ruled(dataset, is('custom:Member', 'yes')));
  const back = found.findings.find((f) => f.subject.field === 'custom:Back');

  it('knows a sign that turns round in every stratum', () => {
    expect(back?.verdict).toBe('turns-round');
    const channel = back?.strata.find(({ by }) => by === 'channel');
    const sign = back?.subject.value === 'came' ? 1 : -1;
    expect((channel?.crude ?? 0) * sign).toBeCloseTo(216 / 600 - 392 / 600, 12);
    expect((channel?.pooled ?? 0) * sign).toBeGreaterThan(0);
    for (const { difference } of channel?.strata ?? []) expect((difference ?? 0) * sign).toBeGreaterThan(0);
    expect(channel?.strata.map(({ a, b }) => (a?.n ?? 0) + (b?.n ?? 0))).toEqual([600, 600]);
  });

  it('says that it holds within countries, which have nothing to do with it', () => {
    expect(back?.strata.find(({ by }) => by === 'country')?.verdict).toBe('holds');
  });

  it('does not look at a channel within channels', () => {
    const channel = found.findings.find((f) => f.subject.field === 'acquisitionChannel');
    expect(channel?.strata.map(({ by }) => by)).not.toContain('channel');
  });
});

describe('on shuffled labels', () => {
  it('finds something in at most 5 of 100 runs', () => {
    const { dataset } = shop(2, false);
    const size = dataset.people.size;
    const random = seededRandom(7);
    const runs = 300;
    let found = 0;
    let tried = 0;
    for (let run = 0; run < runs; run++) {
      const order = Array.from({ length: size }, (_, i) => i);
      for (let i = size - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      // No minimum effect: chance alone is asked about.
      const findings = search(dataset, segmentMembers(size, 'drawn', order.slice(0, 200)), {
        request: { minimumEffect: 0 },
      });
      tried += findings.tried;
      if (findings.findings.length > 0) found++;
    }
    expect(tried / runs).toBeGreaterThan(20);
    expect(found / runs).toBeLessThanOrEqual(0.05);
  }, 60_000);
});
