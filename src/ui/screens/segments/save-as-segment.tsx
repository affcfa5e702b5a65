import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rule } from '../../../segments/rule/rule';
import type { Segment } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { Field } from '../../parts/field';
import { announce } from '../../parts/live-region';
import { TextInput } from '../../parts/text-input';
import { engine } from '../../state/engine';
import { goTo } from '../../state/route';
import { editAsSegment } from '../../state/segment-start';
import { builderText } from './rule-builder-text';
import './save-as-segment.css';
import { segmentsChanged } from './segments-model';
import { segmentsText } from './segments-text';

/** A button that keeps any rule as a segment: asks its name where it stands, and says where it is then. */
export function SaveAsSegment(props: {
  readonly rule: Rule;
  /** Offered as the name. */
  readonly name: string;
  readonly description?: string;
  readonly hint?: string;
  readonly size?: 'm' | 's';
  readonly onSaved?: (segment: Segment) => void;
}) {
  const { rule, size = 's' } = props;
  const [state, setState] = useState<'closed' | 'asking' | 'saving'>('closed');
  const [name, setName] = useState(props.name);
  const [saved, setSaved] = useState<Segment | null>(null);
  const [error, setError] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  const t = builderText.value.saveAs;

  useEffect(() => {
    if (state === 'asking') input.current?.select();
  }, [state]);
  // Another rule is another segment.
  useEffect(() => {
    setSaved(null);
    setState('closed');
  }, [JSON.stringify(rule)]);

  const onSave = async () => {
    if (name.trim() === '') return input.current?.focus();
    setState('saving');
    setError(null);
    try {
      const segment = await engine().saveSegment({
        name: name.trim(),
        description: props.description ?? '',
        rule,
      });
      segmentsChanged();
      announce(segmentsText.value.detail.saved(name.trim()));
      setSaved(segment);
      setState('closed');
      props.onSaved?.(segment);
    } catch (caught) {
      setError(caught);
      setState('asking');
    }
  };

  if (saved !== null)
    return (
      <span class="save-as-done">
        {t.saved}{' '}
        <Button kind="quiet" size="s" onClick={() => goTo('segments', saved.id)}>
          {t.show}
        </Button>
      </span>
    );
  if (state === 'closed')
    return (
      <Button
        size={size}
        onClick={() => {
          setName(props.name);
          setState('asking');
        }}
      >
        {t.open}
      </Button>
    );
  return (
    <form
      class="save-as"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setState('closed');
      }}
    >
      <Field label={t.name} {...(props.hint === undefined ? {} : { hint: props.hint })}>
        {(ids) => <TextInput ids={ids} inputRef={input} maxLength={120} value={name} onInput={setName} />}
      </Field>
      <div class="save-as-actions">
        <Button kind="primary" size="s" type="submit" disabled={state === 'saving'}>
          {t.save}
        </Button>
        <Button size="s" kind="quiet" onClick={() => editAsSegment({ name: name.trim(), rule })}>
          {t.edit}
        </Button>
        <Button size="s" kind="quiet" onClick={() => setState('closed')}>
          {t.cancel}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </form>
  );
}
