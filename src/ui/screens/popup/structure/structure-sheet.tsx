import { useEffect, useState } from 'preact/hooks';
import type { AskedStructure } from '../../../../protocol/page-structure';
import { Button } from '../../../parts/button';
import { announce } from '../../../parts/live-region';
import { ProgressBar } from '../../../parts/progress-bar';
import { saveBlob } from '../../../parts/save-file';
import { Sheet } from '../../../parts/sheet';
import { useCopy } from '../../../parts/use-copy';
import './structure-sheet.css';
import { words } from './words';

type Report = { readonly at: 'making' | 'failed' } | { readonly at: 'made'; readonly text: string };

/** The report of a page's structure, whole, before it can be copied or saved. */
export function StructureSheet(props: { readonly asked: AskedStructure; readonly onClose: () => void }) {
  const { asked } = props;
  const t = words.value;
  const [report, setReport] = useState<Report>({ at: 'making' });
  const { failed, copy } = useCopy(t.copied);
  useEffect(() => {
    let gone = false;
    void import('../../../../protocol/page-structure')
      .then(({ pageStructure }) => pageStructure(asked))
      .then((text) => {
        if (!gone) setReport(text === null ? { at: 'failed' } : { at: 'made', text });
      });
    return () => {
      gone = true;
    };
  }, [asked]);

  const save = (text: string) => {
    saveBlob(t.file, new Blob([text], { type: 'text/plain;charset=utf-8' }));
    announce(t.saved(t.file));
  };

  return (
    <Sheet
      title={t.title}
      note={t.note}
      onClose={props.onClose}
      foot={
        <>
          {failed && <p role="alert">{t.notCopied}</p>}
          <div class="offer-actions">
            {report.at === 'made' && (
              <>
                <Button kind="primary" onClick={() => void copy(report.text)}>
                  {t.copy}
                </Button>
                <Button onClick={() => save(report.text)}>{t.save}</Button>
              </>
            )}
            <Button kind="quiet" onClick={props.onClose}>
              {t.back}
            </Button>
          </div>
        </>
      }
    >
      {report.at === 'made' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so must be reached by keyboard
        <section class="structure-report" tabIndex={0} aria-label={t.label} dir="ltr" lang="en">
          <pre>{report.text}</pre>
        </section>
      ) : (
        <div class="structure-waiting">
          {report.at === 'failed' ? (
            <p role="alert">{t.failed}</p>
          ) : (
            <ProgressBar label={t.making} value={null} />
          )}
        </div>
      )}
    </Sheet>
  );
}
