import type { WorkOptions } from '../../ingest/survey';
import type { Packed } from '../../store/packed';
import type { Writer } from '../../store/store';
import { storedBytes } from './stored-bytes';

/** Stages these values, each when it is asked for, and tells how much of all of them is written. */
export function stagedWriting(
  writer: Writer,
  values: readonly unknown[],
  rows: number,
  onProgress: WorkOptions['onProgress'],
): (value: unknown) => Promise<Packed> {
  const sizes = new Map(values.map((value) => [value, storedBytes(value)]));
  let totalBytes = 0;
  for (const size of sizes.values()) totalBytes += size;
  let before = 0;
  const tell = (bytes: number) => onProgress?.({ stage: 'writing', rows, bytes, totalBytes });
  tell(0);
  return async (value) => {
    const size = sizes.get(value) ?? 0;
    const packed = await writer.stage(value, (bytes) => tell(before + Math.min(bytes, size)));
    before += size;
    tell(before);
    return packed;
  };
}
