import { SegmentMark } from '../parts/segment-mark';
import { Table, type TableColumn } from '../parts/table';
import './chart-table.css';

/** The numbers of a chart as a table: the same values, written the same way. */
export interface ChartTableData {
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly {
    readonly header: string;
    readonly unit?: string | null;
    readonly text?: boolean;
  }[];
  readonly rows: readonly ChartTableRow[];
}

export interface ChartTableRow {
  readonly key: string;
  /** Stays last, however the others are sorted. */
  readonly total?: true;
  /** A segment's, for its mark. */
  readonly colour?: number | null;
  readonly cells: readonly ChartTableCell[];
}

export interface ChartTableCell {
  readonly text: string;
  readonly sort?: number | string | null;
}

export function ChartTable({ data }: { readonly data: ChartTableData }) {
  const columns: TableColumn<ChartTableRow>[] = data.columns.map((column, i) => ({
    id: String(i),
    header: column.header,
    ...(column.unit ? { unit: column.unit } : {}),
    align: i === 0 || column.text ? 'start' : 'end',
    rowHeader: i === 0,
    cell: (row) => {
      const text = row.cells[i]?.text ?? '';
      return i === 0 ? (
        <span class="chart-table-name">
          {typeof row.colour === 'number' && <SegmentMark colour={row.colour} />}
          <span class="data" dir="auto">
            {text}
          </span>
        </span>
      ) : (
        text
      );
    },
    sort: (row) => {
      const cell = row.cells[i];
      return cell?.sort === undefined ? (cell?.text ?? null) : cell.sort;
    },
    copy: (row) => row.cells[i]?.text ?? '',
  }));
  return (
    <Table
      caption={data.caption}
      columns={columns}
      rows={data.rows.filter(({ total }) => !total)}
      footRows={data.rows.filter(({ total }) => total)}
      rowKey={(row) => row.key}
    />
  );
}
