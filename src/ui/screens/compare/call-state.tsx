import { isAbort } from '../../../core/app-error';
import { Button } from '../../parts/button';
import { ErrorNotice } from '../../parts/error-notice';
import { ProgressBar } from '../../parts/progress-bar';
import { useSlow } from '../../parts/use-slow';
import type { Latest } from './latest';
import { words } from './words';

/** What a view says while an answer is on its way for long, and when it did not come. */
export function CallState<Request, Answer>(props: {
  readonly call: Latest<Request, Answer>;
  readonly hasValue: boolean;
  readonly onRetry?: () => void;
  /** False where nobody could want to: what comes next needs the answer. */
  readonly stops?: boolean;
}) {
  const { call, hasValue } = props;
  const t = words.value.state;
  const slow = useSlow(call.busy.value, 700);
  const error = call.error.value;
  if (error !== null && !isAbort(error))
    return (
      <ErrorNotice
        error={error}
        of={hasValue ? t.failedBelow : t.failed}
        {...(props.onRetry
          ? {
              actions: (
                <Button size="s" onClick={props.onRetry}>
                  {t.retry}
                </Button>
              ),
            }
          : {})}
      />
    );
  if (!slow) return null;
  return (
    <div class="compare-waiting">
      <ProgressBar label={hasValue ? t.stale : t.loading} value={null} />
      {(props.stops ?? true) && (
        <Button size="s" kind="quiet" onClick={() => call.stop()}>
          {t.cancel}
        </Button>
      )}
    </div>
  );
}
