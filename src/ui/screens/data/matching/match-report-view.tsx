import { formatNumber, formatPercent } from '../../../../i18n/format';
import type { CaseReason } from '../../../../ingest/joins/match-report';
import type { MatchAccount } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Notice } from '../../../parts/notice';
import { Table, type TableColumn } from '../../../parts/table';
import { locale } from '../../../state/locale';
import { dataText } from '../data-text';
import { joinsText, sourceText } from './joins-text';

type On = MatchAccount['on'][number];
type Source = MatchAccount['sources'][number] & { readonly at: number };
type Pair = MatchAccount['pairs'][number];

/** How many matched and on what, which export with which, and why some could not be joined. */
export function MatchReportView(props: {
  readonly report: MatchAccount;
  readonly open: number;
  readonly onSettle: () => void;
}) {
  const { report, open } = props;
  const t = joinsText.value;
  const lang = locale.value;
  const num = (v: number) => formatNumber(lang, v);
  const share = (part: number, whole: number) => formatPercent(lang, whole === 0 ? null : part / whole, 1);
  const named = (at: number) => {
    const source = report.sources[at];
    return source === undefined ? '' : `${dataText.value.kinds[source.table]}: ${sourceText(source)}`;
  };
  const reasons = (['two-ids', 'shared-phone', 'chain', 'order'] as const).filter((r) => report.open[r] > 0);
  return (
    <div class="matching-report">
      <p>
        {t.sum(
          t.people(report.people),
          num(report.matched),
          share(report.matched, report.people),
          num(report.people - report.matched),
        )}
      </p>
      {open > 0 && (
        <Notice
          tone="note"
          title={t.ambiguous(open)}
          actions={<Button onClick={props.onSettle}>{t.settleThem}</Button>}
        />
      )}
      {report.on.length > 0 && (
        <div class="matching-part">
          <Table
            caption={t.on.title}
            showCaption
            rows={report.on}
            rowKey={(row) => row.key}
            columns={[
              text('key', t.on.key, (row: On) => t.keys[row.key], true),
              number('people', t.on.people, (row: On) => row.people),
              {
                ...number('share', t.on.share, (row: On) => row.people),
                cell: (row: On) => share(row.people, report.matched),
              },
              number('only', t.on.only, (row: On) => row.only),
            ]}
          />
          <p class="ink-soft">{t.on.note}</p>
        </div>
      )}
      {reasons.length > 0 && (
        <Table
          caption={t.reasons.title}
          showCaption
          rows={reasons}
          rowKey={(row) => row}
          columns={[
            text('reason', t.reasons.reason, (row: CaseReason) => t.reasons[row], true),
            number('cases', t.reasons.cases, (row: CaseReason) => report.open[row]),
          ]}
        />
      )}
      <Table
        caption={t.sources.title}
        showCaption
        rows={report.sources.map((source, at) => ({ ...source, at }))}
        rowKey={(row) => String(row.at)}
        columns={[
          text('source', t.sources.source, (row: Source) => named(row.at), true),
          number('rows', t.sources.rows, (row: Source) => row.rows),
          number('nobody', t.sources.nobody, (row: Source) => row.rowsOfNobody),
          number('people', t.sources.people, (row: Source) => row.people),
          number('matched', t.sources.matched, (row: Source) => row.matched),
          number('alone', t.sources.alone, (row: Source) => row.people - row.matched),
          {
            ...number('share', t.sources.share, (row: Source) =>
              row.people === 0 ? null : row.matched / row.people,
            ),
            cell: (row: Source) => share(row.matched, row.people),
          },
        ]}
      />
      {report.sources.length > 1 &&
        (report.pairs.length === 0 ? (
          <p class="ink-soft">{t.pairs.none}</p>
        ) : (
          <Table
            caption={t.pairs.title}
            showCaption
            rows={[...report.pairs].sort((a, b) => b.people - a.people)}
            rowKey={(row) => `${row.a} ${row.b}`}
            columns={[
              text('a', t.pairs.a, (row: Pair) => named(row.a), true),
              text('b', t.pairs.b, (row: Pair) => named(row.b)),
              number('people', t.pairs.people, (row: Pair) => row.people),
              text('on', t.pairs.on, (row: Pair) =>
                [
                  ...row.on.map((on) => t.pairs.each(t.keys[on.key], num(on.people))),
                  ...(row.through > 0 ? [t.pairs.each(t.pairs.through, num(row.through))] : []),
                ].join(' · '),
              ),
            ]}
          />
        ))}
    </div>
  );

  function number<Row>(id: string, header: string, of: (row: Row) => number | null): TableColumn<Row> {
    return {
      id,
      header,
      align: 'end',
      cell: (row) => formatNumber(lang, of(row)),
      sort: of,
      copy: (row) => String(of(row) ?? ''),
    };
  }
}

function text<Row>(
  id: string,
  header: string,
  of: (row: Row) => string,
  rowHeader = false,
): TableColumn<Row> {
  return {
    id,
    header,
    rowHeader,
    cell: (row) => (
      <span class="data" dir="auto">
        {of(row)}
      </span>
    ),
    sort: of,
    copy: of,
  };
}
