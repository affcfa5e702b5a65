import type { Comparison } from '../../../../compare/comparison';
import type { Distribution } from '../../../../compare/distribution-of';
import type { Locale } from '../../../../core/label';
import { en as enCompare } from '../../../../i18n/en/compare';
import { en } from '../../../../i18n/en/distribution';
import { formatNumber } from '../../../../i18n/format';
import { pl as plCompare } from '../../../../i18n/pl/compare';
import { pl } from '../../../../i18n/pl/distribution';
import { metricFormat } from '../../../../metrics/metric-value';
import type { ChartTableData } from '../../../charts/chart-table';
import type { DistributionPicture } from '../../../charts/distribution-picture';

const UNITS = { revenue: 'money', orders: 'ratio', 'days-since-last': 'days' } as const;

/** A distribution as small histograms and as the table that says the same. */
export function distributionDrawing(
  distribution: Distribution,
  comparison: Comparison,
  locale: Locale,
): {
  readonly title: string;
  readonly picture: DistributionPicture;
  readonly table: ChartTableData;
  readonly sentence: string;
} {
  const t = locale === 'pl' ? pl : en;
  const compare = locale === 'pl' ? plCompare : enCompare;
  const { of, edges, lines } = distribution;
  const format = metricFormat(
    locale,
    { unit: UNITS[of] },
    distribution.currency,
    lines.map((line) => line.quantiles?.median ?? null),
  );
  const rows = lines.flatMap((line) => {
    const segment = comparison.segments.find((s) => s.id === line.segmentId);
    if (line.segmentId !== null && !segment) return [];
    const name = segment ? segment.name[locale] : compare.table.everyone;
    const n = formatNumber(locale, line.n);
    const median = format.full(line.quantiles?.median ?? null);
    const title = line.quantiles ? t.row(name, median, n) : t.none(name);
    return [{ line, name, colour: segment ? segment.colour : null, n, median, title }];
  });
  const title = of === 'days-since-last' ? t.headingDays : t.heading(t.kinds[of]);
  return {
    title,
    sentence: `${title}. ${rows.map((row) => row.title).join('; ')}`,
    picture: {
      edges,
      tick: format.tick,
      rows: rows.map(({ line, name, colour, n, median, title: said }) => ({
        name,
        colour,
        counts: line.counts,
        middle: line.quantiles,
        text: line.quantiles ? median : '',
        n: compare.table.n(n),
        above: line.above > 0 ? t.above(formatNumber(locale, line.above)) : '',
        title: said,
        binTitles: line.counts.map(
          (count, b) =>
            `${name}, ${format.tick(edges[b] ?? 0)} – ${format.tick(edges[b + 1] ?? 0)}: ${compare.table.n(formatNumber(locale, count))}`,
        ),
      })),
    },
    table: {
      caption: title,
      columns: [
        { header: compare.figure.segment },
        { header: t.columns.n },
        { header: t.columns.without },
        { header: t.columns.p10, unit: format.unit },
        { header: t.columns.p25, unit: format.unit },
        { header: t.median, unit: format.unit },
        { header: t.columns.p75, unit: format.unit },
        { header: t.columns.p90, unit: format.unit },
        { header: t.columns.above },
      ],
      rows: rows.map(({ line, name, colour, n }) => ({
        key: line.segmentId ?? '',
        colour,
        cells: [
          { text: name },
          { text: n, sort: line.n },
          { text: formatNumber(locale, line.without), sort: line.without },
          ...(['p10', 'p25', 'median', 'p75', 'p90'] as const).map((q) => ({
            text: line.quantiles ? format.bare(line.quantiles[q]) : '',
            sort: line.quantiles?.[q] ?? null,
          })),
          { text: formatNumber(locale, line.above), sort: line.above },
        ],
      })),
    },
  };
}
