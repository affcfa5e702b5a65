import { asOfMoment } from '../core/as-of';
import { Bitset } from '../core/bitset';
import type { Dataset } from '../core/dataset';
import { ordersByPeriod, ordersOfEverybody } from '../metrics/period-orders';
import { PersonFacts } from '../metrics/person-facts';
import { METRICS } from '../metrics/registry';
import { ReportFacts } from '../metrics/report-facts';
import { populationAt } from '../segments/population';
import { calendarPeriods } from './calendar-periods';
import { chosenMetrics, metricInfo } from './chosen-metrics';
import { comparedCurrency, type SegmentMembers } from './compare-people';
import { reportCurrency, reportMetrics, reportOf } from './compare-report';
import type { Trend, TrendRequest } from './comparison';
import { FactSums } from './fact-sums';
import { measurePeople } from './measure-people';
import { measureReport } from './measure-report';
import type { Measured } from './measured';
import { type MeasuredSpan, measuredSpan } from './measured-span';
import { PeopleStrata } from './people-strata';
import { PersonGroup } from './person-group';

type Point = Trend['lines'][number]['points'][number];

/** One metric by calendar period, membership as it is at the as-of; everyone's line stands last. */
export function trendOf(
  dataset: Dataset,
  request: TrendRequest,
  segments: readonly SegmentMembers[],
  now: number,
): Trend {
  return request.comparison.grain === 'person'
    ? trendOfPeople(dataset, request, segments, now)
    : trendOfReport(dataset, request, segments);
}

function trendOfPeople(
  dataset: Dataset,
  request: TrendRequest,
  segments: readonly SegmentMembers[],
  now: number,
): Trend {
  const metric = onlyMetric(chosenMetrics(METRICS.person, [request.metricId]));
  const span = wholeTime(dataset, measuredSpan(dataset, request.comparison, now));
  const currency = comparedCurrency(dataset, request.comparison);
  const population = populationAt(dataset, span.asOf);
  const strata = new PeopleStrata(
    population,
    segments.map(({ members }) => members.in),
  );
  const everyone = strata.group(population);
  const lines = [
    ...segments.map(({ segment, members }) => ({
      segmentId: segment.id,
      group: strata.group(members.in),
    })),
    { segmentId: null, group: everyone },
  ];
  const periods =
    span.to < span.from || dataset.coverage === null
      ? []
      : calendarPeriods(span.from, span.to, request.every, request.weekStart);
  const points: Point[][] = lines.map(() => []);
  const spans = periods.map(({ from, to }) => ({
    from: Math.max(from, span.from),
    to: Math.min(to, span.to),
    horizon: span.horizon,
    allTime: false,
    undated: false,
  }));
  const ordersOf = ordersByPeriod(dataset, spans);
  spans.forEach((within, i) => {
    const active = metric.everybody === true ? ordersOfEverybody(dataset, within) : ordersOf[i];
    const sums = new FactSums(new PersonFacts(dataset, within, currency, population, active), strata);
    lines.forEach(({ group }, line) => {
      points[line]?.push(pointOf(measurePeople(metric, sums, group, everyone)));
    });
  });
  return {
    metric: metricInfo(metric),
    currency,
    periods,
    lines: lines.map(({ segmentId }, line) => ({ segmentId, points: points[line] ?? [] })),
  };
}

/** Outcomes are followed from what came before them: all that is held, membership staying that of the as-of. */
function wholeTime({ coverage }: Dataset, span: MeasuredSpan): MeasuredSpan {
  if (span.descriptive || coverage === null) return span;
  const to = Math.max(span.to, asOfMoment(coverage.to));
  return { ...span, from: Math.min(span.from, coverage.from), to, horizon: to };
}

/** By the report's own date column; without one there are no periods. */
function trendOfReport(dataset: Dataset, request: TrendRequest, segments: readonly SegmentMembers[]): Trend {
  const table = reportOf(dataset, request.comparison);
  const report = new ReportFacts(table);
  const metric = onlyMetric(reportMetrics(report, [request.metricId]));
  const dates = table.dimensions.find((dimension) => dimension.column.type === 'time')?.column;
  const times = dates?.type === 'time' ? dates.values : new Float64Array(0);
  const dated = times.filter((at) => !Number.isNaN(at));
  const periods =
    dated.length === 0
      ? []
      : calendarPeriods(
          dated.reduce((a, b) => Math.min(a, b)),
          dated.reduce((a, b) => Math.max(a, b)),
          request.every,
          request.weekStart,
        );
  const rowsIn = periods.map(({ from, to }) => {
    const rows = new Bitset(table.size);
    times.forEach((at, row) => {
      if (at >= from && at <= to) rows.add(row);
    });
    return rows;
  });
  const lineOf = (segmentId: string | null, of: Bitset) => ({
    segmentId,
    points: rowsIn.map((rows) =>
      pointOf(
        measureReport(metric, report, PersonGroup.of(rows.and(of)).people, PersonGroup.of(rows).people),
      ),
    ),
  });
  return {
    metric: metricInfo(metric),
    currency: reportCurrency([metric], report),
    periods,
    lines: [
      ...segments.map(({ segment, members }) => lineOf(segment.id, members.in)),
      lineOf(null, Bitset.full(table.size)),
    ],
  };
}

function pointOf(measured: Measured): Point {
  return measured.state === 'none'
    ? null
    : { value: measured.value, n: measured.n, interval: measured.interval };
}

function onlyMetric<M>(metrics: readonly M[]): M {
  return metrics[0] as M;
}
