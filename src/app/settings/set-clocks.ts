import { AppError } from '../../core/app-error';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { isTimeZone } from '../../core/time/time-zone';
import type { WorkOptions } from '../../ingest/survey';
import type { CaptureRecord } from '../../store/root-record';
import type { Store } from '../../store/store';
import { buildInSteps } from '../build-in-steps';
import { datasetSummary } from '../dataset-summary';
import { type HeldData, storedDataset } from '../held-data';
import { loadCaptures } from '../kept/load-captures';
import { stagedWriting } from '../kept/staged-writing';
import { clockSource, withClock } from './clock-of';

/**
 * Brings what is held to the clocks the person has said, in one commit: captures keep their times as written, and the
 * dataset is made of them anew.
 * @throws AppError `settings/invalid` for what is no time zone.
 */
export async function setClocks(
  store: Store,
  held: HeldData,
  request: { readonly clock: string | null; readonly zones: Readonly<Record<string, string | null>> },
  options: WorkOptions,
): Promise<void> {
  const { signal, onProgress } = options;
  const { clock: shown, zones } = request;
  for (const zone of [shown, ...Object.values(zones)])
    if (zone !== null && !isTimeZone(zone)) throw new AppError('settings/invalid');
  await store.write(signal, async (writer) => {
    const { root } = writer;
    const settings = { ...DEFAULT_SETTINGS, ...root.settings, clock: shown };
    const captures = root.captures.map((record): CaptureRecord => {
      const { clock } = record.passport;
      if (clock === undefined) return record;
      const source = clockSource(record.passport, record.mapping.idSpace);
      const said = Object.hasOwn(zones, source) ? (zones[source] ?? null) : clock.said;
      return { ...record, passport: withClock(record.passport, { ...clock, said, shown }) };
    });
    if (captures.length === 0) {
      await writer.commit({ captures, dataset: null, summary: null, settings });
      return;
    }
    const kept = await loadCaptures(writer, captures);
    signal.throwIfAborted();
    const built = await buildInSteps(kept, root.dataVersion + 1, root.joinDecisions, options);
    const made = storedDataset(built.dataset);
    const rows = captures.reduce((sum, c) => sum + c.rows, 0);
    const next = await writer.commit({
      captures,
      dataset: await stagedWriting(writer, [made], rows, onProgress)(made),
      summary: datasetSummary(built, kept),
      settings,
    });
    held.remember({ root: next, dataset: { ...built.dataset, version: next.dataVersion } });
  });
}
