import { AppError } from '../core/app-error';
import { Bitset } from '../core/bitset';
import type { Dataset, ReportTable } from '../core/dataset';
import { endOfDay, parseIso } from '../core/time/calendar';
import { METRICS } from '../metrics/registry';
import { reportColumnsLeft } from '../metrics/reports/report-columns-left';
import { ReportFacts } from '../metrics/reports/report-facts';
import type { ReportMetric } from '../metrics/reports/report-metric';
import { judgedCells, type UnjudgedCell } from './cells/judged-cells';
import type { SegmentMembers } from './compare-people';
import type { ComparedSegment, Comparison, ComparisonRequest } from './comparison';
import { amountsConverted } from './measure/amounts-converted';
import { chosenMetrics, metricInfo } from './measure/chosen-metrics';
import { concerns, measureReport } from './measure/measure-report';
import { PersonGroup } from './measure/person-group';

/**
 * Segments × metrics at aggregate grain: groups of rows of the report `request.reportId` against all other rows, or
 * against `base`. Memberships are over the report's rows.
 */
export function compareReport(
  dataset: Dataset,
  request: ComparisonRequest,
  segments: readonly SegmentMembers[],
  base: SegmentMembers | null,
  now: number,
): Comparison {
  const table = reportOf(dataset, request);
  const report = new ReportFacts(table);
  const metrics = reportMetrics(report, request.metricIds);
  const all = Bitset.full(table.size);
  const rowsOf = (set: Bitset) => PersonGroup.of(set).people;
  const allRows = rowsOf(all);

  const compared: ComparedSegment[] = [];
  const rows = segments.map(({ segment, members }): UnjudgedCell[] => {
    const against = base === null ? all : base.members.in;
    const outside = rowsOf(against.andNot(members.in).andNot(members.unknown));
    const shared = base === null ? new Bitset(table.size) : members.in.and(against);
    const sharedSize = shared.count();
    const inside = rowsOf(members.in);
    const exclusive = sharedSize === 0 ? null : rowsOf(members.in.andNot(shared));
    compared.push({
      id: segment.id,
      name: segment.name,
      colour: segment.colour,
      size: inside.length,
      unknown: members.unknown.count(),
      population: table.size,
      base: { name: base?.segment.name ?? null, size: outside.length, sharedWithBase: sharedSize },
    });
    return metrics.map((metric) => ({
      whole: measureReport(metric, report, inside, allRows),
      base: outside.length === 0 ? null : measureReport(metric, report, outside, allRows),
      exclusive: exclusive === null ? null : measureReport(metric, report, exclusive, allRows),
    }));
  });
  const alone = metrics.map((metric) => ({
    whole: measureReport(metric, report, allRows, allRows),
    base: null,
    exclusive: null,
  }));
  const period = reportPeriod(dataset, table) ?? { from: now, to: now };
  const asOf = request.asOf ?? period.to;
  const any = table.metrics.some(({ convertedFrom }) => convertedFrom !== undefined);
  const converted = any ? amountsConverted(dataset, null) : undefined;
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    computedAt: now,
    asOf,
    period,
    descriptive: true,
    currency: reportCurrency(metrics, report),
    ordersInOtherCurrencies: 0,
    ...(converted === undefined ? {} : { converted }),
    unattributed: { orders: 0, revenueMinor: 0 },
    metrics: metrics.map(metricInfo),
    segments: compared,
    everyone: judgedCells(metrics, [alone])[0] ?? [],
    cells: judgedCells(metrics, rows),
    passports: dataset.passports.filter((passport) => passport.captureId === table.captureId),
  };
}

/** The report asked for, or the only one there is to ask for. */
export function reportOf(dataset: Dataset, request: Pick<ComparisonRequest, 'reportId'>): ReportTable {
  const { reports } = dataset;
  const found =
    request.reportId === null ? reports[0] : reports.find((report) => report.captureId === request.reportId);
  if (found === undefined) throw new AppError('compare/no-data');
  return found;
}

/** Those asked for; where none is named, all that the report can say something on. */
export function reportMetrics(report: ReportFacts, ids: readonly string[]): readonly ReportMetric[] {
  const all = [...METRICS.aggregate, ...reportColumnsLeft(report)];
  return ids.length > 0 ? chosenMetrics(all, ids) : all.filter((metric) => concerns(metric, report));
}

export function reportCurrency(metrics: readonly ReportMetric[], report: ReportFacts): string | null {
  for (const { money } of metrics) {
    const currency = money === undefined ? null : report.currency(money);
    if (currency !== null) return currency;
  }
  return null;
}

/** As the report states it, or as its own dates reach; null where neither says. */
export function reportPeriod(dataset: Dataset, table: ReportTable): { from: number; to: number } | null {
  const stated = dataset.passports.find((passport) => passport.captureId === table.captureId)?.dateRange;
  const [from, to] = [parseIso(stated?.from ?? ''), parseIso(stated?.to ?? '')];
  if (from !== null && to !== null) return { from, to: endOfDay(to) };
  const days = table.dimensions.find((dimension) => dimension.column.type === 'time')?.column;
  if (days?.type !== 'time') return null;
  const dated = days.values.filter((at) => !Number.isNaN(at));
  if (dated.length === 0) return null;
  return {
    from: dated.reduce((a, b) => Math.min(a, b)),
    to: endOfDay(dated.reduce((a, b) => Math.max(a, b))),
  };
}
