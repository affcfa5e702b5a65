const SAMPLE = 1000;

/** About how many bytes the arrays and texts in a value take: for progress, not for accounts. */
export function heldBytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (value instanceof Map) return heldBytes([...value.values()]);
  if (Array.isArray(value)) {
    // Of a dictionary of millions a sample tells enough.
    const step = typeof value[0] === 'string' ? Math.ceil(value.length / SAMPLE) : 1;
    let bytes = 0;
    for (let i = 0; i < value.length; i += step) bytes += heldBytes(value[i]) * step;
    return bytes;
  }
  return typeof value === 'object' && value !== null ? heldBytes(Object.values(value)) : 0;
}
