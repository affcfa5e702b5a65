import { useState } from 'preact/hooks';
import type { UnreadableView } from '../../../protocol/engine-api';
import { Confirm } from '../../parts/confirm';
import { Disclosure } from '../../parts/disclosure';
import { ErrorNotice } from '../../parts/error-notice';
import { engine } from '../../state/engine';
import { builderText } from './rule-builder-text';
import { segmentsChanged } from './segments-model';

/** Own segments that are kept and can't be run: why, and the way to be rid of them. */
export function UnreadableSegments(props: { readonly segments: readonly UnreadableView[] }) {
  const t = builderText.value.unreadable;
  const [error, setError] = useState<unknown>(null);
  return (
    <Disclosure summary={t.title(props.segments.length)} open>
      <ul class="library-missing">
        {props.segments.map(({ id, name, reason }) => (
          <li key={id}>
            <p class="data" dir="auto">
              {name}
            </p>
            <p class="ink-soft">{reason === 'segment/invalid-rule' ? t.reasons.rule : t.reasons.reference}</p>
            <Confirm
              size="s"
              label={`${t.delete}: ${name}`}
              question={t.question(name)}
              yes={t.delete}
              onYes={() => {
                setError(null);
                engine().deleteSegment({ id }).then(segmentsChanged, setError);
              }}
            >
              {t.delete}
            </Confirm>
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
    </Disclosure>
  );
}
