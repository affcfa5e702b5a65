/** About how many bytes the arrays and texts in a value take: for progress, not for accounts. */
export function heldBytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (value instanceof Map) return heldBytes([...value.values()]);
  if (Array.isArray(value)) {
    let bytes = 0;
    for (const item of value) bytes += heldBytes(item);
    return bytes;
  }
  return typeof value === 'object' && value !== null ? heldBytes(Object.values(value)) : 0;
}
