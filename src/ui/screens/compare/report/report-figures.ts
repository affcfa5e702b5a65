import type { Comparison, Retention, Trend } from '../../../../compare/comparison';
import type { Distribution } from '../../../../compare/distribution-of';
import type { Locale } from '../../../../core/label';
import type { ReportFigure } from '../../../../export/report-html/report-document';
import { en } from '../../../../i18n/en/compare';
import { en as enDistribution } from '../../../../i18n/en/distribution';
import { formatDay } from '../../../../i18n/format';
import { pl } from '../../../../i18n/pl/compare';
import { pl as plDistribution } from '../../../../i18n/pl/distribution';
import { cohortPicture } from '../../../charts/cohort-picture';
import { distributionPicture } from '../../../charts/distribution-picture';
import { dotIntervalPicture } from '../../../charts/dot-interval-picture';
import { dotPictureOf } from '../../../charts/dot-picture-of';
import type { MeasureText } from '../../../charts/fit-text';
import { linePicture } from '../../../charts/line-picture';
import { distributionDrawing } from '../distribution/distribution-drawing';
import { retentionDrawing } from '../retention-drawing';
import { trendDrawing } from '../trend-drawing';

export interface Paper {
  readonly width: number;
  readonly family: string;
  readonly measure: MeasureText;
}

const LINES_HEIGHT = 260;

/** The pictures of a report, each out of the same result as its tab on the screen. */
export function reportFigures(
  comparison: Comparison,
  metricIds: readonly string[],
  over: {
    readonly trend: Trend | null;
    readonly retention: Retention | null;
    readonly distribution: Distribution | null;
  },
  locale: Locale,
  paper: Paper,
): readonly ReportFigure[] {
  const t = locale === 'pl' ? pl : en;
  const base = comparison.segments[0]?.base.name?.[locale] ?? t.table.everyone;
  const dots = metricIds.flatMap((id, place): ReportFigure[] => {
    const picture = dotPictureOf(
      comparison,
      id,
      locale,
      {
        everyone: t.table.everyone,
        size: comparison.request.grain === 'person' ? t.plot.size : '',
        verdict: t.verdict,
        reason: t.reason,
      },
      { ticks: 6 },
    );
    const metric = comparison.metrics.find((m) => m.id === id);
    if (!picture || !metric || picture.rows.every((row) => row.value === null)) return [];
    return [
      {
        title: t.plot.heading(metric.label[locale]),
        subtitle:
          place === 0
            ? `${t.plot.sub}${picture.rows.some((r) => r.base !== null) ? ` ${t.plot.baseLine(base)}` : ''}`
            : null,
        notes: [],
        legend: [],
        picture: dotIntervalPicture(picture, { ...paper, density: 'roomy' }).node,
      },
    ];
  });

  const lines: ReportFigure[] = [];
  if (over.trend && over.trend.periods.length > 1) {
    const { data, partial, unit } = trendDrawing(over.trend, comparison, 'month', locale, t);
    lines.push({
      title: [t.trend.heading(over.trend.metric.label[locale], t.trend.month), unit]
        .filter(Boolean)
        .join(', '),
      subtitle:
        comparison.request.grain === 'aggregate'
          ? t.trend.rows
          : (comparison.descriptive ? t.trend.membership : t.trend.membershipAfter)(
              formatDay(locale, comparison.asOf),
            ),
      notes: [t.figure.intervalNote, ...(partial ? [t.figure.partialNote] : [])],
      legend: data.lines,
      picture: linePicture(data, { ...paper, height: LINES_HEIGHT }).node,
    });
  }
  if (over.retention) {
    const { data, periods, cohorts } = retentionDrawing(over.retention, comparison, locale, t);
    if (data.lines.some((line) => line.points.some((p) => p !== null))) {
      lines.push(
        {
          title: t.retention.heading,
          subtitle: `${t.retention.definitions[over.retention.definition]}. ${t.retention.monthsSince}. ${t.retention.zeroNote}`,
          notes: [t.figure.intervalNote, t.retention.descriptive],
          legend: data.lines,
          picture: linePicture(data, { ...paper, height: LINES_HEIGHT }).node,
        },
        {
          title: t.retention.cohorts,
          subtitle: t.retention.monthsSince,
          notes: [t.retention.empty],
          legend: [],
          picture: cohortPicture(
            {
              cohortHeader: t.retention.cohort,
              sizeHeader: t.retention.size,
              periods,
              cohorts: cohorts.slice(-24),
            },
            paper,
          ).node,
        },
      );
    }
  }
  const { distribution } = over;
  const spread: ReportFigure[] = [];
  if (distribution?.lines.some((line) => line.n > 0)) {
    const words = locale === 'pl' ? plDistribution : enDistribution;
    const { title, picture } = distributionDrawing(distribution, comparison, locale);
    spread.push({
      title,
      subtitle: words.sub,
      notes: [words.note],
      legend: [],
      picture: distributionPicture(picture, paper).node,
    });
  }
  return [...dots, ...spread, ...lines];
}
