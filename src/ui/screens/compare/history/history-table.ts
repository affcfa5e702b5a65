import type { Locale } from '../../../../core/label';
import type { en } from '../../../../i18n/en/history';
import { formatDay, formatNumber } from '../../../../i18n/format';
import type { Shape } from '../../../../i18n/shape';
import { metricFormat } from '../../../../metrics/metric-value';
import type { PerformanceHistory } from '../../../../protocol/engine-api';
import type { ChartTableData } from '../../../charts/chart-table';

/** All figures of one segment, an import a row, the latest first; amounts each in the currency of their time. */
export function historyTable(
  { metrics, records }: PerformanceHistory,
  segmentId: string,
  locale: Locale,
  t: Shape<typeof en>,
): ChartTableData {
  const held = [...records].reverse().flatMap((record) => {
    const segment = record.segments.find(({ id }) => id === segmentId);
    return segment ? [{ record, segment }] : [];
  });
  const shown = metrics.filter(({ id }) => held.some(({ segment }) => segment.figures[id] !== undefined));
  return {
    caption: t.onSegment,
    columns: [
      { header: t.asOf },
      { header: t.size },
      ...shown.map((metric) => ({ header: metric.label[locale] })),
      { header: t.version },
    ],
    rows: held.map(({ record, segment }) => ({
      key: String(record.dataVersion),
      cells: [
        { text: formatDay(locale, record.asOf), sort: record.asOf },
        { text: formatNumber(locale, segment.size), sort: segment.size },
        ...shown.map((metric) => {
          const figure = segment.figures[metric.id];
          if (figure === undefined) return { text: '', sort: null };
          const format = metricFormat(locale, metric, record.currency, [figure.value]);
          const range =
            figure.lo === null || figure.hi === null
              ? ''
              : ` (${format.bare(figure.lo)} – ${format.bare(figure.hi)})`;
          return { text: `${format.full(figure.value)}${range}`, sort: figure.value };
        }),
        { text: t.versionOf(segment.version), sort: segment.version },
      ],
    })),
  };
}
