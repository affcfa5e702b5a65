import { AppError } from '../../core/app-error';
import { Bitset } from '../../core/bitset';
import type { Dataset, ReportColumn, ReportTable } from '../../core/dataset';
import { endOfDay } from '../../core/time/calendar';
import { METRICS } from '../../metrics/registry';
import { ReportFacts } from '../../metrics/reports/report-facts';
import type { ReportMetric } from '../../metrics/reports/report-metric';
import { isTimeAxis } from '../../segments/report-segments';
import { newcombeDifference } from '../../stats/proportions/newcombe-difference';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import { reportCurrency, reportOf, reportPeriod } from '../compare-report';
import { metricInfo } from '../measure/chosen-metrics';
import { concerns } from '../measure/measure-report';
import type {
  Change,
  ChangeChoices,
  ChangedValue,
  ChangeRequest,
  ChangeSide,
  ChangeTotal,
  ChangeVerdict,
  RateOf,
} from './change';
import { type DecomposedChange, decomposeChange, type ValueCounts } from './decompose-change';

/** Values told apart; the smallest are taken together. */
const MOST_VALUES = 100;
/** A part that takes at least this much of the change is what the change comes of. */
const MOSTLY = 2 / 3;
const ALPHA = 0.05;

type Quotient = Extract<ReportMetric['measure'], { readonly kind: 'rate' | 'ratio' }>;
type QuotientMetric = ReportMetric & { readonly measure: Quotient };

const isQuotient = (metric: ReportMetric): metric is QuotientMetric =>
  metric.measure.kind === 'rate' || metric.measure.kind === 'ratio';

/**
 * A rate of a report on one side against another as mix, rate and interaction by the values of a dimension. `rowsOf` says
 * which rows of a report a segment holds. Throws `compare/no-data` where the reports, the metric or the dimension are not
 * there, or a side has nothing to take the rate over.
 */
export function changeOfReport(
  dataset: Dataset,
  request: ChangeRequest,
  rowsOf: (segmentId: string, reportId: string) => Bitset,
  now: number,
): Change {
  const metric = METRICS.aggregate.filter(isQuotient).find(({ id }) => id === request.metricId);
  if (metric === undefined) throw new AppError('compare/no-data', { params: { metric: request.metricId } });
  const [before, after] = [request.before, request.after].map((side) =>
    countedSide(dataset, side, metric, request.dimension, rowsOf),
  ) as [CountedSide, CountedSide];
  const same = request.before.reportId === request.after.reportId;
  const sharedRows = same ? before.set.and(after.set).count() : 0;
  const independent = metric.measure.kind === 'rate' && sharedRows === 0;

  const values = [...new Set([...before.counts.keys(), ...after.counts.keys()])];
  const counts = (value: string | null, side: CountedSide) => side.counts.get(value) ?? { hits: 0, base: 0 };
  const size = (value: string | null) => counts(value, before).base + counts(value, after).base;
  values.sort((a, b) => size(b) - size(a));
  const kept = values.length > MOST_VALUES ? values.slice(0, MOST_VALUES - 1) : values;
  const rest = values.slice(kept.length);
  const lines: readonly { value: string | null; others: number; of: ValueCounts }[] = [
    ...kept.map((value) => ({
      value,
      others: 0,
      of: { before: counts(value, before), after: counts(value, after) },
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            value: null,
            others: rest.length,
            of: {
              before: together(rest.map((v) => counts(v, before))),
              after: together(rest.map((v) => counts(v, after))),
            },
          },
        ]),
  ];
  const found = decomposeChange(
    lines.map(({ of }) => of),
    independent,
  );
  if (found === null) throw new AppError('compare/no-data', { params: { metric: metric.id } });
  const rate = (of: { readonly hits: number; readonly base: number }): RateOf => ({
    hits: of.hits,
    base: of.base,
    value: of.base > 0 ? of.hits / of.base : null,
    interval:
      metric.measure.kind === 'rate' && of.base > 0 && of.hits <= of.base
        ? wilsonInterval(of.hits, of.base)
        : null,
  });
  const [totalBefore, totalAfter] = [before, after].map((side): ChangeTotal & RateOf => ({
    ...rate(together([...side.counts.values()])),
    period: side.period,
    rows: side.set.count(),
    leftOut: side.leftOut,
  })) as [ChangeTotal, ChangeTotal];
  const changed = lines.map(({ value, others, of }, i): ChangedValue => {
    const share = (side: ChangeTotal, base: number) => base / side.base;
    return {
      value,
      others,
      before: { ...rate(of.before), share: share(totalBefore, of.before.base) },
      after: { ...rate(of.after), share: share(totalAfter, of.after.base) },
      ...(found.values[i] as DecomposedChange['values'][number]),
    };
  });
  const p = independent
    ? newcombeDifference(totalAfter.hits, totalAfter.base, totalBefore.hits, totalBefore.base).p
    : null;
  const reports = new Set([request.before.reportId, request.after.reportId]);
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    computedAt: now,
    metric: metricInfo(metric),
    currency: reportCurrency([metric], before.report),
    nOf: metric.countedAs,
    dimension: { en: before.header, pl: before.header },
    before: totalBefore,
    after: totalAfter,
    change: found.change,
    mix: found.mix,
    rate: found.rate,
    interaction: found.interaction,
    p,
    verdict: verdictOf(found, changed, p),
    values: changed.sort((a, b) => Math.abs(b.total.value) - Math.abs(a.total.value)),
    sharedRows,
    passports: dataset.passports.filter(({ captureId }) => reports.has(captureId)),
  };
}

