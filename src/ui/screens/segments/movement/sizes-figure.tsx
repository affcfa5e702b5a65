import { useMemo, useState } from 'preact/hooks';
import type { SizeAt, SizesOverTime, SizesRequest } from '../../../../compare/movement/sizes-over-time';
import { isAbort } from '../../../../core/app-error';
import type { Locale } from '../../../../core/label';
import { formatDay, formatMonth, formatNumber, formatPercent } from '../../../../i18n/format';
import type { Progress } from '../../../../ingest/survey';
import { ChartFigure } from '../../../charts/chart-figure';
import { ChartLegend } from '../../../charts/chart-legend';
import type { ChartTableData } from '../../../charts/chart-table';
import { LineChart, type LineChartData } from '../../../charts/line-chart';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { ProgressBar } from '../../../parts/progress-bar';
import { SelectField } from '../../../parts/select-field';
import { MAX_CHOSEN } from '../../../state/chosen-segments';
import { engine } from '../../../state/engine';
import { persisted } from '../../../state/persisted';
import { labelText } from '../../../state/text';
import { useAnswer } from '../../compare/use-answer';
import { words } from './words';

const EVERY = ['month', 'week'] as const;
const every = persisted<SizesRequest['every']>(
  'sizes-every',
  'month',
  (raw) => EVERY.find((e) => e === raw) ?? null,
);
const MEASURES = ['count', 'share'] as const;
type Measure = (typeof MEASURES)[number];
const measure = persisted<Measure>(
  'sizes-measure',
  'count',
  (raw) => MEASURES.find((m) => m === raw) ?? null,
);

/** How large segments were at the end of each month or week there are data of. */
export function SizesFigure(props: {
  readonly request: Omit<SizesRequest, 'every'> & { readonly dataVersion: number };
  readonly title: string;
  readonly locale: Locale;
  readonly level?: 2 | 3;
  readonly height?: number;
}) {
  const { locale, title } = props;
  const t = words.value.sizes;
  const [progress, setProgress] = useState<Progress | null>(null);
  const asked = { ...props.request, every: every.value };
  const call = useAnswer<typeof asked, SizesOverTime>(
    asked,
    async ({ dataVersion: _, ...request }, signal) => {
      setProgress(null);
      return engine().sizesOverTime(request, { signal, onProgress: setProgress });
    },
  );
  const sizes = call.value.value;
  const drawn = useMemo(
    () => (sizes ? sizesDrawing(sizes, measure.value, locale) : null),
    [sizes, measure.value, locale, t],
  );
  const busy = call.busy.value;
  const error = call.error.value;

  return (
    <div class="sizes">
      <div class="movement-fields">
        <SelectField
          label={t.every}
          value={every.value}
          options={EVERY.map((e) => ({ value: e, label: e === 'month' ? t.months : t.weeks }))}
          onChange={(next) => {
            every.value = next;
          }}
        />
        <SelectField
          label={t.measure}
          value={measure.value}
          options={MEASURES.map((m) => ({ value: m, label: t[m] }))}
          onChange={(next) => {
            measure.value = next;
          }}
        />
      </div>
      {busy && progress && (
        <div class="sizes-waiting">
          <ProgressBar
            label={t.counting(Math.min(progress.bytes + 1, progress.totalBytes), progress.totalBytes)}
            value={progress.bytes / Math.max(1, progress.totalBytes)}
          />
          <Button size="s" kind="quiet" onClick={() => call.stop()}>
            {t.stop}
          </Button>
        </div>
      )}
      {error !== null && !isAbort(error) && <ErrorNotice error={error} />}
      {!busy && !sizes && error === null && (
        <p class="ink-soft">
          {t.stopped}{' '}
          <Button size="s" onClick={() => call.askAgain(asked)}>
            {t.again}
          </Button>
        </p>
      )}
      {sizes && sizes.points.length === 0 && <p class="ink-soft">{t.none}</p>}
      {sizes && drawn && sizes.points.length > 0 && (
        <ChartFigure
          level={props.level ?? 2}
          title={t.heading(title, t[measure.value])}
          subtitle={t.sub}
          sentence={drawn.sentence}
          table={drawn.table}
          stale={busy}
          notes={drawn.partial ? [t.partialNote] : []}
        >
          {drawn.data.lines.length > MAX_CHOSEN ? (
            <ul class="sizes-many">
              {drawn.data.lines.map((line) => (
                <li key={line.key}>
                  <ChartLegend items={[line]} />
                  <LineChart data={{ ...drawn.data, lines: [line] }} height={150} />
                </li>
              ))}
            </ul>
          ) : (
            <>
              <ChartLegend items={drawn.data.lines} />
              <LineChart data={drawn.data} height={props.height ?? 280} />
            </>
          )}
        </ChartFigure>
      )}
    </div>
  );
}

