import { useRef, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import type { ResolvedPeople } from '../../../../segments/resolve-list';
import type { Rule } from '../../../../segments/rule/rule';
import { Button } from '../../../parts/button';
import { ErrorNotice } from '../../../parts/error-notice';
import { Field } from '../../../parts/field';
import { announce } from '../../../parts/live-region';
import { engine } from '../../../state/engine';
import { builderText } from '../rule-builder-text';

type ListRule = Extract<Rule, { readonly kind: 'list' }>;

/** A list pasted or read from a file, with how many of it the data knows. */
export function ListEditor(props: { readonly rule: ListRule; readonly onChange: (rule: Rule) => void }) {
  const { rule, onChange } = props;
  const t = builderText.value.list;
  const [typed, setTyped] = useState('');
  const [resolved, setResolved] = useState<ResolvedPeople | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef<AbortController | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const lookUp = async (text: string) => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    setError(null);
    if (text.trim() === '') {
      setBusy(false);
      setResolved(null);
      onChange({ ...rule, people: [] });
      return;
    }
    setBusy(true);
    try {
      const answer = await engine().resolveList({ text }, { signal: controller.signal });
      if (controller.signal.aborted) return;
      setResolved(answer);
      onChange({ ...rule, people: answer.people });
      announce(t.found(answer.found, answer.lines));
    } catch (caught) {
      if (isAbort(caught) || controller.signal.aborted) return;
      setError(caught);
    } finally {
      if (!controller.signal.aborted) setBusy(false);
    }
  };

  return (
    <div class="rule-list">
      <Field label={t.paste} hint={t.hint}>
        {(ids) => (
          <textarea
            class="text-input text-input-wide"
            id={ids.id}
            aria-describedby={ids.describedBy}
            rows={3}
            spellcheck={false}
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              void lookUp(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <div class="rule-line">
        <Button size="s" onClick={() => file.current?.click()}>
          {t.file}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,.tsv,text/*"
          hidden
          aria-label={t.file}
          onChange={(event) => {
            const [picked] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (picked)
              void picked.text().then(
                (text) => lookUp(text),
                () => setError({ code: 'file/unreadable' }),
              );
          }}
        />
        {rule.people.length > 0 && <span>{t.held(rule.people.length)}</span>}
        {busy && <span class="ink-soft">{t.reading}</span>}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {resolved !== null && (
        <div class="rule-list-account">
          <p>{t.found(resolved.found, resolved.lines)}</p>
          {resolved.ambiguous > 0 && <p class="ink-soft">{t.ambiguous(resolved.ambiguous)}</p>}
          {resolved.repeated > 0 && <p class="ink-soft">{t.repeated(resolved.repeated)}</p>}
          {resolved.notFound > 0 && (
            <p class="ink-soft">
              {t.notFound(resolved.notFound)}{' '}
              <span class="data">
                {resolved.notFoundSome.join(', ')}
                {resolved.notFound > resolved.notFoundSome.length && '…'}
              </span>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
