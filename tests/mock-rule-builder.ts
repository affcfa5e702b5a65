import type { RuleBuilderMethods } from '../src/protocol/api/rule-builder';
import type { ClauseCount, MemberRow, RfmCells, TraceView, VersionView } from '../src/protocol/engine-api';
import type { Rule } from '../src/segments/rule/rule';

type Answers = { readonly [M in keyof RuleBuilderMethods]: RuleBuilderMethods[M]['answer'] };

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const same = (label: string) => ({ en: label, pl: label });

/** Believable answers to what the rule builder asks. */
export function mockRuleBuilder(member: (index: number) => MemberRow): Answers {
  const order = (iso: string, what: string, amountMinor: number) =>
    ({ of: 'orders', time: day(iso), what, amountMinor, currency: 'PLN' }) as const;
  const trace: TraceView = {
    kind: 'all',
    told: 'unknown',
    evidence: { kind: 'group' },
    sentence: same(''),
    parts: [
      {
        kind: 'behaviour',
        told: 'in',
        sentence: {
          en: 'People who have at least 2 orders in the last 90 days.',
          pl: 'Osoby, które mają co najmniej 2 zamówienia w ciągu ostatnich 90 dni.',
        },
        evidence: {
          kind: 'measure',
          measured: {
            unit: 'number',
            value: 3,
            atMost: 3,
            lacks: null,
            rows: [
              order('2026-09-12', '#10234', 12_900),
              order('2026-10-03', '#10871', 8_400),
              order('2026-10-30', '#11302', 22_050),
            ],
            rowsInAll: 3,
            unsure: 0,
          },
        },
        parts: [],
      },
      {
        kind: 'attribute',
        told: 'unknown',
        sentence: { en: 'People whose Country is Poland.', pl: 'Osoby, u których Kraj to Poland.' },
        evidence: { kind: 'attribute', held: true, value: { type: 'text', text: null, number: null } },
        parts: [],
      },
      {
        kind: 'rfm',
        told: 'out',
        sentence: {
          en: 'People who are in the RFM group “Champions”.',
          pl: 'Osoby, które są w grupie RFM „Czempioni”.',
        },
        evidence: {
          kind: 'rfm',
          held: true,
          scores: { r: 5, f: 3, m: 4, days: 1, orders: 3, revenueMinor: 43_350 },
        },
        parts: [],
      },
    ],
  };
  const rule: Rule = {
    kind: 'behaviour',
    measure: { of: 'orders', stat: 'count' },
    window: { kind: 'last-days', days: 90 },
    test: { op: 'at-least', value: 2 },
  };
  const versions: readonly VersionView[] = [
    {
      version: 2,
      savedAt: Date.parse('2026-11-02T10:00:00Z'),
      rule,
      sentence: {
        en: 'People who have at least 2 orders in the last 90 days.',
        pl: 'Osoby, które mają co najmniej 2 zamówienia w ciągu ostatnich 90 dni.',
      },
      counts: { in: 812, unknown: 0, both: 812 },
    },
    {
      version: 1,
      savedAt: Date.parse('2026-09-14T15:20:00Z'),
      rule,
      sentence: {
        en: 'People who have at least 3 orders in the last 180 days.',
        pl: 'Osoby, które mają co najmniej 3 zamówienia w ciągu ostatnich 180 dni.',
      },
      counts: { in: 611, unknown: 0, both: 540 },
    },
  ];
  return {
    fieldValues: {
      total: 3,
      values: [
        { value: 'PL', count: 4302 },
        { value: 'DE', count: 310 },
        { value: 'CZ', count: 195 },
      ],
    },
    spread: {
      n: 5021,
      cuts: [
        { value: 1, atLeast: 5021, atMost: 2810 },
        { value: 2, atLeast: 2211, atMost: 3604 },
        { value: 4, atLeast: 1204, atMost: 3988 },
        { value: 9, atLeast: 502, atMost: 4560 },
      ],
    },
    windowChoices: [
      { days: 30, people: 612, from: null },
      { days: 47, people: 905, from: 'gap' },
      { days: 90, people: 1490, from: null },
      { days: 94, people: 1518, from: 'two-gaps' },
      { days: 365, people: 3907, from: null },
    ],
    rfmCells: CELLS,
    resolveList: {
      people: [{ email: 'anna.nowak@example.com' }, { email: 'nobody@example.com' }],
      lines: 2,
      found: 1,
      ambiguous: 0,
      repeated: 1,
      notFound: 1,
      notFoundSome: ['nobody@example.com'],
      by: [{ key: 'email', count: 1 }],
    },
    findPeople: { total: 2, rows: [member(0), member(1)] },
    explainPerson: {
      asOf: day('2026-10-31'),
      person: member(0),
      there: true,
      trace,
      currency: 'PLN',
    },
    segmentHistory: versions,
    exportSegments: {
      name: 'segments.json',
      mime: 'application/json',
      bytes: new TextEncoder().encode('{}'),
    },
    importSegments: { added: [{ id: 'own:9', name: 'VIP' }], renamed: 1, same: 0, refused: [] },
  };
}

const CELLS: RfmCells = {
  held: true,
  buyers: 5021,
  counts: [
    [612, 188, 90, 41, 12],
    [540, 210, 120, 66, 30],
    [401, 233, 160, 140, 81],
    [322, 214, 190, 205, 160],
    [210, 180, 204, 240, 172],
  ],
  money: [1004, 1004, 1005, 1004, 1004],
  recency: [
    { score: 1, from: 301, to: 730, n: 943 },
    { score: 2, from: 181, to: 300, n: 966 },
    { score: 3, from: 91, to: 180, n: 1015 },
    { score: 4, from: 31, to: 90, n: 1091 },
    { score: 5, from: 0, to: 30, n: 1006 },
  ],
  frequency: [
    { score: 1, from: 1, to: 1, n: 2085 },
    { score: 2, from: 2, to: 2, n: 1025 },
    { score: 3, from: 3, to: 4, n: 764 },
    { score: 4, from: 5, to: 8, n: 692 },
    { score: 5, from: 9, to: 41, n: 455 },
  ],
  monetary: [
    { score: 1, from: 1_900, to: 9_900, n: 1004 },
    { score: 2, from: 9_990, to: 24_900, n: 1004 },
    { score: 3, from: 25_000, to: 61_000, n: 1005 },
    { score: 4, from: 61_100, to: 140_000, n: 1004 },
    { score: 5, from: 140_100, to: 1_284_350, n: 1004 },
  ],
  currency: 'PLN',
};

/** Counts of every clause and group of a rule, made up from its words. */
export function mockClauses(rule: Rule, path: readonly number[] = []): readonly ClauseCount[] {
  const hash = [...JSON.stringify(rule)].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);
  const inner = 'rules' in rule ? rule.rules.flatMap((one, i) => mockClauses(one, [...path, i])) : [];
  return [...inner, { path, in: 40 + (hash % 2400), unknown: hash % 3 === 0 ? hash % 200 : 0 }];
}
