import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import { sql as en } from '../../../../i18n/en/sql';
import { sql as pl } from '../../../../i18n/pl/sql';
import type { SqlAnswer } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { saveFile } from '../../../parts/save-file';
import { Tabs } from '../../../parts/tabs';
import { useCopy } from '../../../parts/use-copy';
import { engine } from '../../../state/engine';
import { asOf } from '../../../state/settings';
import { labelText, textOf } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import './segment-sql.css';

const words = textOf({ en, pl });
type Dialect = 'duckdb' | 'bigquery';

/** The segment's rule as a query, to be copied, and the tables it is asked of. */
export function SegmentSql(props: { readonly segmentId: string; readonly version: number }) {
  const { segmentId, version } = props;
  const t = words.value;
  const [open, setOpen] = useState(false);
  const [dialect, setDialect] = useState<Dialect>('duckdb');
  const [said, setSaid] = useState<SqlAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { failed, copy } = useCopy(t.copied);
  const at = asOf.value;
  const dataVersion = workspace.value?.dataVersion;

  useEffect(() => {
    if (!open) return;
    const controller = new AbortController();
    setError(null);
    engine()
      .segmentSql({ segmentId, asOf: at, dialect }, { signal: controller.signal })
      .then(
        (answer) => {
          if (!controller.signal.aborted) setSaid(answer);
        },
        (caught: unknown) => {
          if (!controller.signal.aborted && !isAbort(caught)) setError(caught);
        },
      );
    return () => controller.abort();
  }, [open, segmentId, version, at, dialect, dataVersion]);

  const saveTables = async () => {
    setError(null);
    try {
      const files = await engine().exportTables(undefined);
      for (const file of files) saveFile(file);
      announce(t.tablesSaved(files.length));
    } catch (caught) {
      setError(caught);
    }
  };

  return (
    <details class="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="disclosure-summary">{t.title}</summary>
      {open && (
        <div class="disclosure-body segment-sql">
          <p class="ink-soft">{t.intro}</p>
          <Tabs
            label={t.dialectLabel}
            tabs={[
              { id: 'duckdb', label: t.dialects.duckdb },
              { id: 'bigquery', label: t.dialects.bigquery },
            ]}
            selected={dialect}
            onSelect={setDialect}
          >
            <p class="ink-soft">{dialect === 'duckdb' ? t.duckdbNote : t.bigqueryNote}</p>
            {said?.kind === 'sql' && (
              <>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so must be reached by keyboard */}
                <pre class="segment-sql-text" tabIndex={0} dir="ltr">
                  {said.sql}
                </pre>
                <div class="segment-sql-actions">
                  <Button onClick={() => void copy(said.sql)}>{t.copy}</Button>
                  <Button onClick={() => void saveTables()}>{t.tables}</Button>
                  <span class="ink-soft">{t.tablesNote}</span>
                </div>
                {failed && <p role="alert">{t.notCopied}</p>}
              </>
            )}
            {said?.kind === 'unsayable' && (
              <p>
                {t.unsayable[said.why]} <span class="strong data">{labelText(said.clause)}</span>
              </p>
            )}
          </Tabs>
          {error !== null && <ErrorNotice error={error} />}
        </div>
      )}
    </details>
  );
}
