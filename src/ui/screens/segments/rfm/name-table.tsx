import { useId, useState } from 'preact/hooks';
import { MOST_NAME, type RfmTable, SCORES } from '../../../../segments/rfm/rfm-dialects';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { announce } from '../../../parts/live-region';
import { engine } from '../../../state/engine';
import { words } from './words';

/** The 25 cells of R × F, each with a name to be typed or taken from those there are. */
export function NameTable(props: {
  readonly table: RfmTable;
  readonly changed: boolean;
  readonly onSaved: () => void;
}) {
  const [names, setNames] = useState(props.table);
  const [error, setError] = useState<unknown>(null);
  const list = useId();
  const t = words.value.table;
  const edited = JSON.stringify(names) !== JSON.stringify(props.table);

  const onSave = async (table: RfmTable | null) => {
    setError(null);
    try {
      await engine().saveRfmTable({ table });
      announce(t.saved);
      props.onSaved();
    } catch (caught) {
      setError(caught);
    }
  };
  const rename = (r: number, f: number, name: string) =>
    setNames(names.map((row, i) => row.map((old, j) => (i === r - 1 && j === f - 1 ? name : old))));

  return (
    <section class="rfm-part">
      <h2>{t.title}</h2>
      <p class="ink-soft text-s">{t.lead}</p>
      <datalist id={list}>
        {[...new Set(names.flat())]
          .filter((name) => name !== '')
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
      <div class="rfm-names-scroller">
        <table class="rfm-names">
          <caption class="only-read">{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.corner}</th>
              {SCORES.map((f) => (
                <th scope="col" key={f}>
                  {t.column(f)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...SCORES].reverse().map((r) => (
              <tr key={r}>
                <th scope="row">{t.row(r)}</th>
                {SCORES.map((f) => (
                  <td key={f}>
                    <input
                      class="text-input rfm-name"
                      dir="auto"
                      list={list}
                      maxLength={MOST_NAME}
                      autocomplete="off"
                      aria-label={t.cell(r, f)}
                      value={names[r - 1]?.[f - 1] ?? ''}
                      onInput={(event) => rename(r, f, event.currentTarget.value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div class="rfm-actions">
        <Button kind="primary" disabled={!edited} onClick={() => void onSave(names)}>
          {t.save}
        </Button>
        {props.changed && (
          <Button kind="quiet" onClick={() => void onSave(null)}>
            {t.reset}
          </Button>
        )}
      </div>
    </section>
  );
}
