export function isRepeat(names: readonly { readonly raw: string }[], c: number): boolean {
  return names.slice(0, c).some(({ raw }) => raw.trim() === names[c]?.raw.trim());
}

/** Unique and never empty, however the header is. Names are compared in a set: none is ever an object's key. */
export function namesOf(
  headers: readonly string[],
  width: number,
): readonly { readonly header: string; readonly raw: string }[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, c) => {
    const raw = headers[c] ?? '';
    const base = raw.replace(/[\s\u00a0\u202f]+/g, ' ').trim() || `Column ${c + 1}`;
    let header = base;
    for (let n = 2; taken.has(header); n++) header = `${base} (${n})`;
    taken.add(header);
    return { header, raw };
  });
}
