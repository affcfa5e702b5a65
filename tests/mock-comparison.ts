import type {
  Cell,
  Comparison,
  ComparisonRequest,
  Retention,
  RetentionRequest,
  Trend,
  TrendRequest,
  Verdict,
} from '../src/compare/comparison';
import type { Passport } from '../src/core/passport';
import type { MetricInfo } from '../src/metrics/metric-info';
import type { SegmentView } from '../src/protocol/engine-api';

/** Made-up results in the shape of real ones, for UI tests and the gallery; the numbers hang together, roughly. */
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const AS_OF = day('2026-10-31') + 20 * 3_600_000;
const POPULATION = 5021;
const sizeOf = (view: SegmentView): number => view.size ?? 0;

const metric = (
  id: string,
  family: MetricInfo['family'],
  unit: MetricInfo['unit'],
  direction: MetricInfo['direction'],
  en: string,
  pl: string,
  parts: readonly [numerator: string, denominator: string | null],
): MetricInfo => ({
  id,
  grain: 'person',
  family,
  unit,
  direction,
  label: { en, pl },
  definition: { en: `${en}: what it is, in a sentence.`, pl: `${pl}: czym jest, jednym zdaniem.` },
  numerator: { en: parts[0], pl: parts[0] },
  denominator: parts[1] === null ? null : { en: parts[1], pl: parts[1] },
});

export const MOCK_METRICS: readonly MetricInfo[] = [
  metric('customers', 'size', 'count', 'neither', 'Customers', 'Klienci', ['customers', null]),
  metric('share', 'size', 'rate', 'neither', 'Share of customers', 'Udział klientów', [
    'customers',
    'all customers',
  ]),
  metric('revenue', 'sales', 'money', 'neither', 'Revenue', 'Przychód', ['revenue after refunds', null]),
  metric('revenue-share', 'sales', 'rate', 'neither', 'Share of revenue', 'Udział w przychodzie', [
    'revenue',
    'all revenue',
  ]),
  metric('orders', 'sales', 'count', 'neither', 'Orders', 'Zamówienia', ['orders', null]),
  metric('conversion', 'conversion', 'rate', 'more', 'Conversion', 'Współczynnik konwersji', [
    'customers who ordered',
    'customers',
  ]),
  metric('revenue-per-customer', 'value', 'money', 'more', 'Revenue per customer', 'Przychód na klienta', [
    'revenue after refunds',
    'customers',
  ]),
  metric('orders-per-customer', 'value', 'ratio', 'more', 'Orders per customer', 'Zamówienia na klienta', [
    'orders',
    'customers',
  ]),
  metric('aov', 'value', 'money', 'more', 'Average order value', 'Średnia wartość zamówienia', [
    'revenue',
    'orders',
  ]),
  metric('refund-rate', 'value', 'rate', 'less', 'Refund rate', 'Odsetek zwrotów', [
    'refunded',
    'gross revenue',
  ]),
  metric('repeat-rate', 'loyalty', 'rate', 'more', 'Repeat rate', 'Odsetek powracających', [
    'customers with two orders or more',
    'customers with an order',
  ]),
  metric(
    'median-days-between-orders',
    'time',
    'days',
    'less',
    'Median days between orders',
    'Mediana dni między zamówieniami',
    ['gaps between orders', null],
  ),
];

/** Orders a customer, basket in grosze, refunds, days between orders: what the rest is made from. */
const HABITS: Readonly<
  Record<string, readonly [orders: number, basket: number, refunds: number, gap: number | null]>
> = {
  'library:rfm-champions': [9.4, 14_350, 0.011, 21],
  'library:rfm-loyal': [6.1, 12_120, 0.018, 34],
  'library:rfm-at-risk': [3.2, 11_480, 0.034, 52],
  'library:rfm-new': [1.1, 9_870, 0.041, 18.5],
  'library:one-time': [1, 8_940, 0.062, null],
  'library:big-spenders': [10.2, 24_310, 0.015, 19],
  'library:discount-only': [1.9, 7_020, 0.071, 63],
};
const EVERYONE: readonly [number, number, number, number | null] = [3.65, 11_900, 0.029, 38];