function sizesDrawing(sizes: SizesOverTime, of: Measure, locale: Locale) {
  const t = words.value.sizes;
  const weekly = sizes.request.every === 'week';
  const label = (from: number) => (weekly ? formatDay(locale, from) : formatMonth(locale, from));
  const shares = of === 'share';
  const write = (v: number | null) => (shares ? formatPercent(locale, v, 1) : formatNumber(locale, v));
  const unknownShare = (size: SizeAt, population: number) =>
    shares ? (population === 0 ? null : size.unknown / population) : size.unknown;
  const one = sizes.lines.length === 1;
  const hasUnknown = (line: SizesOverTime['lines'][number]) => line.sizes.some((size) => size.unknown > 0);
  const said = (v: number | null, people: number, i: number) => {
    const population = sizes.points[i]?.population ?? 0;
    return t.point(
      formatNumber(locale, people),
      shares ? write(v) : formatPercent(locale, population === 0 ? null : people / population, 1),
      formatNumber(locale, population),
    );
  };
  const point = (v: number | null, people: number, i: number) =>
    v === null ? null : { value: v, lo: null, hi: null, text: said(v, people, i) };
  const periods = sizes.points.map((p) => ({ label: label(p.from), partial: p.partial }));
  const lines: LineChartData['lines'] = sizes.lines.flatMap((line) => {
    const name = labelText(line.name, locale);
    return [
      {
        key: line.segmentId,
        name,
        colour: line.colour,
        points: line.sizes.map((size, i) => point(shares ? size.share : size.in, size.in, i)),
      },
      // Among several groups what can't be told is the same for all, and said in the table.
      ...(one && hasUnknown(line)
        ? [
            {
              key: `${line.segmentId} unknown`,
              name: t.unknown,
              colour: null,
              points: line.sizes.map((size, i) =>
                point(unknownShare(size, sizes.points[i]?.population ?? 0), size.unknown, i),
              ),
            },
          ]
        : []),
    ];
  });
  const table: ChartTableData = {
    caption: t.title,
    columns: [
      { header: t.period },
      { header: t.at },
      { header: t.population },
      ...sizes.lines.flatMap((line) => {
        const name = labelText(line.name, locale);
        return [
          { header: one ? t.in : name },
          { header: one ? t.share : `${name} %` },
          { header: one ? t.unknown : t.unknownOf(name) },
        ];
      }),
    ],
    rows: sizes.points.map((p, i) => ({
      key: String(p.from),
      cells: [
        { text: `${label(p.from)}${p.partial ? ` (${t.unfinished})` : ''}`, sort: p.from },
        { text: formatDay(locale, p.at), sort: p.at },
        { text: formatNumber(locale, p.population), sort: p.population },
        ...sizes.lines.flatMap((line) => {
          const size = line.sizes[i];
          return [
            { text: formatNumber(locale, size?.in ?? null), sort: size?.in ?? null },
            { text: formatPercent(locale, size?.share ?? null, 1), sort: size?.share ?? null },
            { text: formatNumber(locale, size?.unknown ?? null), sort: size?.unknown ?? null },
          ];
        }),
      ],
    })),
  };
  return {
    data: {
      periods,
      lines,
      tick: (v: number) =>
        shares ? formatPercent(locale, v, v > 0 && v < 0.05 ? 1 : 0) : formatNumber(locale, v),
    } satisfies LineChartData,
    table,
    partial: periods.some((p) => p.partial),
    sentence: t.sentence(sizes.lines.length, periods[0]?.label ?? '', periods.at(-1)?.label ?? ''),
  };
}