/** Why it changed, in a word. */
function verdictOf(
  { change, mix, rate, interaction }: DecomposedChange,
  values: readonly ChangedValue[],
  p: number | null,
): ChangeVerdict {
  if (change.value === 0 || (p !== null && p >= ALPHA)) return 'no-change';
  const moved = values.flatMap(({ before, after }) =>
    before.value === null || after.value === null ? [] : [after.value - before.value],
  );
  if (moved.length >= 2 && moved.every((by) => by !== 0 && by > 0 !== change.value > 0))
    return 'turned-round';
  // What moves both at once goes with the rates: without it the mix alone would have moved the whole.
  const [ofMix, ofRates] = [mix.value / change.value, (rate.value + interaction.value) / change.value];
  if (Math.min(ofMix, ofRates) < -0.1) return 'opposed';
  return ofMix >= MOSTLY ? 'mix' : ofRates >= MOSTLY ? 'rate' : 'both';
}

interface CountedSide {
  readonly report: ReportFacts;
  readonly set: Bitset;
  readonly header: string;
  readonly counts: ReadonlyMap<string | null, { readonly hits: number; readonly base: number }>;
  readonly leftOut: number;
  readonly period: ChangeTotal['period'];
}

function countedSide(
  dataset: Dataset,
  side: ChangeSide,
  { measure }: QuotientMetric,
  dimension: string,
  rowsOf: (segmentId: string, reportId: string) => Bitset,
): CountedSide {
  const table = reportOf(dataset, side);
  const report = new ReportFacts(table);
  const of = measure.of(report);
  const over = measure.over(report);
  const by = table.dimensions.find((d) => d.id === dimension);
  if (typeof of === 'string' || typeof over === 'string' || by?.column.type !== 'text')
    throw new AppError('compare/no-data', { params: { report: table.title } });
  const { codes, dictionary } = by.column;
  const set = sideRows(table, side.rows, rowsOf);
  const hits = new Float64Array(dictionary.length + 1);
  const base = new Float64Array(dictionary.length + 1);
  let leftOut = 0;
  set.forEach((row) => {
    const [h, b] = [of[row]!, over[row]!];
    if (Number.isNaN(h) || Number.isNaN(b)) {
      leftOut++;
      return;
    }
    hits[codes[row]! + 1]! += h;
    base[codes[row]! + 1]! += b;
  });
  const counts = new Map<string | null, { hits: number; base: number }>();
  for (let i = 0; i < hits.length; i++) {
    if (hits[i] === 0 && base[i] === 0) continue;
    counts.set(i === 0 ? null : dictionary[i - 1]!, { hits: hits[i]!, base: base[i]! });
  }
  const period =
    side.rows.kind === 'dates' ? { from: side.rows.from, to: side.rows.to } : reportPeriod(dataset, table);
  return { report, set, header: by.header, counts, leftOut, period };
}

function sideRows(
  table: ReportTable,
  rows: ChangeSide['rows'],
  rowsOf: (segmentId: string, reportId: string) => Bitset,
): Bitset {
  switch (rows.kind) {
    case 'all':
      return Bitset.full(table.size);
    case 'segment':
      return rowsOf(rows.id, table.captureId);
    case 'dates': {
      const column = table.dimensions.find((d) => d.id === rows.dimension)?.column;
      const out = new Bitset(table.size);
      if (column?.type !== 'time') return out;
      const end = endOfDay(rows.to);
      column.values.forEach((at, row) => {
        if (at >= rows.from && at <= end) out.add(row);
      });
      return out;
    }
    case 'value': {
      const column = table.dimensions.find((d) => d.id === rows.dimension)?.column;
      const out = new Bitset(table.size);
      if (column?.type !== 'text') return out;
      const wanted = column.dictionary.indexOf(rows.value);
      column.codes.forEach((code, row) => {
        if (code === wanted && wanted >= 0) out.add(row);
      });
      return out;
    }
  }
}

function together(counts: readonly { readonly hits: number; readonly base: number }[]) {
  return counts.reduce((sum, c) => ({ hits: sum.hits + c.hits, base: sum.base + c.base }), {
    hits: 0,
    base: 0,
  });
}

const MOST_OFFERED = 200;

/** What can be asked of the reports held. */
export function changeChoices(dataset: Dataset): ChangeChoices {
  return {
    reports: dataset.reports.flatMap((table) => {
      const report = new ReportFacts(table);
      const metrics = METRICS.aggregate
        .filter((m) => isQuotient(m) && concerns(m, report) && isMade(m, report))
        .map(metricInfo);
      const dimensions = table.dimensions.filter((d) => d.column.type === 'text' && !isTimeAxis(d));
      if (metrics.length === 0 || dimensions.length === 0) return [];
      return [
        {
          id: table.captureId,
          title: table.title,
          period: reportPeriod(dataset, table),
          metrics,
          dimensions: dimensions.map((d) => ({ id: d.id, header: d.header, values: valuesOf(d) })),
          dates: table.dimensions.flatMap((d) => datesOf(d) ?? []),
        },
      ];
    }),
  };
}

function isMade({ measure }: ReportMetric, report: ReportFacts): boolean {
  if (measure.kind !== 'rate' && measure.kind !== 'ratio') return false;
  return typeof measure.of(report) !== 'string' && typeof measure.over(report) !== 'string';
}

function valuesOf({ column }: ReportColumn): readonly string[] {
  return column.type === 'text' ? column.dictionary.slice(0, MOST_OFFERED) : [];
}

function datesOf({ id, header, column }: ReportColumn) {
  if (column.type !== 'time') return null;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of column.values) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return from <= to ? { id, header, from, to } : null;
}
