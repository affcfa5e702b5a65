import { useRef, useState } from 'preact/hooks';
import type { SegmentsTakenIn } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { Menu } from '../../parts/menu';
import { saveFile } from '../../parts/save-file';
import { engine } from '../../state/engine';
import { builderText } from './rule-builder-text';
import { catalog, segmentsChanged } from './segments-model';

/** Own segments out to a JSON file and in from one, with an account of what became of each. */
export function SegmentsFile() {
  const t = builderText.value.file;
  const [taken, setTaken] = useState<SegmentsTakenIn | null>(null);
  const [error, setError] = useState<unknown>(null);
  const file = useRef<HTMLInputElement>(null);
  const own = (catalog.value?.segments ?? []).filter((v) => v.segment.kind === 'own');

  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    setTaken(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const onImport = (picked: File) =>
    attempt(async () => {
      const answer = await engine().importSegments({ json: await picked.text() });
      setTaken(answer);
      announce(t.added(answer.added.length));
      segmentsChanged();
    });

  return (
    <>
      <Menu
        items={[
          {
            id: 'export',
            label: t.export,
            disabled: own.length === 0,
            onSelect: () =>
              void attempt(async () =>
                saveFile(await engine().exportSegments({ ids: own.map((v) => v.segment.id) })),
              ),
          },
          { id: 'import', label: t.import, onSelect: () => file.current?.click() },
        ]}
      >
        {t.menu}
      </Menu>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t.import}
        onChange={(event) => {
          const [picked] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (picked) void onImport(picked);
        }}
      />
      {error !== null && <ErrorNotice error={error} />}
      {taken !== null && (
        <div class="segments-taken" role="status">
          <p>{t.added(taken.added.length)}</p>
          {taken.same > 0 && <p class="ink-soft">{t.same(taken.same)}</p>}
          {taken.renamed > 0 && <p class="ink-soft">{t.renamed(taken.renamed)}</p>}
          {taken.refused.length > 0 && (
            <>
              <p>{t.refused(taken.refused.length)}</p>
              <ul class="ink-soft">
                {taken.refused.map(({ name, where }, i) => (
                  <li key={i}>
                    <span class="data">{name}</span>
                    {t.refusedWhere(where)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button kind="quiet" size="s" onClick={() => setTaken(null)}>
            {t.close}
          </Button>
        </div>
      )}
    </>
  );
}
