import { AppError } from '../../../core/app-error';
import type { Gathering } from '../../../core/page-capture';
import { type CaptureSink, captureSender } from '../capture-sender';
import type { CollectOptions } from '../collect-table';
import type { PageSession } from '../page-session';
import type { GatherControl } from './gather-control';
import { gatheringScript } from './gathering-script';

/**
 * Gathers all rows of a table, beyond those shown, then sends them: until it is known how each row is told apart,
 * none is final.
 * @throws AppError `page/gone` where the table was not there to begin with; AbortError.
 */
export async function collectAll(
  session: PageSession,
  sink: CaptureSink,
  control: GatherControl,
  scope: object,
  options: CollectOptions,
): Promise<{ readonly rows: number; readonly gathering: Gathering }> {
  const { ref, signal, onProgress } = options;
  const found = await session.tableOf(ref, signal);
  const gather = gatheringScript.in(scope);
  const gathered = found === null || gather === null ? null : await gather(session, ref, control, onProgress);
  if (found === null || gathered === null) throw new AppError('page/gone');
  const { offered } = found.asShown();
  const { partOf } = gathered;
  const leftOut = options.columnsLeftOut;
  // What is left out is not to come back as what another row is part of.
  const also = partOf !== null && leftOut.includes(partOf.column) ? partOf.columns : [];
  const asked = { ...options, columnsLeftOut: [...leftOut, ...also] };
  const sender = captureSender(sink, asked, { ...gathered, offered }, () => {});
  await sender.begin();
  for (const row of gathered.rows) {
    await sender.add(row);
    signal.throwIfAborted();
  }
  await sender.end({ notes: [], gathering: gathered.gathering });
  return { rows: gathered.rows.length, gathering: gathered.gathering };
}
