import type { Comparison } from '../../../../compare/comparison';
import type { SegmentCurves, WaitCurve } from '../../../../compare/timing/segment-curves';
import type { Locale } from '../../../../core/label';
import type { en } from '../../../../i18n/en/timing';
import { formatNumber, formatPercent } from '../../../../i18n/format';
import type { Shape } from '../../../../i18n/shape';
import type { ChartTableData } from '../../../charts/chart-table';
import { niceTicks } from '../../../charts/nice-ticks';
import type { StepChartData } from '../../../charts/step-chart';

export interface WaitCurves {
  readonly chart: StepChartData;
  readonly summary: ChartTableData;
  /** At each tick: the share still waiting, its interval, and how many were. */
  readonly risk: ChartTableData;
  readonly sentence: string;
}

/** What is drawn and listed of how long people waited or stayed; every text from the same numbers. */
export function waitCurves(
  times: SegmentCurves & { readonly until: number },
  comparison: Comparison,
  locale: Locale,
  t: Shape<typeof en>,
): WaitCurves {
  const percent = (v: number) => formatPercent(locale, v, 1);
  const number = (v: number) => formatNumber(locale, v);
  const { until } = times;
  const lines = [
    ...times.segments.flatMap((of) => {
      const segment = comparison.segments.find((s) => s.id === of.segmentId);
      return segment
        ? [{ key: segment.id, name: segment.name[locale], colour: segment.colour, curve: of.curve, of }]
        : [];
    }),
    { key: '', name: t.summary.everyone, colour: null, curve: times.everyone, of: null },
  ];
  const share = (point: WaitCurve['points'][number]) =>
    `${percent(point.waiting)}${point.interval ? ` (${percent(point.interval.lo)} – ${percent(point.interval.hi)})` : ''}`;

  const chart: StepChartData = {
    until,
    lines: lines.map(({ curve, key, name, colour }) => {
      const last = curve.points.at(-1);
      const points = curve.points.map((p) => ({
        x: p.day,
        value: p.waiting,
        lo: p.interval?.lo ?? null,
        hi: p.interval?.hi ?? null,
        text: share(p),
      }));
      const start = { x: 0, value: 1, lo: 1, hi: 1, text: percent(1) };
      // Nothing happens after the last step, but everybody is watched to the end.
      const end = points.at(-1) ?? start;
      return {
        key,
        name,
        colour,
        points:
          curve.n === 0 ? [] : [start, ...points, ...(last?.day === until ? [] : [{ ...end, x: until }])],
      };
    }),
    tickX: number,
    tickY: (v) => formatPercent(locale, v),
    titleX: t.day,
  };

  const days = [...new Set([...niceTicks(0, until, 6).filter((d) => d > 0 && d <= until), until])];
  const at = (curve: WaitCurve, day: number) => curve.points.findLast((p) => p.day <= day) ?? null;
  const atRisk = (curve: WaitCurve, day: number) =>
    curve.points.find((p) => p.day >= day)?.atRisk ?? curve.n - curve.returned;
  const risk: ChartTableData = {
    caption: t.risk.caption,
    columns: [
      { header: t.risk.day },
      ...lines.flatMap(({ name }) => [{ header: name }, { header: `${name}: n` }]),
    ],
    rows: [0, ...days].map((day) => ({
      key: String(day),
      cells: [
        { text: number(day), sort: day },
        ...lines.flatMap(({ curve }) => {
          const point = at(curve, day);
          if (curve.n === 0)
            return [
              { text: '', sort: null },
              { text: number(0), sort: 0 },
            ];
          return [
            { text: point ? share(point) : percent(1), sort: point?.waiting ?? 1 },
            { text: number(atRisk(curve, day)), sort: atRisk(curve, day) },
          ];
        }),
      ],
    })),
  };

  const end = (v: number | null) => (v === null ? t.summary.notReachedShort(until) : formatNumber(locale, v));
  const summary: ChartTableData = {
    caption: t.summary.caption,
    columns: [
      { header: '' },
      { header: t.summary.customers },
      { header: t.summary.returned },
      { header: t.summary.share },
      { header: t.summary.median },
      { header: t.summary.medianInterval },
      { header: t.summary.test },
      { header: t.summary.corrected },
    ],
    rows: lines.map(({ key, name, colour, curve, of }) => {
      const { median } = curve;
      return {
        key,
        colour,
        cells: [
          { text: name },
          { text: number(curve.n), sort: curve.n },
          { text: number(curve.returned), sort: curve.returned },
          {
            text: curve.n === 0 ? '' : percent(curve.returned / curve.n),
            sort: curve.n === 0 ? null : curve.returned / curve.n,
          },
          {
            text: median.value === null ? t.summary.notReached(until) : t.days(median.value),
            sort: median.value ?? Number.POSITIVE_INFINITY,
          },
          {
            text: median.lo === null && median.hi === null ? '' : `${end(median.lo)} – ${end(median.hi)}`,
            sort: median.lo,
          },
          ...(of === null
            ? [
                { text: '', sort: null },
                { text: '', sort: null },
              ]
            : of.test === null
              ? [
                  { text: t.summary.noTest, sort: null },
                  { text: '', sort: null },
                ]
              : [
                  {
                    text:
                      chance(locale, of.test.p) +
                      (of.exclusive ? ` (${t.summary.exclusive(of.exclusive.n)})` : ''),
                    sort: of.test.p,
                  },
                  { text: chance(locale, of.test.q), sort: of.test.q },
                ]),
        ],
      };
    }),
  };

  return {
    chart,
    summary,
    risk,
    sentence: t.sentence(
      lines
        .filter(({ curve }) => curve.n > 0)
        .map(({ name, curve }) => t.sentenceLine(name, percent(at(curve, until)?.waiting ?? 1), until))
        .join('; '),
    ),
  };
}

/** "0.013", "< 0.001". */
function chance(locale: Locale, p: number): string {
  return p < 0.001 ? `< ${formatNumber(locale, 0.001, 3)}` : formatNumber(locale, p, 3);
}
