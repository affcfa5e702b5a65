import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../../i18n/format';
import type { Segment } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { EmptyState } from '../../parts/empty-state';
import { ErrorNotice } from '../../parts/error-notice';
import { Field } from '../../parts/field';
import { ProgressBar } from '../../parts/progress-bar';
import { TextInput } from '../../parts/text-input';
import { useSlow } from '../../parts/use-slow';
import { locale } from '../../state/locale';
import { goTo, route } from '../../state/route';
import { type SegmentStart, segmentStart, takeSegmentStart } from '../../state/segment-start';
import { asOf } from '../../state/settings';
import { text } from '../../state/text';
import { workspace } from '../../state/workspace';
import { GroupsPage } from './groups/groups-page';
import { MovementPage } from './movement/movement-page';
import { OccasionsPage } from './occasions/occasions-page';
import { RfmPage } from './rfm/rfm-page';
import { RuleEditor } from './rule-editor/rule-editor';
import { SegmentDetail } from './segment-detail';
import { SegmentLibrary } from './segment-library';
import {
  catalog,
  catalogError,
  catalogStale,
  followCatalog,
  segmentsChanged,
  viewOf,
} from './segments-model';
import './segments-screen.css';
import { segmentsText } from './segments-text';
import { SetsPage } from './sets/sets-page';
import { SubPages, subPageOf } from './sub-pages';

/** The page beside the segments; no segment has such an id. */
const MOVEMENT = 'movement';

interface Editing {
  /** Null for a new one. */
  readonly segment: Segment | null;
  /** A library segment is not changed: what is saved is one's own. */
  readonly copy: boolean;
  /** What a new one starts from. */
  readonly start?: SegmentStart;
}

/** Ready segments and one's own: found on the left, understood and changed on the right. */
export function SegmentsScreen() {
  useEffect(() => followCatalog(), []);
  const [editing, setEditing] = useState<Editing | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const t = segmentsText.value;
  const state = workspace.value;
  const held = catalog.value;
  const id = route.value.rest;
  const view = id === '' ? null : viewOf(id);

  // A rule made elsewhere, to be seen and named before it is kept.
  useEffect(() => {
    const start = takeSegmentStart();
    if (start !== null) setEditing({ segment: null, copy: false, start });
  }, [segmentStart.value]);

  // Going to another segment leaves the editor; a rule half made is not worth a question.
  useEffect(() => {
    setEditing(null);
    // On a narrow window the list gives way to the segment, and the focus with it.
    if (id === '' || document.activeElement !== document.body) return;
    pane.current?.querySelector<HTMLElement>('.segments-back button')?.focus();
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, [id]);

  if (catalogError.value !== null && !held)
    return (
      <ErrorNotice
        error={catalogError.value}
        actions={<Button onClick={segmentsChanged}>{text.value.action.retry}</Button>}
      />
    );
  if (!state || !held) return <Waiting />;
  if (held.segments.length === 0 && held.population === 0)
    return (
      <div class="segments-screen">
        <header class="screen-head">
          <h1>{t.title}</h1>
        </header>
        <EmptyState
          title={t.none}
          actions={
            <Button kind="primary" onClick={() => goTo('data')}>
              {t.toData}
            </Button>
          }
        >
          {t.noneText}
        </EmptyState>
      </div>
    );

  if (id === MOVEMENT) return <MovementPage />;
  const page = subPageOf(id);
  const open = editing !== null || view !== null || id !== '';
  return (
    <div class={classNames('segments-screen', open && 'segments-open', editing && 'segments-editing')}>
      <header class="segments-head">
        <div class="screen-head">
          <h1>{t.title}</h1>
          {held.population > 0 && (
            <p class="ink-soft">
              {t.lead(text.value.count.customers(held.population), formatDay(locale.value, held.asOf))}
            </p>
          )}
        </div>
        <AsOf last={state.coverage?.to ?? null} />
      </header>
      {held.population > 0 && <SubPages current={page} />}
      {catalogError.value !== null && <ErrorNotice error={catalogError.value} />}
      {page === 'sets' && <SetsPage />}
      {page === 'rfm' && <RfmPage />}
      {page === 'occasions' && <OccasionsPage />}
      {page === 'groups' && <GroupsPage />}
      {page === null && (
        <div class="segments-columns">
          <SegmentLibrary
            catalog={held}
            selected={id}
            stale={catalogStale.value}
            onNew={() => setEditing({ segment: null, copy: false })}
            onPick={() => setEditing(null)}
          />
          <div class="segments-pane" id="segment" tabIndex={-1} ref={pane}>
            <div class="segments-back">
              <Button
                kind="quiet"
                size="s"
                onClick={() => {
                  setEditing(null);
                  goTo('segments');
                }}
              >
                ← {t.library.back}
              </Button>
            </div>
            {editing !== null ? (
              <RuleEditor
                key={editing.segment?.id ?? 'new'}
                segment={editing.segment}
                copy={editing.copy}
                {...(editing.start === undefined ? {} : { start: editing.start })}
                onSaved={(saved) => {
                  setEditing(null);
                  goTo('segments', saved.id);
                }}
                onClose={() => setEditing(null)}
              />
            ) : view ? (
              <SegmentDetail key={id} view={view} stale={catalogStale.value} onEdit={setEditing} />
            ) : id !== '' && !catalogStale.value ? (
              <ErrorNotice error={{ code: 'segment/not-found' }} />
            ) : (
              <EmptyState title={held.segments.length === 0 ? t.library.noneReady : t.library.pick}>
                {held.segments.length === 0 ? t.library.noneReadyText : t.library.pickText}
              </EmptyState>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** The moment membership is worked out at; the last day of the data unless the person says otherwise. */
function AsOf(props: { readonly last: number | null }) {
  const t = segmentsText.value;
  const shown = asOf.value ?? props.last;
  if (shown === null) return null;
  return (
    <div class="segments-as-of">
      <Field label={t.asOf}>
        {(ids) => (
          <TextInput
            ids={ids}
            type="date"
            value={new Date(shown).toISOString().slice(0, 10)}
            onInput={(typed) => {
              const at = Date.parse(`${typed}T00:00:00Z`);
              if (!Number.isNaN(at)) asOf.value = at;
            }}
          />
        )}
      </Field>
      {asOf.value !== null && (
        <Button
          kind="quiet"
          onClick={() => {
            asOf.value = null;
          }}
        >
          {t.asOfLast}
        </Button>
      )}
    </div>
  );
}

/** Thresholds of millions of orders take their time: what stands still would look broken. */
function Waiting() {
  const { loading } = text.value;
  return useSlow(true, 700) ? (
    <div class="segments-waiting">
      <ProgressBar label={loading} value={null} />
    </div>
  ) : (
    <p class="ink-soft">{loading}</p>
  );
}