export function mockComparison(
  request: ComparisonRequest,
  views: readonly SegmentView[],
  options: { readonly none?: boolean } = {},
): Comparison {
  const metrics =
    request.metricIds.length === 0
      ? MOCK_METRICS
      : MOCK_METRICS.filter((m) => request.metricIds.includes(m.id));
  const chosen = request.segmentIds.flatMap((id) => views.find((v) => v.segment.id === id) ?? []);
  const base = views.find((v) => v.segment.id === request.baseSegmentId);
  return {
    format: 1,
    request,
    dataVersion: 7,
    computedAt: day('2026-11-03') + 9.7 * 3_600_000,
    asOf: request.asOf ?? AS_OF,
    period: { from: day('2024-11-01'), to: AS_OF },
    descriptive: request.measured.kind !== 'after',
    currency: 'PLN',
    ordersInOtherCurrencies: 350,
    unattributed: { orders: 214, revenueMinor: 2_411_800 },
    metrics,
    segments: chosen.map((v) => ({
      id: v.segment.id,
      name: v.segment.name,
      colour: v.segment.colour,
      size: sizeOf(v),
      unknown: v.unknown,
      population: POPULATION,
      base: base
        ? { name: base.segment.name, size: sizeOf(base), sharedWithBase: base === v ? 0 : 31 }
        : { name: null, size: POPULATION - sizeOf(v), sharedWithBase: 0 },
    })),
    everyone: metrics.map((m) => cellOf(m, POPULATION, EVERYONE, null)),
    cells: chosen.map((v) =>
      metrics.map((m) =>
        options.none || v.size === 0
          ? { state: 'none', reason: 'empty-segment', n: 0 }
          : cellOf(m, sizeOf(v), HABITS[v.segment.id] ?? [2.4, 10_400, 0.03, 41], POPULATION - sizeOf(v)),
      ),
    ),
    passports: [PASSPORT],
  };
}

function cellOf(
  m: MetricInfo,
  size: number,
  [orders, basket, refunds, gap]: (typeof HABITS)[string] & object,
  others: number | null,
): Cell {
  const [allOrders, allBasket, allRefunds, allGap] = EVERYONE;
  const count = Math.round(size * orders);
  const revenue = count * basket;
  const total = POPULATION * allOrders * allBasket;
  const plain = (value: number): Cell =>
    valueCell(value, size, 'customers', { numerator: value, denominator: null });
  const rated = (
    value: number,
    baseline: number,
    n: number,
    of: ValueCell['nOf'],
    spread: number,
    top?: number,
  ): Cell => {
    const half = (1.96 * spread) / Math.sqrt(n);
    const difference = value - baseline;
    const surely = Math.abs(difference) > half * 1.3;
    const verdict: Verdict =
      others === null
        ? 'not-tested'
        : n < 30
          ? 'not-enough'
          : !surely
            ? 'no-difference'
            : m.direction === 'neither'
              ? 'different'
              : difference > 0 === (m.direction === 'more')
                ? 'better'
                : 'worse';
    return valueCell(value, n, of, {
      numerator: top ?? value * n,
      denominator: n,
      interval: {
        lo: Math.max(0, value - half),
        hi: m.unit === 'rate' ? Math.min(1, value + half) : value + half,
      },
      base: others === null ? null : { value: baseline, n: others },
      difference:
        others === null
          ? null
          : { value: difference, interval: { lo: difference - half * 1.2, hi: difference + half * 1.2 } },
      p: others === null ? null : surely ? 0.0004 : 0.31,
      q: others === null ? null : surely ? 0.0011 : 0.44,
      smallestDetectable: others === null ? null : half * 1.6,
      method:
        others === null ? null : m.unit === 'rate' ? 'wilson-newcombe' : m.id === 'aov' ? 'delta' : 'welch',
      verdict,
    });
  };
  switch (m.id) {
    case 'customers':
      return plain(size);
    case 'share':
      return valueCell(size / POPULATION, POPULATION, 'customers', {
        numerator: size,
        denominator: POPULATION,
      });
    case 'revenue':
      return plain(revenue);
    case 'revenue-share':
      return valueCell(Math.min(1, revenue / total), POPULATION, 'customers', {
        numerator: revenue,
        denominator: total,
      });
    case 'orders':
      return plain(count);
    case 'conversion':
      return { state: 'none', reason: 'only-buyers-held', n: size };
    case 'revenue-per-customer':
      return rated(
        orders * basket,
        allOrders * allBasket * 0.92,
        size,
        'customers',
        orders * basket * 0.9,
        revenue,
      );
    case 'orders-per-customer':
      return rated(orders, allOrders * 0.93, size, 'customers', orders * 0.7, count);
    case 'aov':
      return rated(basket, allBasket, count, 'orders', basket * 0.75, revenue);
    case 'refund-rate':
      return rated(refunds, allRefunds, count, 'orders', Math.sqrt(refunds));
    case 'repeat-rate': {
      const rate = Math.min(0.985, Math.max(0, (orders - 1) / (orders + 0.6)));
      return rated(rate, 0.58, size, 'customers', Math.sqrt(rate * (1 - rate) + 0.001));
    }
    default:
      return gap === null
        ? { state: 'none', reason: 'no-repeat-buyers', n: 0 }
        : rated(gap, allGap ?? gap, Math.max(12, count - size), 'gaps', gap * 0.9);
  }
}

