import type { SegmentMembers } from '../../compare/compare-people';
import { compareReport } from '../../compare/compare-report';
import type { ComparisonRequest } from '../../compare/comparison';
import { NULL_CODE } from '../../core/column';
import type { ReportColumn } from '../../core/dataset';
import type { BesideValues } from '../../protocol/api/beside';
import { evaluateRule } from '../../segments/evaluate-rule';
import { reportSegments } from '../../segments/report-segments';
import type { Segment } from '../../segments/segment';
import { shownColumns } from './as-shown';
import type { ReportOfLook } from './report-of-look';
import { standoutsOf } from './standouts';

/** The largest values of a dimension of the page's report, every metric of theirs against all other rows. */
export function valuesOfReport(of: ReportOfLook, dimension: string, most: number, now: number): BesideValues {
  const { dataset, report } = of;
  const segments = segmentsOfValues(of, dimension, most);
  const members = segments.map((segment) => withRows(of, segment));
  const request: ComparisonRequest = {
    grain: 'aggregate',
    segmentIds: segments.map(({ id }) => id),
    metricIds: [],
    asOf: null,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: report.captureId,
  };
  const comparison = compareReport(dataset, request, members, null, now);
  return {
    dimension,
    comparison,
    values: members.map(({ segment, members: { in: rows } }) => ({
      value: segment.name.en,
      rows: rows.count(),
    })),
    valuesInAll: filledValues(report.dimensions.find(({ id }) => id === dimension)),
    asShown: shownColumns(
      report,
      members.map(({ members: { in: rows } }) => rows),
      comparison.metrics,
    ),
    standouts: standoutsOf(comparison),
  };
}

/** @returns null for a value that no row has */
export function segmentOfValue(of: ReportOfLook, dimension: string, value: string): SegmentMembers | null {
  const found = segmentsOfValues(of, dimension, Number.POSITIVE_INFINITY).find((s) => s.name.en === value);
  return found === undefined ? null : withRows(of, found);
}

function segmentsOfValues({ report }: ReportOfLook, dimension: string, most: number): readonly Segment[] {
  const dimensions = report.dimensions.filter(({ id }) => id === dimension).slice(0, 1);
  return reportSegments({ ...report, dimensions }, most);
}

function withRows({ dataset, report }: ReportOfLook, segment: Segment): SegmentMembers {
  const context = { asOf: 0, currency: null, segment: () => null, reportId: report.captureId };
  return { segment, members: evaluateRule(dataset, segment.rule, context) };
}

function filledValues(dimension: ReportColumn | undefined): number {
  if (dimension?.column.type !== 'text') return 0;
  const codes = new Set(dimension.column.codes);
  codes.delete(NULL_CODE);
  return codes.size;
}
