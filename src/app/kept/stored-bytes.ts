const SAMPLE = 1000;

/** About how many bytes the arrays and texts in a value take once stored: for progress, not for accounts. */
export function storedBytes(value: unknown): number {
  // Most amounts, times and codes are stored in half of what they take in memory, or less.
  if (ArrayBuffer.isView(value)) return value instanceof Uint8Array ? value.length : value.byteLength / 2;
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
  return storedBytes(Object.values(value));
}