type ValueCell = Extract<Cell, { state: 'value' }>;

function valueCell(value: number, n: number, nOf: ValueCell['nOf'], more: Partial<ValueCell>): ValueCell {
  return {
    state: 'value',
    value,
    n,
    nOf,
    numerator: null,
    denominator: null,
    interval: null,
    base: null,
    difference: null,
    p: null,
    q: null,
    verdict: 'not-tested',
    smallestDetectable: null,
    method: null,
    leftOut: 0,
    ...more,
  };
}

export function mockTrend(request: TrendRequest): Trend {
  const info = MOCK_METRICS.find((m) => m.id === request.metricId) ?? (MOCK_METRICS[6] as MetricInfo);
  const months = Array.from({ length: 14 }, (_, i) => ({
    from: Date.UTC(2025, 8 + i, 1),
    to: Date.UTC(2025, 9 + i, 1) - 1,
    partial: i === 13,
  }));
  const scale = info.unit === 'money' ? 11_000 : info.unit === 'rate' ? 0.3 : 2;
  return {
    metric: info,
    currency: 'PLN',
    periods: months,
    lines: [...request.comparison.segmentIds, null].map((segmentId, s) => ({
      segmentId,
      points: months.map((_, i) => {
        if (i === 3 && s === 1) return null;
        const value = scale * (1 + 0.22 * s) * (1 + 0.12 * Math.sin(i / 1.7 + s) + i * 0.01);
        const half = value * (segmentId === null ? 0.02 : 0.09);
        return { value, n: 120 + s * 40 + i, interval: { lo: value - half, hi: value + half } };
      }),
    })),
  };
}

export function mockRetention(request: RetentionRequest): Retention {
  const kept = (s: number, i: number) => (i === 0 ? 1 : (0.16 + 0.06 * s) * Math.exp(-i / 16) + 0.03);
  return {
    definition: request.definition,
    cohorts: Array.from({ length: 13 }, (_, c) => ({
      from: Date.UTC(2025, 9 + c, 1),
      size: 180 + ((c * 37) % 90),
      kept: Array.from({ length: request.periods }, (_, i) => (i + c < 13 ? kept((c % 4) / 2, i) : null)),
    })),
    curves: [...request.comparison.segmentIds, null].map((segmentId, s) => ({
      segmentId,
      points: Array.from({ length: request.periods }, (_, i) => {
        const value = kept(s, i);
        const half = i === 0 ? 0 : 0.02 + i * 0.001;
        return {
          value,
          n: 400 - i * 20,
          interval: { lo: Math.max(0, value - half), hi: Math.min(1, value + half) },
        };
      }),
    })),
  };
}

const PASSPORT: Passport = {
  captureId: 'c1',
  tool: 'shopify',
  recogniser: 'shopify-orders',
  source: { kind: 'file', name: 'orders_export_1.csv', bytes: 8_412_233, encoding: 'utf-8' },
  title: null,
  account: null,
  property: null,
  dateRange: { from: '2024-11-01', to: '2026-10-31' },
  capturedAt: AS_OF,
  timeZone: 'as-written',
  rowsSeen: 41_212,
  rowsKept: 41_200,
  rowsRefused: 12,
  rowsSetApart: 0,
  columnsLeftOut: [],
  notes: [],
  reconciliation: [],
  problems: [],
};
