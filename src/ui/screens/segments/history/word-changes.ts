/** One stretch of a text against an earlier one. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What became of a sentence, word by word: the longest run of words both share stays (Hunt and McIlroy's problem). */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const a = before.split(/(?<=\s)/);
  const b = after.split(/(?<=\s)/);
  const same = (i: number, j: number) => a[i]?.trim() === b[j]?.trim();
  // lengths[i][j]: how many words the rests from i and j share.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const below = lengths[i + 1] as Uint16Array;
      (lengths[i] as Uint16Array)[j] = same(i, j)
        ? (below[j + 1] ?? 0) + 1
        : Math.max(below[j] ?? 0, lengths[i]?.[j + 1] ?? 0);
    }
  const out: { kind: WordChange['kind']; text: string }[] = [];
  const push = (kind: WordChange['kind'], text: string) => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) {
      push('same', b[j] ?? '');
      i++;
      j++;
    } else if (i < a.length && (j === b.length || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)))
      push('removed', a[i++] ?? '');
    else push('added', b[j++] ?? '');
  }
  return out;
}
