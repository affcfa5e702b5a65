import { useMemo, useRef, useState } from 'preact/hooks';
import { formatOf } from '../../../compare/cells/format-of';
import { VERDICT_MARK } from '../../../compare/cells/verdict-mark';
import type { Cell, Comparison } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import { formatDay, formatNumber } from '../../../i18n/format';
import type { MetricFormat } from '../../../metrics/metric-value';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { announce } from '../../parts/live-region';
import { SegmentMark } from '../../parts/segment-mark';
import { useInPieces } from '../../parts/use-in-pieces';
import '../../parts/table.css';
import { copyTable } from '../../parts/copy-table';
import type { SegmentOrder } from './arrange';
import './comparison-table.css';
import { words } from './words';

/** `segment` is a place among the shown segments; null is everyone. */
export interface CellPlace {
  readonly segment: number | null;
  readonly metric: number;
}

/** Rows laid out in one task: of nine columns, a third of what is noticed. */
const PIECE = 10;

/** Metrics down, segments across, each cell its value, its n and its verdict. Arrows move between cells, Enter opens one. */
export function ComparisonTable(props: {
  readonly comparison: Comparison;
  readonly locale: Locale;
  readonly goalId: string | null;
  readonly order: SegmentOrder | null;
  readonly onOrder: (order: SegmentOrder | null) => void;
  readonly open: CellPlace | null;
  readonly onOpen: (place: CellPlace) => void;
}) {
  const { comparison, locale, goalId, order, onOrder, open } = props;
  const t = words.value;
  const columns = comparison.segments.length + 1;
  const [at, setAt] = useState({ row: 0, column: 0 });
  const body = useRef<HTMLTableSectionElement>(null);

  const rows = useMemo(
    () =>
      comparison.metrics.map((metric, m) => {
        const cells = [...comparison.cells.map((of) => of[m]), comparison.everyone[m]];
        return { metric, cells, format: formatOf(comparison, m, locale) };
      }),
    [comparison, locale],
  );

  const drawn = useInPieces(rows.length, PIECE);
  const busy = drawn < rows.length || undefined;

  const focusCell = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    };
    setAt(next);
    body.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['at'] === undefined) return;
    const { row, column } = at;
    if (event.key === 'ArrowRight') focusCell(row, column + 1);
    else if (event.key === 'ArrowLeft') focusCell(row, column - 1);
    else if (event.key === 'ArrowDown') focusCell(row + 1, column);
    else if (event.key === 'ArrowUp') focusCell(row - 1, column);
    else if (event.key === 'Home') focusCell(event.ctrlKey ? 0 : row, 0);
    else if (event.key === 'End') focusCell(event.ctrlKey ? rows.length - 1 : row, columns - 1);
    else return;
    event.preventDefault();
  };

  const onSort = (metricId: string, label: string) => {
    const next: SegmentOrder | null =
      order?.metricId !== metricId ? { metricId, down: true } : order.down ? { metricId, down: false } : null;
    onOrder(next);
    announce(
      `${label}: ${next === null ? t.table.sorted.none : next.down ? t.table.sorted.down : t.table.sorted.up}`,
    );
  };

  const base = comparison.segments[0]?.base.name?.[locale] ?? null;
  const person = comparison.request.grain === 'person';
  const caption = t.table.caption(formatDay(locale, comparison.asOf));

  return (
    <div class="compare-table-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="compare-scroller" tabIndex={0} aria-label={caption} aria-busy={busy}>
        <table class="table compare-table">
          <caption class="only-read">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.table.metric}</th>
              {comparison.segments.map((segment) => (
                <th scope="col" class="num" key={segment.id}>
                  <span class="compare-column">
                    <SegmentMark colour={segment.colour} />
                    <span class="data" dir="auto" title={segment.name[locale]}>
                      {segment.name[locale]}
                    </span>
                  </span>
                  {person && <span class="table-unit">{formatNumber(locale, segment.size)}</span>}
                </th>
              ))}
              <th scope="col" class="num compare-everyone">
                <span class="compare-column">{t.table.everyone}</span>
                {person && (
                  <span class="table-unit">
                    {formatNumber(locale, comparison.segments[0]?.population ?? null)}
                  </span>
                )}
              </th>
            </tr>
          </thead>
          <tbody
            ref={body}
            onKeyDown={onKeyDown}
            onFocusIn={({ target }) => {
              const cell = cellAt(target);
              if (cell) setAt(cell);
            }}
            onClick={({ target }) => {
              const cell = cellAt(target);
              if (cell)
                props.onOpen({
                  segment: cell.column === columns - 1 ? null : cell.column,
                  metric: cell.row,
                });
            }}
          >
            {rows.slice(0, drawn).map(({ metric, cells, format }, row) => {
              const label = metric.label[locale];
              const sorted = order?.metricId === metric.id ? order : null;
              return (
                <tr key={metric.id} class={metric.id === goalId ? 'compare-goal' : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      class="table-sort"
                      title={t.table.sortHint}
                      onClick={() => onSort(metric.id, label)}
                    >
                      <span>
                        {label}
                        {format.unit !== null && <span class="compare-unit">, {format.unit}</span>}
                        <span class="only-read">
                          {`. ${t.table.sortHint}`}
                          {sorted && `: ${sorted.down ? t.table.sorted.down : t.table.sorted.up}`}
                        </span>
                      </span>
                      <span
                        class={classNames(
                          'compare-sort-mark',
                          sorted && (sorted.down ? 'compare-sort-down' : 'compare-sort-up'),
                        )}
                        aria-hidden="true"
                      />
                    </button>
                  </th>
                  {/* Known by their place: in another order only texts change, and the focus stays where it is. */}
                  {cells.map((cell, column) => {
                    const isEveryone = column === columns - 1;
                    const isOpen = open?.metric === row && open.segment === (isEveryone ? null : column);
                    return (
                      <td class={isEveryone ? 'num compare-everyone' : 'num'}>
                        {cell && (
                          <button
                            type="button"
                            class={isOpen ? 'compare-cell compare-cell-open' : 'compare-cell'}
                            data-at={`${row}-${column}`}
                            tabIndex={at.row === row && at.column === column ? 0 : -1}
                            aria-expanded={isOpen}
                          >
                            {cellWords(cell, format, locale)}
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div class="compare-legend text-s ink-soft">
        <p>
          {t.table.legend(base)}{' '}
          {(['better', 'worse', 'different', 'no-difference', 'not-enough'] as const).map((verdict) => (
            <span class="compare-legend-item" key={verdict}>
              <span aria-hidden="true">{VERDICT_MARK[verdict]}</span> {t.verdict[verdict]}
            </span>
          ))}
        </p>
        <p>{t.table.legendTail}</p>
        {base !== null && has(comparison, 'exclusive') && <p>{t.table.exclusiveNote(base)}</p>}
        {has(comparison, 'sameTime') && (
          <p>{t.table.sameTimeNote(formatDay(locale, comparison.period.to))}</p>
        )}
        <Button kind="quiet" size="s" onClick={() => void copyTable(tableLines(comparison, locale))}>
          {t.table.copy}
        </Button>
      </div>
    </div>
  );
}

/** The cell a press or the focus is in; null in a row's heading. */
function cellAt(target: EventTarget | null): { readonly row: number; readonly column: number } | null {
  const place =
    target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  const [row, column] = place?.split('-').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function cellWords(cell: Cell, format: MetricFormat, locale: Locale) {
  const t = words.value;
  if (cell.state === 'none') return <span class="compare-none">{t.reasonShort[cell.reason]}</span>;
  const tested = cell.verdict !== 'not-tested';
  return (
    <>
      <span class={cell.verdict === 'not-enough' ? 'compare-value compare-faint' : 'compare-value'}>
        {format.bare(cell.value)}
        <span class={`compare-mark compare-${cell.verdict}`} aria-hidden="true">
          {VERDICT_MARK[cell.verdict]}
        </span>
      </span>
      {/* A count that rests on itself says so by itself. */}
      {cell.nOf !== 'rows' && (cell.value !== cell.n || cell.denominator !== null) && (
        <span class="compare-n">{t.table.n(formatNumber(locale, cell.n))}</span>
      )}
      {cell.exclusive && (
        <span class="compare-n">
          {t.table.exclusive(format.bare(cell.exclusive.value), formatNumber(locale, cell.exclusive.n))}
        </span>
      )}
      {cell.sameTime && <span class="compare-n">{t.table.sameTime(format.bare(cell.sameTime.value))}</span>}
      {tested && <span class="only-read">, {t.verdict[cell.verdict]}</span>}
    </>
  );
}

function has({ cells }: Comparison, part: 'exclusive' | 'sameTime'): boolean {
  return cells.some((of) => of.some((cell) => cell.state === 'value' && cell[part] !== undefined));
}

/** What the clipboard gets: the table as it stands, with n and verdict beside each value. */
function tableLines(comparison: Comparison, locale: Locale): string[][] {
  const t = words.value;
  const names = [...comparison.segments.map((s) => s.name[locale]), t.table.everyone];
  return [
    [t.table.metric, ...names.flatMap((name) => [name, `${name}: n`, `${name}: ${t.figure.verdict}`])],
    ...comparison.metrics.map((metric, m) => {
      const format = formatOf(comparison, m, locale);
      const cells = [...comparison.cells.map((of) => of[m]), comparison.everyone[m]];
      return [
        format.unit === null ? metric.label[locale] : `${metric.label[locale]}, ${format.unit}`,
        ...cells.flatMap((cell) =>
          cell?.state === 'value'
            ? [format.bare(cell.value), formatNumber(locale, cell.n), t.verdict[cell.verdict]]
            : ['', cell ? formatNumber(locale, cell.n) : '', cell ? t.reason[cell.reason] : ''],
        ),
      ];
    }),
  ];
}
