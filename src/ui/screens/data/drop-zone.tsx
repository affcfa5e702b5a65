import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { goTo, route } from '../../state/route';
import { dataText } from './data-text';
import { dragging } from './file-drop';
import { addFiles } from './import-desk';

/** Where files come in; large while there is nothing else to see. */
export function DropZone(props: { readonly large: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [makingSample, setMakingSample] = useState(false);
  const t = dataText.value.drop;

  const onSample = async () => {
    setMakingSample(true);
    try {
      const { sampleFiles } = await import('../../../app/sample/sample-files');
      addFiles(sampleFiles(), { currency: 'PLN' });
    } finally {
      setMakingSample(false);
    }
  };

  // The popup's "try sample data" opens the workspace at this address.
  const sampleAsked = route.value.screen === 'data' && route.value.rest === 'sample';
  useEffect(() => {
    if (!sampleAsked) return;
    goTo('data');
    void onSample();
  }, [sampleAsked]);

  return (
    <section
      class={classNames('drop-zone', props.large && 'drop-zone-large', dragging.value && 'drop-zone-over')}
      aria-label={t.label}
    >
      <div class="drop-zone-words">
        <p class="strong">{dragging.value ? t.over : t.title}</p>
        <p class="ink-soft">{t.hint}</p>
        <p class="ink-soft">{t.stays}</p>
      </div>
      <div class="drop-zone-actions">
        <input
          ref={input}
          class="only-read"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          accept=".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.json,.ndjson,.jsonl,.gz,.zip,text/csv,text/tab-separated-values,text/plain,application/json,application/zip"
          onChange={(event) => {
            addFiles([...(event.currentTarget.files ?? [])]);
            // The same file picked again is a wish to read it again.
            event.currentTarget.value = '';
          }}
        />
        <Button kind={props.large ? 'primary' : 'plain'} onClick={() => input.current?.click()}>
          {t.choose}
        </Button>
        <Button kind="quiet" disabled={makingSample} onClick={() => void onSample()}>
          {t.sample}
        </Button>
      </div>
    </section>
  );
}
