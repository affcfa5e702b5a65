import type { ReportColumn, ReportTable } from '../core/dataset';
import type { Segment } from './segment';
import { segmentColour } from './segment-colour';

const MOST_VALUES = 12;

/** Metrics a report's values are ranked by, those that count people or visits first. */
const WEIGHTS = [
  'activeUsers',
  'totalUsers',
  'users',
  'sessions',
  'views',
  'eventCount',
  'clicks',
  'impressions',
];

/**
 * The largest values of each text dimension of a report, as segments at aggregate grain
 * (`report:<captureId>:<dimension>:<value>`), largest first.
 */
export function reportSegments(report: ReportTable, most = MOST_VALUES): Segment[] {
  const weight = weightOf(report);
  return report.dimensions.flatMap((dimension) => {
    if (dimension.column.type !== 'text' || isTimeAxis(dimension)) return [];
    return largest(dimension, weight, most).map(
      ({ value, share, rows }): Segment => ({
        id: `report:${report.captureId}:${dimension.id}:${value}`,
        kind: 'aggregate',
        grain: 'aggregate',
        name: { en: value, pl: value },
        description: {
          en: `Rows of “${report.title}” where ${dimension.header} is “${value}”.`,
          pl: `Wiersze raportu „${report.title}”, w których ${dimension.header} to „${value}”.`,
        },
        rule: { kind: 'dimension', dimension: dimension.id, test: { op: 'is-any-of', values: [value] } },
        version: 1,
        versions: [],
        colour: segmentColour(`${dimension.id}:${value}`),
        thresholds:
          share === null || weight === null
            ? []
            : [
                {
                  label: { en: `Share of ${weight.header}`, pl: `Udział: ${weight.header}` },
                  value: share,
                  unit: 'share',
                  from: {
                    en: `among the ${most} largest values by ${weight.header}`,
                    pl: `jedna z ${most} największych wartości według: ${weight.header}`,
                  },
                  n: rows,
                },
              ],
      }),
    );
  });
}

/** `Nth day` 0134, `Year month` 202401: points of a line, which nobody holds side by side. */
export function isTimeAxis({ id, header }: ReportColumn): boolean {
  return (
    /^(nth[A-Z]|date|cohort|yearMonth$|yearWeek$|isoYearIsoWeek$|firstSessionDate$)/.test(id) ||
    /^(nth (minute|hour|day|week|month|year)|n-ty \p{L}+|cohort|kohorta)$/iu.test(header)
  );
}

function weightOf(report: ReportTable): ReportColumn | null {
  const counts = report.metrics.filter(({ unit }) => unit === 'count');
  for (const id of WEIGHTS) {
    const found = counts.find((metric) => metric.id === id);
    if (found !== undefined) return found;
  }
  return counts[0] ?? null;
}

function largest(dimension: ReportColumn, weight: ReportColumn | null, most: number) {
  const { column } = dimension;
  if (column.type !== 'text') return [];
  const weights = weight !== null && weight.column.type !== 'text' ? weight.column.values : null;
  const sums = new Float64Array(column.dictionary.length);
  const rows = new Float64Array(column.dictionary.length);
  let total = 0;
  for (let row = 0; row < column.codes.length; row++) {
    const w = weights === null ? 1 : weights[row]!;
    if (Number.isNaN(w)) continue;
    total += w;
    const code = column.codes[row]!;
    if (code < 0) continue;
    sums[code]! += w;
    rows[code]!++;
  }
  return column.dictionary
    .map((value, code) => ({
      value,
      rows: rows[code]!,
      sum: sums[code]!,
      share: weights === null || total === 0 ? null : sums[code]! / total,
    }))
    .filter((v) => v.rows > 0)
    .sort((a, b) => b.sum - a.sum || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
