import { useState } from 'preact/hooks';
import { type NextSteps, STEP_ASPECTS } from '../../../../compare/next-steps/next-steps';
import { en } from '../../../../i18n/en/next-steps';
import { pl } from '../../../../i18n/pl/next-steps';
import { Button } from '../../../parts/button';
import { announce } from '../../../parts/live-region';
import { textOf } from '../../../state/text';
import { keepSteps } from './own-steps';

const words = textOf({ en, pl });
const LONGEST = 2000;

/** The suggested steps of one segment, as they stand or while they are rewritten. */
export function StepsEditor(props: {
  readonly segmentId: string;
  readonly name: string;
  readonly aim: string | null;
  readonly steps: NextSteps;
  readonly edited: boolean;
}) {
  const { segmentId, aim, steps, edited } = props;
  const t = words.value;
  const [draft, setDraft] = useState<NextSteps | null>(null);
  const [failed, setFailed] = useState(false);
  const keep = async (next: NextSteps | null) => {
    setFailed(false);
    try {
      await keepSteps(segmentId, aim, next);
      setDraft(null);
      announce(t.kept);
    } catch {
      setFailed(true);
    }
  };
  const aspects = STEP_ASPECTS.filter((aspect) => aspect !== 'goal' || aim !== null);
  return (
    <aside class="said-steps">
      <h4>
        {t.title}
        {edited && <span class="ink-soft"> ({t.edited})</span>}
      </h4>
      <dl>
        {aspects.map((aspect) => (
          <div key={aspect}>
            <dt>{t.aspect[aspect]}</dt>
            <dd>
              {draft === null ? (
                <span class="data" dir="auto">
                  {steps[aspect]}
                </span>
              ) : (
                <textarea
                  class="text-input said-text"
                  aria-label={`${t.aspect[aspect]}: ${props.name}`}
                  rows={2}
                  maxLength={LONGEST}
                  value={draft[aspect]}
                  onInput={(event) => setDraft({ ...draft, [aspect]: event.currentTarget.value })}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div class="said-actions">
        {draft === null ? (
          <Button kind="quiet" size="s" label={t.editOf(props.name)} onClick={() => setDraft(steps)}>
            {t.edit}
          </Button>
        ) : (
          <>
            <Button size="s" onClick={() => void keep(draft)}>
              {t.save}
            </Button>
            <Button kind="quiet" size="s" onClick={() => setDraft(null)}>
              {t.cancel}
            </Button>
          </>
        )}
        {edited && (
          <Button kind="quiet" size="s" onClick={() => void keep(null)}>
            {t.reset}
          </Button>
        )}
        {failed && <span role="alert">{t.failed}</span>}
      </div>
    </aside>
  );
}
