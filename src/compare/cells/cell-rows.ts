import type { Bitset } from '../../core/bitset';
import { NULL_CODE, textAt } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { isoDay } from '../../core/time/calendar';
import { PersonFacts } from '../../metrics/people/person-facts';
import type { PersonMetric } from '../../metrics/people/person-metric';
import type { PersonValues } from '../../metrics/people/person-values';
import { ReportFacts } from '../../metrics/reports/report-facts';
import { populationAt } from '../../segments/population';
import { comparedCurrency } from '../compare-people';
import { reportMetrics, reportOf } from '../compare-report';
import type { ComparisonRequest } from '../comparison';
import { chosenPersonMetrics } from '../measure/chosen-metrics';
import { measuredSpan } from '../measure/measured-span';

/** The people, or rows of a report, that one number rests on, what adds most first. Parts add up to the cell's own. */
export interface CellRows {
  readonly total: number;
  readonly rows: readonly CellRow[];
}

export interface CellRow {
  /** Who, or which values of the report's dimensions. */
  readonly label: string;
  /** What they add above and below the line; null where the metric has no such part, or theirs is not known. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of the time measured, latest last; those of a report's row are none. */
  readonly orders: readonly CellOrder[];
  /** Orders beyond those listed. */
  readonly ordersLeft: number;
}

export interface CellOrder {
  readonly id: string | null;
  /** `WallMs`; null without a date. */
  readonly time: number | null;
  /** Gross less refunds, minor units of its own currency. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly isSale: boolean;
}

const MOST_ORDERS = 20;

/** Rows `offset` on. `members` are those of the segment at the as-of; null is everyone. `now` is the real clock. */
export function cellRows(
  dataset: Dataset,
  request: ComparisonRequest,
  metricId: string,
  members: Bitset | null,
  page: { readonly offset: number; readonly limit: number },
  now: number,
): CellRows {
  return request.grain === 'person'
    ? peopleRows(dataset, request, metricId, members, page, now)
    : reportRows(dataset, request, metricId, members, page);
}

interface Parts {
  readonly numerator: (row: number) => number | null;
  readonly denominator: (row: number) => number | null;
  /** Whether the row is one of those the number rests on. */
  readonly counts: (row: number) => boolean;
}

function peopleRows(
  dataset: Dataset,
  request: ComparisonRequest,
  metricId: string,
  members: Bitset | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  now: number,
): CellRows {
  const metric = chosenPersonMetrics(dataset, [metricId])[0] as PersonMetric;
  const span = measuredSpan(dataset, request, now);
  const population = populationAt(dataset, span.asOf);
  const facts = new PersonFacts(dataset, span, comparedCurrency(dataset, request), population);
  const parts = partsOf(metric, facts);
  const people: number[] = [];
  (members === null ? population : members.and(population)).forEach((p) => {
    if (parts.counts(p)) people.push(p);
  });
  const weight = (p: number) => parts.numerator(p) ?? 0;
  people.sort((a, b) => weight(b) - weight(a) || a - b);
  const { from, to } = facts.orders;
  return {
    total: people.length,
    rows: people.slice(offset, offset + limit).map((p) => ({
      label: textAt(dataset.people.label, p) ?? `#${p + 1}`,
      numerator: parts.numerator(p),
      denominator: parts.denominator(p),
      orders: Array.from({ length: Math.min(MOST_ORDERS, to[p]! - from[p]!) }, (_, i) =>
        orderOf(dataset, from[p]! + i),
      ),
      ordersLeft: Math.max(0, to[p]! - from[p]! - MOST_ORDERS),
    })),
  };
}

function orderOf({ orders }: Dataset, row: number): CellOrder {
  const ids = orders.columns.get('orderId');
  const at = orders.time[row]!;
  const isSale = orders.isSale[row] === 1;
  const amount = (isSale ? orders.gross[row]! : 0) - orders.refunded[row]!;
  const code = orders.currency.codes[row]!;
  return {
    id: ids?.type === 'text' ? textAt(ids, row) : null,
    time: Number.isNaN(at) ? null : at,
    amountMinor: Number.isNaN(amount) ? null : amount,
    currency: code === NULL_CODE ? null : (orders.currency.dictionary[code] ?? null),
    isSale,
  };
}

function partsOf({ measure }: PersonMetric, facts: PersonFacts): Parts {
  const one = () => 1;
  const of = (column: Float64Array | null) => (column === null ? one : (p: number) => column[p]!);
  switch (measure.kind) {
    case 'total':
    case 'share-of-total': {
      const column = measure.of === null ? null : measure.of(facts);
      return {
        numerator: of(column),
        denominator: () => null,
        counts: (p) => column === null || column[p] !== 0,
      };
    }
    case 'proportion':
    case 'forecast':
    case 'mean': {
      const among = of(measure.among === null ? null : measure.among(facts));
      return { numerator: of(measure.of(facts)), denominator: among, counts: (p) => among(p) === 1 };
    }
    case 'ratio': {
      const [x, y] = [measure.of(facts), measure.per(facts)];
      return { numerator: of(x), denominator: of(y), counts: (p) => x[p] !== 0 || y[p] !== 0 };
    }
    case 'median': {
      const values = measure.of(facts);
      const count = (p: number) => values.offsets[p + 1]! - values.offsets[p]!;
      return { numerator: longestOf(values), denominator: count, counts: (p) => count(p) > 0 };
    }
    case 'lapse': {
      const { customers, silence } = measure.of(facts);
      return {
        numerator: longestOf(silence),
        denominator: of(customers),
        counts: (p) => customers[p] === 1,
      };
    }
  }
}

/** 0 of nobody. */
const longestOf =
  ({ offsets, values }: PersonValues) =>
  (p: number) =>
    offsets[p] === offsets[p + 1] ? 0 : values[offsets[p + 1]! - 1]!;

function reportRows(
  dataset: Dataset,
  request: ComparisonRequest,
  metricId: string,
  members: Bitset | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): CellRows {
  const table = reportOf(dataset, request);
  const report = new ReportFacts(table);
  const metric = reportMetrics(report, [metricId])[0];
  if (metric === undefined) return { total: 0, rows: [] };
  const { measure } = metric;
  const read = (of: Float64Array | string) => (typeof of === 'string' ? null : of);
  const above =
    measure.kind === 'total' || measure.kind === 'share-of-total'
      ? read(report.numbers(measure.columns))
      : read(measure.of(report));
  const below = measure.kind === 'rate' || measure.kind === 'ratio' ? read(measure.over(report)) : null;
  const part = (column: Float64Array | null, row: number) => {
    const value = column?.[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++) if (members === null || members.has(row)) rows.push(row);
  rows.sort((a, b) => (part(above, b) ?? -1) - (part(above, a) ?? -1) || a - b);
  const labelOf = (row: number) =>
    table.dimensions
      .map(({ column }) =>
        column.type === 'text'
          ? (textAt(column, row) ?? '')
          : column.type === 'time' && !Number.isNaN(column.values[row]!)
            ? isoDay(column.values[row]!)
            : '',
      )
      .filter((text) => text !== '')
      .join(' · ');
  return {
    total: rows.length,
    rows: rows.slice(offset, offset + limit).map((row) => ({
      label: labelOf(row),
      numerator: part(above, row),
      denominator: part(below, row),
      orders: [],
      ordersLeft: 0,
    })),
  };
}
