import { formatOf } from '../../compare/cells/format-of';
import { VERDICT_MARK } from '../../compare/cells/verdict-mark';
import type { Cell, ComparedSegment, Comparison } from '../../compare/comparison';
import type { Locale } from '../../core/label';
import type { Markup } from '../../core/markup';
import { formatNumber } from '../../i18n/format';
import type { MetricFormat } from '../../metrics/metric-value';
import { EXPORT_WORDS } from '../export-words';
import { el } from './element';
import { REPORT_WORDS } from './report-words';

/** As many segments as stand side by side on a sheet of paper; more are put into further tables. */
const ACROSS = 5;

/** Metrics down, segments across, everyone last: value, interval, n and verdict, written as on the screen. */
export function reportTables(
  comparison: Comparison,
  locale: Locale,
  markOf: (colour: number) => Markup,
): readonly Markup[] {
  const { segments } = comparison;
  const starts = segments.flatMap((_, s) => (s % ACROSS === 0 ? [s] : []));
  return (starts.length === 0 ? [0] : starts).map((from) =>
    table(comparison, segments.slice(from, from + ACROSS), from, locale, markOf),
  );
}

function table(
  comparison: Comparison,
  segments: readonly ComparedSegment[],
  from: number,
  locale: Locale,
  markOf: (colour: number) => Markup,
): Markup {
  const t = REPORT_WORDS[locale];
  const person = comparison.request.grain === 'person';
  const size = (count: number | null) =>
    person ? [el('span', { class: 'n' }, formatNumber(locale, count))] : [];
  return el(
    'table',
    { class: 'numbers' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, t.metric),
        ...segments.map((segment) =>
          el(
            'th',
            { scope: 'col' },
            markOf(segment.colour),
            el('bdi', {}, segment.name[locale]),
            ...size(segment.size),
          ),
        ),
        el('th', { scope: 'col' }, t.everyone, ...size(comparison.segments[0]?.population ?? null)),
      ),
    ),
    el(
      'tbody',
      {},
      ...comparison.metrics.map((metric, m) => {
        const format = formatOf(comparison, m, locale);
        return el(
          'tr',
          { 'data-metric': metric.id },
          el(
            'th',
            { scope: 'row' },
            format.unit === null ? metric.label[locale] : `${metric.label[locale]}, ${format.unit}`,
          ),
          ...rowOf(
            [...segments.map((_, s) => comparison.cells[from + s]?.[m]), comparison.everyone[m]],
            format,
            locale,
          ),
        );
      }),
    ),
  );
}

/** A reason that holds for all of them is said once. */
function rowOf(
  cells: readonly (Cell | undefined)[],
  format: MetricFormat,
  locale: Locale,
): readonly Markup[] {
  const [first] = cells;
  if (first?.state === 'none' && cells.every((c) => c?.state === 'none' && c.reason === first.reason)) {
    const attributes = { class: 'none', colspan: String(cells.length) };
    return [el('td', attributes, EXPORT_WORDS[locale].compare.reason[first.reason])];
  }
  return cells.map((cell) => cellOf(cell, format, locale));
}

function cellOf(cell: Cell | undefined, format: MetricFormat, locale: Locale): Markup {
  const t = REPORT_WORDS[locale];
  const words = EXPORT_WORDS[locale].compare;
  if (cell === undefined) return el('td', {});
  if (cell.state === 'none') return el('td', { class: 'none' }, words.reason[cell.reason]);
  const tested = cell.verdict !== 'not-tested';
  return el(
    'td',
    {},
    el('span', { class: 'value' }, format.bare(cell.value)),
    ...(cell.interval
      ? [el('span', { class: 'n' }, t.interval(format.bare(cell.interval.lo), format.bare(cell.interval.hi)))]
      : []),
    el(
      'span',
      { class: 'n' },
      t.n(formatNumber(locale, cell.n)),
      ...(tested ? [` ${VERDICT_MARK[cell.verdict]} ${words.verdict[cell.verdict]}`] : []),
    ),
  );
}
