import type { Reconciliation } from '../../../core/passport';
import { formatNumber } from '../../../i18n/format';
import { Table } from '../../parts/table';
import { locale } from '../../state/locale';
import { dataText } from './data-text';

/** What kept rows add up to, column by column, beside what their source says. */
export function ReconciliationTable(props: { readonly reconciliation: readonly Reconciliation[] }) {
  const p = dataText.value.passport;
  const lang = locale.value;
  // Both sums with the same decimals, so that they can be held against each other.
  const asWritten = ({ kept, stated }: Reconciliation, value: number) =>
    formatNumber(lang, value, Number.isInteger(kept) && Number.isInteger(stated) ? 0 : 2);
  return (
    <Table
      caption={p.check}
      showCaption
      rows={props.reconciliation}
      rowKey={(row) => row.column}
      columns={[
        {
          id: 'column',
          header: p.checkColumn,
          rowHeader: true,
          cell: (row) => <span class="data">{row.column}</span>,
          copy: (row) => row.column,
        },
        {
          id: 'kept',
          header: p.checkKept,
          align: 'end',
          cell: (row) => asWritten(row, row.kept),
          copy: (row) => asWritten(row, row.kept),
        },
        {
          id: 'stated',
          header: p.checkStated,
          align: 'end',
          cell: (row) => asWritten(row, row.stated),
          copy: (row) => asWritten(row, row.stated),
        },
        {
          id: 'agrees',
          header: p.checkAgrees,
          cell: (row) => (row.agrees ? p.agrees : p.differs),
          copy: (row) => (row.agrees ? p.agrees : p.differs),
        },
      ]}
    />
  );
}
