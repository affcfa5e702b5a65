import { useRef, useState } from 'preact/hooks';
import { isAbort } from '../../../core/app-error';
import { formatBytes } from '../../../i18n/format';
import type { Progress } from '../../../ingest/survey';
import type { BackupContents, CallOptions } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { Notice } from '../../parts/notice';
import { ProgressBar } from '../../parts/progress-bar';
import { saveBlob } from '../../parts/save-file';
import { eraseSnapshot } from '../../snapshot/snapshot';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { text } from '../../state/text';
import { workspace } from '../../state/workspace';
import { BackupComparison } from './backup-comparison';
import { FilePicker } from './file-picker';
import { settingsText } from './settings-model';

type Work = { readonly kind: 'making' | 'checking' | 'restoring'; readonly name: string };

/** Everything to one file and back. */
export function BackupSection() {
  const t = settingsText.value.backup;
  const [working, setWorking] = useState<Work | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [checked, setChecked] = useState<{
    readonly file: File;
    readonly inFile: BackupContents;
    readonly held: BackupContents;
  } | null>(null);
  const abort = useRef<AbortController | null>(null);

  const run = async (work: Work, body: (options: CallOptions) => Promise<void>) => {
    const controller = new AbortController();
    abort.current = controller;
    setWorking(work);
    setProgress(null);
    setError(null);
    setSaid(null);
    try {
      await body({ signal: controller.signal, onProgress: setProgress });
    } catch (caught) {
      if (isAbort(caught)) setSaid(t.stopped);
      else setError(caught);
    } finally {
      setWorking(null);
    }
  };
  const tell = (sentence: string) => {
    setSaid(sentence);
    announce(sentence);
  };

  const make = () =>
    run({ kind: 'making', name: '' }, async (options) => {
      const { name, blob } = await engine().backup(undefined, options);
      saveBlob(name, blob);
      tell(t.made(name, formatBytes(locale.value, blob.size)));
    });
  const check = (file: File) => {
    setChecked(null);
    return run({ kind: 'checking', name: file.name }, async (options) => {
      const { file: inFile, held } = await engine().inspectBackup({ file }, options);
      setChecked({ file, inFile, held });
    });
  };
  const restore = (file: File) =>
    run({ kind: 'restoring', name: file.name }, async (options) => {
      const state = await engine().restoreBackup({ file }, options);
      eraseSnapshot();
      workspace.value = state;
      setChecked(null);
      tell(t.restored(state.captures.length, state.people));
    });

  const label =
    working?.kind === 'checking'
      ? t.checking(working.name)
      : working?.kind === 'restoring'
        ? t.restoring
        : t.making;
  const isEmpty = checked !== null && checked.held.captures.length === 0;
  return (
    <section class="settings-section" aria-labelledby="settings-backup">
      <h2 id="settings-backup">{t.title}</h2>
      <p class="ink-soft">{t.lead}</p>
      <Notice tone="warning" title={t.clear} />
      <div class="settings-actions">
        <Button disabled={working !== null} onClick={() => void make()}>
          {t.make}
        </Button>
        <FilePicker
          label={t.choose}
          accept=".slbackup,application/gzip"
          disabled={working !== null}
          onFile={(file) => void check(file)}
        />
      </div>
      {working !== null && (
        <div class="settings-work">
          <ProgressBar
            label={label}
            value={progress && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : null}
            detail={progress ? text.value.progress[progress.stage] : text.value.working}
          />
          <Button size="s" onClick={() => abort.current?.abort()}>
            {text.value.action.cancel}
          </Button>
        </div>
      )}
      {said !== null && <p role="status">{said}</p>}
      {error !== null && <ErrorNotice error={error} />}
      {checked !== null && working === null && (
        <div class="backup-checked">
          <p>
            <strong class="data">{t.whole(checked.file.name)}</strong> {t.replaceLead}
          </p>
          <BackupComparison held={checked.held} inFile={checked.inFile} written={checked.file.lastModified} />
          <div class="settings-actions">
            {isEmpty ? (
              <Button kind="primary" onClick={() => void restore(checked.file)}>
                {t.replaceEmpty}
              </Button>
            ) : (
              <Confirm
                question={t.replaceQuestion(checked.held.captures.length, checked.held.people)}
                yes={t.replaceYes}
                onYes={() => void restore(checked.file)}
              >
                {t.replace}
              </Confirm>
            )}
            <Button kind="quiet" onClick={() => setChecked(null)}>
              {t.notThis}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
