import type { ReasonCode } from '../../metrics/reason-code';
import type { ReportFact, ReportFacts } from '../../metrics/reports/report-facts';
import type { ReportMetric } from '../../metrics/reports/report-metric';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import type { Measured, MeasuredValue } from './measured';

/** One metric over some rows of a report. Rows with an empty cell are left out and counted. */
export function measureReport(
  metric: ReportMetric,
  report: ReportFacts,
  rows: Uint32Array,
  allRows: Uint32Array,
): Measured {
  const none = (reason: ReasonCode): Measured => ({ state: 'none', reason, n: rows.length });
  const value = (of: Omit<MeasuredValue, 'state' | 'nOf'>): Measured => ({
    state: 'value',
    nOf: metric.countedAs,
    ...of,
  });
  const { measure } = metric;
  switch (measure.kind) {
    case 'total': {
      const column = report.numbers(measure.columns);
      if (typeof column === 'string') return none(column);
      if (rows.length === 0) return none('empty-segment');
      const { sum, filled } = sumOf(column, rows);
      if (filled === 0) return none('column-not-in-report');
      return value({
        value: sum,
        n: metric.countedAs === 'rows' ? filled : sum,
        numerator: sum,
        denominator: null,
        interval: null,
        basis: { kind: 'none' },
        leftOut: rows.length - filled,
      });
    }
    case 'share-of-total': {
      const column = report.numbers(measure.columns);
      if (typeof column === 'string') return none(column);
      if (rows.length === 0) return none('empty-segment');
      const part = sumOf(column, rows);
      const whole = sumOf(column, allRows);
      if (part.filled === 0 || !(whole.sum > 0)) return none('column-not-in-report');
      return value({
        value: part.sum / whole.sum,
        n: metric.countedAs === 'rows' ? whole.filled : whole.sum,
        numerator: part.sum,
        denominator: whole.sum,
        interval: measure.independent ? wilsonInterval(part.sum, whole.sum) : null,
        basis: measure.independent ? { kind: 'share', method: 'wilson-newcombe' } : { kind: 'none' },
        leftOut: rows.length - part.filled,
      });
    }
    case 'rate':
    case 'ratio': {
      const of = measure.of(report);
      if (typeof of === 'string') return none(of);
      const over = measure.over(report);
      if (typeof over === 'string') return none(over);
      const { hits, among, filled } = pairSums(of, over, rows);
      if (!(among > 0))
        return none(filled === 0 && rows.length > 0 ? 'column-not-in-report' : 'empty-segment');
      const common = { numerator: hits, denominator: among, leftOut: rows.length - filled };
      if (measure.kind === 'ratio') {
        return value({ ...common, value: hits / among, n: among, interval: null, basis: { kind: 'none' } });
      }
      // More than all of them, and it is no count of some of them.
      if (hits > among * (1 + 1e-9) || hits < 0) return none('counts-not-in-report');
      const capped = Math.min(hits, among);
      return value({
        ...common,
        value: capped / among,
        n: among,
        interval: wilsonInterval(capped, among),
        basis: { kind: 'proportion', hits: capped, of: among },
      });
    }
  }
}

/** Whether the report has anything to say on the metric, be it only why it can't be had. */
export function concerns(metric: ReportMetric, report: ReportFacts): boolean {
  const { measure } = metric;
  if (measure.kind === 'total' || measure.kind === 'share-of-total')
    return report.numbers(measure.columns) !== 'column-not-in-report';
  const missing = (fact: ReportFact) => fact(report) === 'column-not-in-report';
  return !missing(measure.of) && (!missing(measure.over) || typeof measure.of(report) === 'string');
}

function sumOf(column: Float64Array, rows: Uint32Array) {
  let sum = 0;
  let filled = 0;
  for (const row of rows) {
    const v = column[row]!;
    if (Number.isNaN(v)) continue;
    sum += v;
    filled++;
  }
  return { sum, filled };
}

function pairSums(of: Float64Array, over: Float64Array, rows: Uint32Array) {
  let hits = 0;
  let among = 0;
  let filled = 0;
  for (const row of rows) {
    const [a, b] = [of[row]!, over[row]!];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    hits += a;
    among += b;
    filled++;
  }
  return { hits, among, filled };
}
