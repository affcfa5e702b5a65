import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';
import { asOfMoment } from '../../core/time/as-of';
import { ReportFacts } from '../../metrics/reports/report-facts';
import { comparedCurrency, type SegmentMembers } from '../compare-people';
import { reportCurrency, reportMetrics, reportOf } from '../compare-report';
import type { Trend, TrendRequest } from '../comparison';
import { chosenPersonMetrics, metricInfo } from '../measure/chosen-metrics';
import { measureReport } from '../measure/measure-report';
import type { Measured } from '../measure/measured';
import { measuredLines } from '../measure/measured-lines';
import { type MeasuredSpan, measuredSpan } from '../measure/measured-span';
import { PersonGroup } from '../measure/person-group';
import type { StepDone } from '../step-done';
import { calendarPeriods } from './calendar-periods';
import { type YearBefore, yearBefore } from './year-before';

type Point = Trend['lines'][number]['points'][number];

/**
 * One metric by calendar period, membership as it is at the as-of; everyone's line stands last. `then` puts the same
 * days of the year before beside it, of those who belonged then.
 */
export function trendOf(...asked: Parameters<typeof trendSteps>): Trend {
  const steps = trendSteps(...asked);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `trendOf`, a period at a time. */
export function* trendSteps(
  dataset: Dataset,
  request: TrendRequest,
  segments: readonly SegmentMembers[],
  now: number,
  then: YearBefore | null = null,
): Generator<StepDone, Trend> {
  return request.comparison.grain === 'person'
    ? yield* trendOfPeople(dataset, request, segments, now, then)
    : trendOfReport(dataset, request, segments);
}

function* trendOfPeople(
  dataset: Dataset,
  request: TrendRequest,
  segments: readonly SegmentMembers[],
  now: number,
  then: YearBefore | null,
): Generator<StepDone, Trend> {
  const metric = onlyMetric(chosenPersonMetrics(dataset, [request.metricId]));
  const span = wholeTime(dataset, measuredSpan(dataset, request.comparison, now));
  const currency = comparedCurrency(dataset, request.comparison);
  const periods =
    span.to < span.from || dataset.coverage === null
      ? []
      : calendarPeriods(span.from, span.to, request.every, request.weekStart);
  const spans = periods.map(({ from, to }) => ({
    from: Math.max(from, span.from),
    to: Math.min(to, span.to),
    horizon: span.horizon,
    allTime: false,
    undated: false,
  }));
  const lines = yield* measuredLines(dataset, metric, { asOf: span.asOf, currency }, segments, spans);
  const before =
    then === null ? null : yield* yearBefore(dataset, metric, currency, then, spans, request.every, lines);
  return {
    metric: metricInfo(metric),
    currency,
    periods,
    lines: lines.map((line, i) => ({
      segmentId: segments[i]?.segment.id ?? null,
      points: line.map(pointOf),
      ...(before === null ? {} : { yearBefore: before[i] ?? [] }),
    })),
    ...(then === null ? {} : { yearBeforeAsOf: then.asOf }),
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

function pointOf(measured: Measured | null): Point {
  return measured === null || measured.state === 'none'
    ? null
    : { value: measured.value, n: measured.n, interval: measured.interval };
}

function onlyMetric<M>(metrics: readonly M[]): M {
  return metrics[0] as M;
}
