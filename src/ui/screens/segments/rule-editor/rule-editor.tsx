import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Segment } from '../../../../segments/segment';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { Select } from '../../../parts/select';
import { TextInput } from '../../../parts/text-input';
import { engine } from '../../../state/engine';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { fields, segmentsChanged } from '../segments-model';
import { segmentsText } from '../segments-text';
import { isHeld } from './condition-editor';
import { GroupEditor } from './group-editor';
import {
  asGroup,
  type GroupRule,
  gapsOf,
  type NewConditionKind,
  newCondition,
  type Path,
  tidied,
} from './rule-draft';
import './rule-editor.css';
import { RulePreviewView } from './rule-preview';

/** A segment of one's own, new or changed: name, description, rule, and live counts beside them. */
export function RuleEditor(props: {
  /** Null for a new one. */
  readonly segment: Segment | null;
  /** Saved as a new one, under a name that says so until another is typed. */
  readonly copy: boolean;
  readonly onSaved: (segment: Segment) => void;
  readonly onClose: () => void;
}) {
  const { segment, copy } = props;
  const own = segment !== null && !copy;
  const t = segmentsText.value.editor;
  const [name, setName] = useState(
    segment
      ? copy
        ? segmentsText.value.detail.copyName(labelText(segment.name))
        : labelText(segment.name)
      : '',
  );
  const [description, setDescription] = useState(segment ? labelText(segment.description) : '');
  const [grain, setGrain] = useState<Segment['grain']>(segment?.grain ?? 'person');
  const kinds = useMemo(() => kindsOf(grain), [grain]);
  const [rule, setRule] = useState<GroupRule>(() =>
    segment
      ? asGroup(segment.rule)
      : { kind: 'all', rules: [newCondition(kinds[0] ?? 'attribute', fields.value)] },
  );
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const focusAt = useRef<Path | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const gaps = gapsOf(rule);

  useEffect(() => nameInput.current?.focus(), []);

  useEffect(() => {
    // After adding, the new condition is in hand; after removing, what it stood in.
    if (focusAt.current === null) return;
    const at = focusAt.current.join('.');
    focusAt.current = null;
    form.current?.querySelector<HTMLElement>(`[data-at="${at}"] select`)?.focus();
  });

  const onSave = async () => {
    setTried(true);
    if (name.trim() === '') {
      nameInput.current?.focus();
      return;
    }
    if (gaps > 0) return;
    setSaving(true);
    setError(null);
    try {
      const saved = await engine().saveSegment({
        ...(own ? { id: segment.id } : {}),
        name: name.trim(),
        description: description.trim(),
        rule: tidied(rule),
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
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <h2>{own ? t.titleEdit : t.titleNew}</h2>
      <div class="rule-editor-columns">
        <div class="rule-editor-main">
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
          {!segment && (workspace.value?.reports.length ?? 0) > 0 && (workspace.value?.people ?? 0) > 0 && (
            <Field label={t.grain}>
              {(ids) => (
                <Select
                  ids={ids}
                  value={grain}
                  options={(['person', 'aggregate'] as const).map((g) => ({ value: g, label: t.grains[g] }))}
                  onChange={(next) => {
                    setGrain(next);
                    setRule({
                      kind: 'all',
                      rules: [newCondition(kindsOf(next)[0] ?? 'attribute', fields.value)],
                    });
                  }}
                />
              )}
            </Field>
          )}
          <h3>{t.rule}</h3>
          <GroupEditor
            root={rule}
            group={rule}
            path={[]}
            kinds={kinds}
            selfId={own ? segment.id : null}
            onRoot={(next, focus) => {
              focusAt.current = focus ?? null;
              setRule(next);
            }}
          />
          {error !== null && <ErrorNotice error={error} />}
          <div class="rule-editor-actions">
            <Button kind="primary" type="submit" disabled={saving}>
              {t.save}
            </Button>
            <Button onClick={props.onClose}>{t.discard}</Button>
            {tried && gaps > 0 && (
              <p class="field-error" role="alert">
                {t.preview.gaps(gaps)}
              </p>
            )}
          </div>
        </div>
        <RulePreviewView rule={rule} />
      </div>
    </form>
  );
}

/** Conditions the held data can answer. */
function kindsOf(grain: Segment['grain']): readonly NewConditionKind[] {
  if (grain === 'aggregate') return ['dimension'];
  const kinds: NewConditionKind[] = [];
  if (isHeld('orders')) kinds.push('orders');
  if (isHeld('items')) kinds.push('items');
  if (isHeld('events')) kinds.push('events');
  if (fields.value.some((f) => f.table === 'people')) kinds.push('attribute');
  if (isHeld('orders')) kinds.push('rank', 'rfm', 'lifecycle');
  kinds.push('journey', 'segment');
  return kinds;
}
