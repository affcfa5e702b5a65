import { useMemo } from 'preact/hooks';
import { VERDICT_MARK } from '../../../../compare/cells/verdict-mark';
import type { ByRegion, RegionCell, RegionRow } from '../../../../compare/regions/by-region';
import type { Locale } from '../../../../core/label';
import { formatNumber } from '../../../../i18n/format';
import { ChartFigure } from '../../../charts/chart-figure';
import type { ChartTableData } from '../../../charts/chart-table';
import { dotDomain } from '../../../charts/dot-domain';
import type { DotPicture, DotRow } from '../../../charts/dot-interval-picture';
import { DotIntervalPlot } from '../../../charts/dot-interval-plot';
import { labelText } from '../../../state/text';
import { words as compareWords } from '../words';
import { regionFormat } from './region-table';
import { words } from './words';

const MOST = 12;

/** A small dot-interval plot a region; amounts on an axis of their own currency, anything else on one for all. */
export function RegionPlots(props: {
  readonly table: ByRegion;
  readonly colours: ReadonlyMap<string, number>;
  readonly locale: Locale;
  readonly stale: boolean;
}) {
  const { table, colours, locale } = props;
  const t = words.value;
  const drawn = useMemo(() => {
    const regions = table.regions.slice(0, MOST);
    const common =
      table.metric.unit === 'money'
        ? null
        : dotDomain(
            regions.flatMap((r) => pointsOf([r.everyone, ...r.cells])),
            3,
          );
    return regions.map((region) => ({ region, picture: pictureOf(table, region, common, colours, locale) }));
  }, [table, colours, locale, t]);
  return (
    <ChartFigure
      title={t.plots}
      subtitle={t.plotSub}
      sentence={t.sentence(
        table.metric.label[locale],
        drawn
          .map(({ region, picture }) =>
            t.row(region.name, picture.rows.map((row) => `${row.name} ${row.text}`).join(', ')),
          )
          .join(' '),
      )}
      table={plotTable(table, colours, locale)}
      stale={props.stale}
    >
      <ul class="region-plots">
        {drawn.map(({ region, picture }) => (
          <li key={region.key}>
            <p class="strong data" dir="auto">
              {region.name}
              {table.metric.unit === 'money' && (
                <span class="ink-soft text-s">{` ${region.currency ?? ''}`}</span>
              )}
            </p>
            <DotIntervalPlot picture={picture} density="compact" />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function pointsOf(cells: readonly RegionCell[]) {
  return cells.flatMap(({ cell }) =>
    cell.state === 'value'
      ? [{ value: cell.value, lo: cell.interval?.lo ?? cell.value, hi: cell.interval?.hi ?? cell.value }]
      : [],
  );
}

function pictureOf(
  table: ByRegion,
  region: RegionRow,
  common: ReturnType<typeof dotDomain>,
  colours: ReadonlyMap<string, number>,
  locale: Locale,
): DotPicture {
  const c = compareWords.value;
  const format = regionFormat(table, region, locale);
  const domain = common ?? dotDomain(pointsOf([region.everyone, ...region.cells]), 3);
  const all = region.everyone.cell;
  const base = all.state === 'value' && table.metric.denominator !== null ? all.value : null;
  const row = (name: string, colour: number | null, { cell, people }: RegionCell): DotRow => {
    const size = formatNumber(locale, people);
    if (cell.state === 'none') {
      const why = c.reasonShort[cell.reason];
      return {
        name,
        colour,
        size,
        value: null,
        interval: null,
        base,
        text: why,
        mark: '',
        title: `${name}: ${why}`,
        faint: false,
      };
    }
    const text = format.full(cell.value);
    const range = cell.interval
      ? ` (${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)})`
      : '';
    return {
      name,
      colour,
      size,
      value: cell.value,
      interval: cell.interval,
      base,
      text,
      mark: colour === null ? '' : VERDICT_MARK[cell.verdict],
      title: `${name}: ${text}${range}, n ${formatNumber(locale, cell.n)}, ${c.verdict[cell.verdict]}`,
      faint: cell.verdict === 'not-enough',
    };
  };
  return {
    headings: { size: c.plot.size, value: table.metric.label[locale] },
    rows: [
      ...table.segments.map((segment, s) =>
        row(
          labelText(segment.name, locale),
          colours.get(segment.id) ?? segment.colour,
          region.cells[s] ?? region.everyone,
        ),
      ),
      row(words.value.columns.everyone, null, region.everyone),
    ],
    domain: domain ? { lo: domain.lo, hi: domain.hi } : { lo: 0, hi: 1 },
    ticks: domain ? domain.ticks.map((at) => ({ at, text: format.tick(at) })) : [],
  };
}

function plotTable(table: ByRegion, colours: ReadonlyMap<string, number>, locale: Locale): ChartTableData {
  const t = words.value;
  const c = compareWords.value;
  return {
    caption: t.plots,
    columns: [
      { header: t.columns[table.request.by] },
      { header: c.figure.segment, text: true },
      { header: t.columns.customers },
      { header: c.figure.value },
      { header: c.figure.lo },
      { header: c.figure.hi },
      { header: c.figure.n },
      { header: t.columns.index },
      { header: c.figure.verdict, text: true },
    ],
    rows: table.regions.slice(0, MOST).flatMap((region) => {
      const format = regionFormat(table, region, locale);
      return [null, ...table.segments].map((segment, s) => {
        const of = segment === null ? region.everyone : (region.cells[s - 1] ?? region.everyone);
        const { cell } = of;
        const value = cell.state === 'value' ? cell : null;
        const money = (v: number | null | undefined) => ({
          text: v == null ? '' : format.full(v),
          sort: v ?? null,
        });
        return {
          key: `${region.key} ${segment?.id ?? ''}`,
          colour: segment === null ? null : (colours.get(segment.id) ?? segment.colour),
          cells: [
            { text: region.name },
            { text: segment === null ? t.columns.everyone : labelText(segment.name, locale) },
            { text: formatNumber(locale, of.people), sort: of.people },
            cell.state === 'none' ? { text: c.reason[cell.reason], sort: null } : money(cell.value),
            money(value?.interval?.lo),
            money(value?.interval?.hi),
            { text: formatNumber(locale, cell.n), sort: cell.n },
            { text: of.index === null ? '' : formatNumber(locale, of.index, 0), sort: of.index },
            { text: value === null ? '' : c.verdict[value.verdict] },
          ],
        };
      });
    }),
  };
}
