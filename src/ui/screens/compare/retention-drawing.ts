import type { Comparison, Retention } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatMonth, formatNumber, formatPercent } from '../../../i18n/format';
import type { ChartTableData } from '../../charts/chart-table';
import type { LineChartData } from '../../charts/line-chart';
import type { words } from './words';

/** Retention as curves, as the table that says the same, and its cohorts. */
export function retentionDrawing(
  retention: Retention,
  comparison: Comparison,
  locale: Locale,
  t: typeof words.value,
) {
  const longest = Math.max(
    0,
    ...retention.curves.map((c) => c.points.length),
    ...retention.cohorts.map((c) => c.kept.length),
  );
  const periods = Array.from({ length: longest }, (_, i) => ({ label: String(i), partial: false }));
  const percent = (v: number) => formatPercent(locale, v, 1);
  const curves = retention.curves.flatMap((curve) => {
    const segment = comparison.segments.find((s) => s.id === curve.segmentId);
    if (curve.segmentId !== null && !segment) return [];
    return [
      {
        curve,
        key: curve.segmentId ?? '',
        name: segment ? segment.name[locale] : t.table.everyone,
        colour: segment ? segment.colour : null,
      },
    ];
  });
  // All start at 100 %: drawn, it would press the rest together.
  const drawnPeriods = periods.slice(1);
  const data: LineChartData = {
    periods: drawnPeriods,
    tick: (v) => formatPercent(locale, v),
    lines: curves.map(({ curve, ...line }) => ({
      ...line,
      points: drawnPeriods.map((_, i) => {
        const p = curve.points[i + 1];
        return p
          ? {
              value: p.value,
              lo: p.interval.lo,
              hi: p.interval.hi,
              text: `${percent(p.value)} (${percent(p.interval.lo)} – ${percent(p.interval.hi)}), ${t.table.n(formatNumber(locale, p.n))}`,
            }
          : null;
      }),
    })),
  };
  const table: ChartTableData = {
    caption: t.retention.heading,
    columns: [
      { header: t.retention.monthsSince },
      ...curves.flatMap(({ name }) => [
        { header: name },
        { header: `${name}: ${t.figure.interval}` },
        { header: `${name}: n` },
      ]),
    ],
    rows: periods.map((period, i) => ({
      key: period.label,
      cells: [
        { text: t.retention.month(i), sort: i },
        ...curves.flatMap(({ curve }) => {
          const p = curve.points[i];
          return [
            { text: p ? percent(p.value) : '', sort: p?.value ?? null },
            {
              text: p ? `${percent(p.interval.lo)} – ${percent(p.interval.hi)}` : '',
              sort: p?.interval.lo ?? null,
            },
            { text: p ? formatNumber(locale, p.n) : '', sort: p?.n ?? null },
          ];
        }),
      ],
    })),
  };
  return {
    data,
    table,
    periods: periods.map((p) => p.label),
    sentence: t.retention.sentence(curves.length, Math.max(0, longest - 1)),
    cohorts: retention.cohorts.map((cohort) => ({
      key: String(cohort.from),
      name: formatMonth(locale, cohort.from),
      size: formatNumber(locale, cohort.size),
      cells: cohort.kept.map((share) =>
        share === null
          ? null
          : { share, text: formatPercent(locale, share, share > 0 && share < 0.1 ? 1 : 0) },
      ),
    })),
  };
}
