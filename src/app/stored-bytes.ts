import type { TextColumn } from '../core/column';
import { codeKind } from '../store/packed';

const SAMPLE = 1000;
const CODE_BYTES = { c8: 1, c16: 2, i32: 4 } as const;

/** About how many bytes the arrays and texts in a value take once stored: for progress, not for accounts. */
export function storedBytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (value instanceof Map) return storedBytes([...value.values()]);
  if (Array.isArray(value)) {
    // Of a dictionary of millions a sample tells enough.
    const step = typeof value[0] === 'string' ? Math.ceil(value.length / SAMPLE) : 1;
    let bytes = 0;
    for (let i = 0; i < value.length; i += step) bytes += storedBytes(value[i]) * step;
    return bytes;
  }
  if (typeof value !== 'object' || value === null) return 0;
  const { type, codes, dictionary } = value as Partial<TextColumn>;
  if (type === 'text' && codes !== undefined && dictionary !== undefined) {
    // Each text and where it ends.
    const texts = storedBytes(dictionary) + 4 * dictionary.length;
    return codes.length * CODE_BYTES[codeKind(dictionary)] + texts;
  }
  return storedBytes(Object.values(value));
}
