import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MemberRow } from '../../../../protocol/engine-api';
import type { Rule } from '../../../../segments/rule/rule';
import { segmentReferences } from '../../../../segments/rule/segment-references';
import type { Segment } from '../../../../segments/segment';
import { Button } from '../../../parts/button';
import { Disclosure } from '../../../parts/disclosure';
import { ErrorNotice, errorCode } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { SelectField } from '../../../parts/select-field';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { PersonWhy } from '../person-why/person-why';
import { builderText } from '../rule-builder-text';
import { segmentsChanged } from '../segments-model';
import { segmentsText } from '../segments-text';
import { tidied } from './draft/rule-tree';
import type { Editing } from './editing';
import { GroupEditor } from './group-editor';
import './rule-editor.css';
import { RulePreviewView } from './rule-preview';
import { useRuleEditing } from './use-rule-editing';
import { useRulePreview } from './use-rule-preview';

/** A segment of one's own, new or changed: name, description, rule, and live counts beside them. */
export function RuleEditor(props: {
  /** Null for a new one. */
  readonly segment: Segment | null;
  /** Saved as a new one, under a name that says so until another is typed. */
  readonly copy: boolean;
  /** What a new one starts from. */
  readonly start?: { readonly name: string; readonly rule: Rule };
  readonly onSaved: (segment: Segment) => void;
  readonly onClose: () => void;
}) {
  const { segment, copy, start } = props;
  const own = segment !== null && !copy;
  const t = segmentsText.value.editor;
  const b = builderText.value;
  const [name, setName] = useState(
    segment
      ? copy
        ? segmentsText.value.detail.copyName(labelText(segment.name))
        : labelText(segment.name)
      : (start?.name ?? ''),
  );
  const [description, setDescription] = useState(segment ? labelText(segment.description) : '');
  const [grain, setGrain] = useState<Segment['grain']>(segment?.grain ?? onlyGrain());
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [asked, setAsked] = useState<MemberRow | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const selfId = own ? segment.id : null;
  const model = useRuleEditing({
    rule: segment?.rule ?? start?.rule ?? null,
    grain,
    selfId,
    tried,
    form,
  });
  const { root, faults } = model.editing;
  const preview = useRulePreview(root, selfId, faults.length === 0);

  useEffect(() => nameInput.current?.focus(), []);

  const counts = useMemo(
    () => new Map(preview.answer?.clauses.map((clause) => [clause.path.join('.'), clause])),
    [preview.answer],
  );
  const editing: Editing = {
    ...model.editing,
    counts,
    countsStale: preview.busy || faults.length > 0 || preview.error !== null,
    refused: refusedOf(preview.error, root),
  };

  const onSave = async () => {
    setTried(true);
    if (name.trim() === '') {
      nameInput.current?.focus();
      return;
    }
    if (faults.length > 0) {
      const [first] = faults;
      const at = first?.path.join('.') ?? '';
      form.current?.querySelector<HTMLElement>(`[data-at="${at}"] input, [data-at="${at}"] select`)?.focus();
      return;
    }
    setSaving(true);
    setError(null);
    try {
      const saved = await engine().saveSegment({
        ...(own ? { id: segment.id } : {}),
        ...(segment !== null && copy ? { from: segment.id } : {}),
        name: name.trim(),
        description: description.trim(),
        rule: tidied(root),
      });
      announce(segmentsText.value.detail.saved(name.trim()));
      segmentsChanged();
      props.onSaved(saved);
    } catch (caught) {
      setError(caught);
    } finally {
      setSaving(false);
    }
  };

  return (
    <form
      class="rule-editor"
      ref={form}
      onKeyDownCapture={model.onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <h2>{own ? t.titleEdit : t.titleNew}</h2>
      <div class="rule-editor-columns">
        <div class="rule-editor-main">
          <div class="rule-words">
            <Field
              label={t.name}
              hint={t.nameHint}
              {...(tried && name.trim() === '' ? { error: t.nameMissing } : {})}
            >
              {(ids) => (
                <TextInput
                  ids={ids}
                  inputRef={nameInput}
                  width="wide"
                  maxLength={120}
                  value={name}
                  onInput={setName}
                />
              )}
            </Field>
            <Field label={t.description} hint={t.descriptionHint}>
              {(ids) => (
                <textarea
                  class="text-input text-input-wide"
                  id={ids.id}
                  aria-describedby={ids.describedBy}
                  dir="auto"
                  rows={2}
                  maxLength={1000}
                  value={description}
                  onInput={(event) => setDescription(event.currentTarget.value)}
                />
              )}
            </Field>
            {!segment &&
              !start &&
              (workspace.value?.reports.length ?? 0) > 0 &&
              (workspace.value?.people ?? 0) > 0 && (
                <SelectField
                  label={t.grain}
                  value={grain}
                  options={(['person', 'aggregate'] as const).map((g) => ({
                    value: g,
                    label: t.grains[g],
                  }))}
                  onChange={(next) => {
                    setGrain(next);
                    model.startOver(next);
                  }}
                />
              )}
          </div>
          <div class="rule-head">
            <h3>{t.rule}</h3>
            <span class="rule-head-tools">
              <Button kind="quiet" size="s" disabled={!model.canUndo} onClick={model.undo}>
                ↶ {b.undo}
              </Button>
              <Button kind="quiet" size="s" disabled={!model.canRedo} onClick={model.redo}>
                ↷ {b.redo}
              </Button>
            </span>
          </div>
          <GroupEditor editing={editing} group={root} path={[]} fixed />
          <Disclosure summary={b.keys}>
            <ul class="rule-keys">
              {Object.values(b.keysText).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Disclosure>
          {error !== null && <ErrorNotice error={error} />}
          <div class="rule-editor-actions">
            <Button kind="primary" type="submit" disabled={saving}>
              {t.save}
            </Button>
            <Button onClick={props.onClose}>{t.discard}</Button>
            {tried && faults.length > 0 && (
              <p class="field-error" role="alert">
                {t.preview.gaps(faults.length)}
              </p>
            )}
          </div>
        </div>
        <div class="rule-editor-side">
          <RulePreviewView preview={preview} faults={faults} onWhy={setAsked} />
          {grain === 'person' && (
            <PersonWhy rule={faults.length === 0 ? root : null} person={asked} onPerson={setAsked} />
          )}
        </div>
      </div>
    </form>
  );
}

function onlyGrain(): Segment['grain'] {
  const state = workspace.value;
  return state !== null && state.people === 0 && state.reports.length > 0 ? 'aggregate' : 'person';
}

/** The segment of the rule that the engine would not take. */
function refusedOf(error: unknown, rule: Rule): Editing['refused'] {
  const code = errorCode(error);
  if (code !== 'segment/circular' && code !== 'segment/not-found') return null;
  const { params } = error as { readonly params?: Readonly<Record<string, string | number>> };
  const named = String(code === 'segment/circular' ? params?.['path'] : params?.['id']);
  const id = segmentReferences(rule).find((one) => named.includes(one));
  return id === undefined ? null : { id, code };
}
