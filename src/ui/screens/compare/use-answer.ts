import { useEffect, useMemo } from 'preact/hooks';
import { type Latest, latest } from './latest';

/** Asks whenever the request changes and drops what is under way when the view goes. */
export function useAnswer<Request, Answer>(
  request: Request | null,
  run: (request: Request, signal: AbortSignal) => Promise<Answer>,
): Latest<Request, Answer> {
  const call = useMemo(() => latest(run), []);
  const key = JSON.stringify(request);
  useEffect(() => {
    if (request !== null) call.ask(request);
  }, [key]);
  useEffect(() => () => call.stop(), [call]);
  return call;
}
