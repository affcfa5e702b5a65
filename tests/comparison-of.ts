import type { Cell, Comparison } from '../src/compare/comparison';
import type { MetricInfo } from '../src/metrics/metric-info';

type Value = Extract<Cell, { state: 'value' }>;

export function metricOf(id: string, more: Partial<MetricInfo> = {}): MetricInfo {
  return {
    id,
    grain: 'person',
    family: 'sales',
    label: { en: `Metric ${id}`, pl: `Wskaźnik ${id}` },
    definition: { en: `What ${id} is; all of it`, pl: `Czym jest ${id}` },
    numerator: { en: 'this', pl: 'to' },
    denominator: { en: 'that', pl: 'tamto' },
    unit: 'ratio',
    direction: 'more',
    ...more,
  };
}

export function cellOf(value: number, more: Partial<Value> = {}): Value {
  return {
    state: 'value',
    value,
    n: 120,
    nOf: 'customers',
    numerator: 30,
    denominator: 120,
    interval: { lo: value * 0.9, hi: value * 1.1 },
    base: { value: value / 2, n: 480 },
    difference: { value: value / 2, interval: { lo: value * 0.3, hi: value * 0.7 } },
    p: 0.000123,
    q: 0.00041,
    verdict: 'better',
    smallestDetectable: 0.031,
    method: 'wilson-newcombe',
    leftOut: 2,
    ...more,
  };
}

/** A comparison of two segments × three metrics with everything in it that an export has to carry. */
export function comparisonOf(more: Partial<Comparison> = {}): Comparison {
  const repeat = metricOf('repeat-rate', { unit: 'rate', family: 'loyalty' });
  const aov = metricOf('aov', { unit: 'money', family: 'value' });
  const share = metricOf('revenue-share', { unit: 'rate', direction: 'neither', partsAreMoney: true });
  const none: Cell = { state: 'none', reason: 'no-repeat-buyers', n: 0 };
  const population = 600;
  return {
    format: 1,
    request: {
      grain: 'person',
      segmentIds: ['library:champions', 'own:1'],
      metricIds: [],
      asOf: null,
      measured: { kind: 'held' },
      baseSegmentId: null,
      currency: 'PLN',
      reportId: null,
    },
    dataVersion: 7,
    computedAt: Date.UTC(2026, 10, 2, 9, 30),
    asOf: Date.UTC(2026, 9, 31, 23, 59, 59, 999),
    period: { from: Date.UTC(2024, 10, 1), to: Date.UTC(2026, 9, 31, 23, 59, 59, 999) },
    descriptive: true,
    currency: 'PLN',
    ordersInOtherCurrencies: 4,
    unattributed: { orders: 9, revenueMinor: 123_450 },
    metrics: [repeat, aov, share],
    segments: [
      {
        id: 'library:champions',
        name: { en: 'Champions', pl: 'Mistrzowie' },
        colour: 0,
        size: 120,
        unknown: 0,
        population,
        base: { name: null, size: 480, sharedWithBase: 0 },
      },
      {
        id: 'own:1',
        name: {
          en: '=HYPERLINK("http://x.example", "a;b,c")',
          pl: '=HYPERLINK("http://x.example", "a;b,c")',
        },
        colour: 1,
        size: 50,
        unknown: 3,
        population,
        base: { name: { en: 'Champions', pl: 'Mistrzowie' }, size: 120, sharedWithBase: 11 },
      },
    ],
    everyone: [
      cellOf(0.4, { base: null, difference: null, p: null, q: null, verdict: 'not-tested' }),
      cellOf(9_876.54321),
      none,
    ],
    cells: [
      [
        cellOf(0.123456789012345),
        cellOf(45_678.25, { numerator: 5_481_390, denominator: 120, method: 'delta' }),
        cellOf(0.41, { numerator: 4_100_000, denominator: 10_000_000, verdict: 'different' }),
      ],
      [
        none,
        cellOf(-12.5, { p: 1.5e-12, q: 3e-12, exclusive: { value: -11, n: 39 } }),
        cellOf(0.07, { verdict: 'not-enough', interval: null }),
      ],
    ],
    passports: [
      {
        captureId: 'c1',
        tool: 'shopify',
        recogniser: 'shopify-orders',
        source: { kind: 'file', name: 'orders, "all"; =cmd.csv', bytes: 1234, encoding: 'utf-8' },
        title: null,
        account: 'Morning Roasters',
        property: null,
        dateRange: { from: '2024-11-01', to: '2026-10-31' },
        capturedAt: Date.UTC(2026, 10, 2, 9, 0),
        timeZone: 'as-written',
        rowsSeen: 1000,
        rowsKept: 990,
        rowsRefused: 10,
        rowsSetApart: 1,
        columnsLeftOut: ['Notes'],
        notes: [{ code: 'lines-grouped-into-orders', params: {} }],
        reconciliation: [],
        problems: [],
      },
    ],
    ...more,
  };
}
