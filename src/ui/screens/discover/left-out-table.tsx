import type { Findings, LeftOut } from '../../../compare/finder/findings';
import type { Locale } from '../../../core/label';
import { formatNumber } from '../../../i18n/format';
import { Table, type TableColumn } from '../../parts/table';
import { words } from './words';

/** Fields nobody was asked about, and why. */
export function LeftOutTable(props: { readonly findings: Findings; readonly locale: Locale }) {
  const { findings, locale } = props;
  const t = words.value.leftOut;
  const name = ({ label, value }: LeftOut) => (value === null ? label[locale] : `${label[locale]}: ${value}`);
  const reason = ({ reason: id, like, label }: LeftOut) =>
    like === null || like[locale] === label[locale] ? t.reasonOf[id] : t.like(t.reasonOf[id], like[locale]);
  const association = (l: LeftOut) => (l.association === null ? '' : formatNumber(locale, l.association, 2));
  const columns: TableColumn<LeftOut>[] = [
    {
      id: 'field',
      header: t.field,
      rowHeader: true,
      sort: name,
      copy: name,
      cell: (l) => (
        <span class="data" dir="auto">
          {name(l)}
        </span>
      ),
    },
    { id: 'reason', header: t.reason, cell: reason, copy: reason, sort: reason },
    {
      id: 'association',
      header: t.association,
      align: 'end',
      cell: association,
      copy: association,
      sort: (l) => l.association,
    },
  ];
  return (
    <Table
      caption={t.heading(findings.leftOut.length)}
      columns={columns}
      rows={findings.leftOut}
      rowKey={(l) => `${l.of}:${l.field}:${l.value ?? ''}`}
      copy
    />
  );
}
