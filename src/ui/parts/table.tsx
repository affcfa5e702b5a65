import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { text } from '../state/text';
import { Button } from './button';
import { classNames } from './class-names';
import { announce } from './live-region';
import './table.css';
import { copyTable } from './copy-table';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Said softly under the header, so that the cells need not repeat it. */
  readonly unit?: string;
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ComponentChildren;
  /** Makes the column sortable. Nulls stay last either way. */
  readonly sort?: (row: Row) => number | string | null;
  /** What the clipboard gets; absent leaves the column out of a copy. */
  readonly copy?: (row: Row) => string;
  /** The cell names its row. */
  readonly rowHeader?: boolean;
  /** The header is read, not seen (a column of buttons). */
  readonly hideHeader?: boolean;
  /** Long text keeps to one line, whole in its tooltip. */
  readonly narrow?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly down: boolean;
}

/** Rows under sticky headers. Numbers stand right, any column with `sort` sorts, and the whole can be copied. */
export function Table<Row>(props: {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: TableSort;
  /** Given where the rows are sorted elsewhere (pages of an engine). */
  readonly onSort?: (sort: TableSort) => void;
  readonly rowClass?: (row: Row) => string | undefined;
  readonly empty?: ComponentChildren;
  /** Rows always last and never sorted: totals, the base. */
  readonly footRows?: readonly Row[];
  readonly copy?: boolean;
  /** Dimmed while newer rows are on the way. */
  readonly stale?: boolean;
  /** Stays its own height, or scrolls inside when it is tall. */
  readonly height?: 'all' | 'scroll';
  readonly tools?: ComponentChildren;
}) {
  const { columns, rows, footRows = [], height = 'scroll' } = props;
  const [own, setOwn] = useState<TableSort | undefined>(props.sort);
  const sort = props.onSort ? props.sort : own;
  const captionId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const scrolls = useOverflow(scroller);
  const t = text.value;

  const sorted = useMemo(
    () => (props.onSort ? rows : sortRows(rows, columns, sort)),
    [rows, columns, sort, props.onSort],
  );

  const onSort = (column: TableColumn<Row>) => {
    const numeric = column.align === 'end';
    const next =
      sort?.column === column.id
        ? { column: column.id, down: !sort.down }
        : { column: column.id, down: numeric };
    if (props.onSort) props.onSort(next);
    else setOwn(next);
    announce(`${column.header}: ${next.down ? t.table.sortedDown : t.table.sortedUp}`);
  };

  const onCopy = async () => {
    const shown = columns.filter((c) => c.copy);
    const lines = [
      shown.map((c) => (c.unit ? `${c.header} (${c.unit})` : c.header)),
      ...[...sorted, ...footRows].map((row) => shown.map((c) => c.copy?.(row) ?? '')),
    ];
    await copyTable(lines);
  };

  const canCopy = (props.copy ?? true) && columns.some((c) => c.copy) && rows.length > 0;
  const tr = (row: Row, foot: boolean) => (
    <tr key={props.rowKey(row)} class={classNames(props.rowClass?.(row), foot && 'table-foot')}>
      {columns.map((column) => {
        const Tag = column.rowHeader ? 'th' : 'td';
        return (
          <Tag
            key={column.id}
            scope={column.rowHeader ? 'row' : undefined}
            class={classNames(
              column.align === 'end' && 'num',
              column.rowHeader && 'table-row-header',
              column.narrow && 'table-narrow',
            )}
          >
            {column.cell(row)}
          </Tag>
        );
      })}
    </tr>
  );

  return (
    <div class={classNames('table-box', props.stale && 'table-stale')} aria-busy={props.stale || undefined}>
      {(canCopy || props.tools !== undefined || props.showCaption) && (
        <div class="table-tools">
          {props.showCaption && (
            <span class="table-caption" aria-hidden="true">
              {props.caption}
            </span>
          )}
          <span class="table-tools-more">
            {props.tools}
            {canCopy && (
              <Button kind="quiet" size="s" onClick={() => void onCopy()}>
                {t.action.copyTable}
              </Button>
            )}
          </span>
        </div>
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      <div
        class={classNames('table-scroller', height === 'scroll' && 'table-tall')}
        ref={scroller}
        {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-labelledby': captionId } : {})}
      >
        <table class="table">
          <caption class="only-read" id={captionId}>
            {props.caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  class={classNames(column.align === 'end' && 'num')}
                  aria-sort={
                    sort?.column === column.id ? (sort.down ? 'descending' : 'ascending') : undefined
                  }
                >
                  {column.sort ? (
                    <button
                      type="button"
                      class="table-sort"
                      title={t.table.sortBy(column.header)}
                      onClick={() => onSort(column)}
                    >
                      <span>{column.header}</span>
                      <span
                        class={classNames(
                          'table-sort-mark',
                          sort?.column === column.id && (sort.down ? 'table-down' : 'table-up'),
                        )}
                        aria-hidden="true"
                      />
                    </button>
                  ) : (
                    <span class={classNames(column.hideHeader && 'only-read')}>{column.header}</span>
                  )}
                  {column.unit !== undefined && <span class="table-unit">{column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.length === 0 && (
              <tr>
                <td colSpan={columns.length} class="table-empty">
                  {props.empty ?? t.table.empty}
                </td>
              </tr>
            )}
            {sorted.map((row) => tr(row, false))}
          </tbody>
          {footRows.length > 0 && <tfoot>{footRows.map((row) => tr(row, true))}</tfoot>}
        </table>
      </div>
    </div>
  );
}

/** A sorted copy; equal keys keep their order, nulls stand last whichever way it goes. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | undefined,
): readonly Row[] {
  const key = columns.find((c) => c.id === sort?.column)?.sort;
  if (!sort || !key) return rows;
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const sign = sort.down ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => {
      const noA = a.key === null || Number.isNaN(a.key);
      const noB = b.key === null || Number.isNaN(b.key);
      if (noA || noB) return Number(noA) - Number(noB);
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * collator.compare(String(a.key), String(b.key));
    })
    .map((entry) => entry.row);
}

function useOverflow(element: { readonly current: HTMLElement | null }): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const node = element.current;
    if (!node || typeof ResizeObserver === 'undefined') return;
    const measure = () =>
      setOver(node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    if (node.firstElementChild) observer.observe(node.firstElementChild);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return over;
}
