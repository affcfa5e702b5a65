import { useState } from 'preact/hooks';
import type { Finding, Findings } from '../../../compare/finder/findings';
import type { Locale } from '../../../core/label';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { announce } from '../../parts/live-region';
import { TextInput } from '../../parts/text-input';
import { engine } from '../../state/engine';
import { findingFormat, findingSentence, subjectName } from './finding-text';
import { words } from './words';

/** A finding's value, or more than its middle, as a segment of one's own. */
export function SaveFinding(props: {
  readonly finding: Finding;
  readonly findings: Findings;
  readonly locale: Locale;
}) {
  const { finding, findings, locale } = props;
  const t = words.value;
  const [name, setName] = useState<string | null>(null);
  const [state, setState] = useState<'idle' | 'failed' | 'saved'>('idle');
  const { rule, threshold } = finding;
  if (rule === null) return null;
  const bound = threshold === null ? null : findingFormat(locale, finding, findings.currency).full(threshold);
  const field = finding.subject.label[locale];
  const proposed =
    bound === null
      ? subjectName(finding.subject, locale, t)
      : finding.effect.value > 0
        ? t.save.atLeast(field, bound)
        : t.save.atMost(field, bound);
  const save = async () => {
    try {
      await engine().saveSegment({
        name: (name ?? '').trim() || proposed,
        description: findingSentence(finding, findings, locale, t),
        rule,
      });
      setState('saved');
      announce(t.save.saved((name ?? '').trim() || proposed));
    } catch {
      setState('failed');
    }
  };
  if (state === 'saved') return <p role="status">{t.save.saved((name ?? '').trim() || proposed)}</p>;
  if (name === null)
    return (
      <div>
        <Button size="s" onClick={() => setName(proposed)}>
          {t.save.open}
        </Button>
      </div>
    );
  return (
    <form
      class="finding-save"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t.save.name} {...(bound === null ? {} : { hint: t.save.middle })}>
        {(ids) => <TextInput ids={ids} value={name} onInput={setName} width="wide" maxLength={200} />}
      </Field>
      <Button type="submit" size="s" kind="primary">
        {t.save.save}
      </Button>
      <Button size="s" kind="quiet" onClick={() => setName(null)}>
        {t.save.cancel}
      </Button>
      {state === 'failed' && <span role="alert">{t.save.failed}</span>}
    </form>
  );
}
