import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import type { RulePreview } from '../../../../protocol/engine-api';
import type { Rule } from '../../../../segments/rule/rule';
import { announce } from '../../../parts/live-region';
import { engine } from '../../../state/engine';
import { asOf, reportingCurrency } from '../../../state/settings';
import { workspace } from '../../../state/workspace';
import { segmentsText } from '../segments-text';

/** A count is said aloud when nothing was typed for this long. */
const SETTLED_MS = 700;

export interface LivePreview {
  /** Of the rule as it stands, or the last that could be counted. */
  readonly answer: RulePreview | null;
  readonly busy: boolean;
  readonly error: unknown;
}

/** Counts of a rule at each change of it: the count before is stopped, and its result stays until the next. */
export function useRulePreview(rule: Rule, selfId: string | null, isWhole: boolean): LivePreview {
  const [answer, setAnswer] = useState<RulePreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const at = asOf.value;
  const currency = reportingCurrency.value;
  const version = workspace.value?.dataVersion;

  useEffect(() => {
    if (!isWhole) {
      setBusy(false);
      setError(null);
      return;
    }
    const controller = new AbortController();
    let saying: ReturnType<typeof setTimeout> | undefined;
    setBusy(true);
    engine()
      .previewRule(
        { rule, asOf: at, currency, ...(selfId === null ? {} : { id: selfId }) },
        { signal: controller.signal },
      )
      .then(
        (counted) => {
          if (controller.signal.aborted) return;
          setAnswer(counted);
          setError(null);
          setBusy(false);
          saying = setTimeout(
            () => announce(segmentsText.value.editor.preview.counted(counted.in)),
            SETTLED_MS,
          );
        },
        (caught: unknown) => {
          if (controller.signal.aborted || isAbort(caught)) return;
          setError(caught);
          setBusy(false);
        },
      );
    return () => {
      clearTimeout(saying);
      controller.abort();
    };
  }, [rule, selfId, isWhole, at, currency, version]);

  return { answer, busy, error };
}
