import { useState } from 'preact/hooks';
import type { Mapping } from '../../../../core/mapping';
import type { ChangePageRequest } from '../../../../protocol/engine-api';
import { Button } from '../../../parts/button';
import { Notice } from '../../../parts/notice';
import { engine } from '../../../state/engine';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { changesText } from './changes-text';
import { ChangesView } from './changes-view';

const COUNTS: ChangePageRequest = { kind: 'changed', offset: 0, limit: 0 };

/** What a table would change if it were kept now: read and compared when somebody asks, since it is read whole. */
export function DraftChanges(props: {
  readonly surveyId: string;
  readonly tableIndex: number;
  readonly mapping: Mapping;
  readonly disabled: boolean;
}) {
  const { disabled, ...table } = props;
  const [asked, setAsked] = useState(false);
  const t = changesText.value;
  const of = JSON.stringify([table, workspace.value?.dataVersion]);
  const call = useAnswer(asked ? { of } : null, (_, signal) =>
    engine().previewChanges({ ...table, ...COUNTS }, { signal }),
  );
  const answer = call.value.value;
  if (!asked)
    return (
      <Button size="s" disabled={disabled} onClick={() => setAsked(true)}>
        {t.look}
      </Button>
    );
  return (
    <div class="changes-draft">
      <p class="strong">{t.before}</p>
      <CallState call={call} hasValue={answer !== null} onRetry={() => call.askAgain({ of })} />
      {answer !== null && answer.heldAs !== null && (
        <Notice tone="note" title={t.wouldBeHeld(answer.heldAs)} />
      )}
      {answer !== null && answer.changes === null && <p class="ink-soft">{t.none}</p>}
      {answer !== null && answer.changes !== null && (
        <ChangesView
          changes={answer.changes}
          of={of}
          load={(page, signal) => engine().previewChanges({ ...table, ...page }, { signal })}
        />
      )}
    </div>
  );
}
