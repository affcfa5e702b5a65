import { useState } from 'preact/hooks';
import { formatDay } from '../../../i18n/format';
import type { SettingsState } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { saveFile } from '../../parts/save-file';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { csvFormat } from '../../state/settings';
import { FilePicker } from './file-picker';
import { RatesPreviewView } from './rates-preview';
import { RatesTable } from './rates-table';
import { change, saving, settingsText } from './settings-model';

/** The table of rates: from a file after a look at it, typed in, edited where it stands, taken out again. */
export function RatesSection(props: { readonly state: SettingsState }) {
  const { rates, settings } = props.state;
  const t = settingsText.value.rates;
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>(null);
  const day = (iso: string) => formatDay(locale.value, Date.parse(iso));
  const first = rates.pairs.reduce((min, { firstDay }) => (firstDay < min ? firstDay : min), '9999');
  const last = rates.pairs.reduce((max, { lastDay }) => (lastDay > max ? lastDay : max), '');

  return (
    <section class="settings-section" aria-labelledby="settings-rates">
      <h2 id="settings-rates">{t.title}</h2>
      <p>
        {rates.count === 0 ? t.none : t.held(rates.count, day(first), day(last))}{' '}
        {rates.sources.length > 0 && (
          <span class="data" dir="auto">
            {t.sources(rates.sources.join(', '))}
          </span>
        )}
      </p>
      <div class="settings-actions">
        <FilePicker
          label={t.choose}
          accept=".csv,.txt,.tsv,.zip,.gz,.xlsx,text/csv,text/plain"
          disabled={saving.value}
          onFile={(picked) => {
            setError(null);
            setFile(picked);
          }}
        />
        {rates.count > 0 && (
          <>
            <Button
              onClick={() => {
                setError(null);
                engine().exportRates({ format: csvFormat() }).then(saveFile, setError);
              }}
            >
              {t.export}
            </Button>
            <Confirm
              question={t.removeAllQuestion(rates.count)}
              yes={t.removeAllYes}
              disabled={saving.value}
              kind="quiet"
              onYes={() =>
                void change(() => engine().changeRates({ drop: 'all', put: [] })).then(
                  (done) => done && announce(t.removed),
                )
              }
            >
              {t.removeAll}
            </Confirm>
          </>
        )}
      </div>
      <p class="ink-soft text-s">{t.chooseHint}</p>
      {error !== null && <ErrorNotice error={error} />}
      {file !== null && (
        <RatesPreviewView
          key={`${file.name} ${file.lastModified}`}
          file={file}
          onDone={() => setFile(null)}
        />
      )}
      <RatesTable pairs={rates.pairs} into={settings.reporting?.currency ?? null} />
    </section>
  );
}
