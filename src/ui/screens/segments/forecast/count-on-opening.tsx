import { useEffect, useState } from 'preact/hooks';
import { isAbort } from '../../../../core/app-error';
import { ErrorNotice } from '../../../parts/error-notice';
import { countSegment } from '../segments-model';
import { forecastText } from './words';

/** Stands where a size will, of a segment that is counted only when somebody looks at it. */
export function CountOnOpening(props: { readonly segmentId: string }) {
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const controller = new AbortController();
    setError(null);
    countSegment(props.segmentId, controller.signal).catch((caught: unknown) => {
      if (!controller.signal.aborted && !isAbort(caught)) setError(caught);
    });
    return () => controller.abort();
  }, [props.segmentId]);
  if (error !== null) return <ErrorNotice error={error} />;
  return (
    <span class="ink-soft" role="status">
      {forecastText.value.counting}
    </span>
  );
}
