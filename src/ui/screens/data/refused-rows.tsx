import { useEffect, useState } from 'preact/hooks';
import type { RefusedRow } from '../../../core/problem';
import { formatNumber } from '../../../i18n/format';
import type { CaptureSummary, RefusedPage } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { saveFile } from '../../parts/save-file';
import { Table, type TableColumn } from '../../parts/table';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { csvFormat } from '../../state/settings';
import { text } from '../../state/text';
import { dataText, problemText } from './data-text';

const SHOWN = 20;

/** The first refused rows with why, and every cell as found; all of them as a file. */
export function RefusedRows(props: { readonly capture: CaptureSummary }) {
  const { capture } = props;
  const [page, setPage] = useState<RefusedPage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const t = dataText.value.account;

  useEffect(() => {
    const stop = new AbortController();
    engine()
      .refused({ captureId: capture.id, offset: 0, limit: SHOWN }, { signal: stop.signal })
      .then(setPage, (caught) => {
        if (!stop.signal.aborted) setError(caught);
      });
    return () => stop.abort();
  }, [capture.id]);

  const onDownload = async () => {
    setError(null);
    try {
      saveFile(await engine().exportRefused({ captureId: capture.id, format: csvFormat() }));
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <div class="refused-rows">
      {page === null && error === null && <p class="ink-soft">{text.value.loading}</p>}
      {page !== null && (
        <Table
          caption={t.refusedFirst(page.rows.length, page.total)}
          showCaption
          rows={page.rows}
          rowKey={(row) => String(row.row)}
          columns={columnsOf(page)}
        />
      )}
      <span>
        <Button size="s" label={t.downloadOf(capture.name)} onClick={() => void onDownload()}>
          {t.download}
        </Button>
      </span>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}

function columnsOf(page: RefusedPage): readonly TableColumn<RefusedRow>[] {
  const t = dataText.value.account;
  const lang = locale.value;
  const width = page.rows.reduce((most, { cells }) => Math.max(most, cells.length), page.header.length);
  // The place is a column of its own, so the sentence leaves it out.
  const why = ({ problem: { row: _, ...problem } }: RefusedRow) => {
    const sentence = problemText.value[problem.code](problem);
    return sentence.slice(0, 1).toLocaleUpperCase(lang) + sentence.slice(1);
  };
  return [
    {
      id: 'row',
      header: t.refusedRow,
      align: 'end',
      rowHeader: true,
      cell: ({ row }) => formatNumber(lang, row),
      copy: ({ row }) => String(row),
    },
    {
      id: 'why',
      header: t.refusedWhy,
      cell: (row) => <span class="data refused-why">{why(row)}</span>,
      copy: why,
    },
    ...Array.from(
      { length: width },
      (_, i): TableColumn<RefusedRow> => ({
        id: `cell-${i}`,
        header: page.header[i] || t.refusedCell(i + 1),
        narrow: true,
        cell: ({ cells }) => (
          <span class="data" dir="auto" title={cells[i] ?? ''}>
            {cells[i] ?? ''}
          </span>
        ),
        copy: ({ cells }) => cells[i] ?? '',
      }),
    ),
  ];
}
