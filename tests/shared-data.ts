import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Real files and reference answers that live beside the project; tests on them are skipped where it is absent. */
const folder = resolve(import.meta.dirname, process.env['SEGMENT_LENS_SHARED'] ?? '../../shared');

export const hasShared = existsSync(resolve(folder, 'data'));

export function sharedPath(path: string): string {
  return resolve(folder, path);
}

/** Bytes of a shared file, unpacked where its name ends in .gz. */
export function sharedBytes(path: string): Uint8Array {
  const bytes = readFileSync(sharedPath(path));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export function sharedText(path: string): string {
  return new TextDecoder().decode(sharedBytes(path));
}
