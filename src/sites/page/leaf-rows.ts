import { isValueLike } from './value-like';

export interface LeveledRow {
  readonly texts: readonly string[];
  /** Null where its page does not say how deep it stands: at the top. */
  readonly level: number | null;
}

/** Rows of a tree without those that hold others. */
export interface LeafRows<Row> {
  /** The columns, then one for each level above the leaves: what their rows are part of. */
  readonly columns: readonly string[];
  readonly leaves: readonly { readonly row: Row; readonly texts: readonly string[] }[];
  /** Rows left out because the rows inside them are there. */
  readonly sums: number;
  /** Rows that stand in no other. */
  readonly top: number;
  /** The columns that were added, and the one whose texts stand in them; null where nothing was. */
  readonly partOf: { readonly column: string; readonly columns: readonly string[] } | null;
}

/**
 * A row whose inner rows stand below it is their sum: beside them it would count twice. It is left out, and each leaf
 * names the rows it is part of, from the outside in.
 */
export function leafRows<Row extends LeveledRow>(
  columns: readonly string[],
  rows: readonly Row[],
): LeafRows<Row> {
  const around: { readonly label: string; readonly level: number }[] = [];
  const leaves: { readonly row: Row; readonly path: readonly string[] }[] = [];
  let sums = 0;
  let top = 0;
  let deepest = 0;
  let named: number | null = null;
  for (const [i, row] of rows.entries()) {
    const { texts, level } = row;
    const own = level ?? 0;
    while (around.length > 0 && (around.at(-1)?.level ?? 0) >= own) around.pop();
    if (around.length === 0) top++;
    const next = rows[i + 1];
    if (next !== undefined && (next.level ?? 0) > own) {
      const at = labelAt(texts);
      named ??= at;
      sums++;
      around.push({ label: withoutSign(texts[at] ?? ''), level: own });
      deepest = Math.max(deepest, around.length);
    } else leaves.push({ row, path: around.map(({ label }) => label) });
  }
  const column = named === null ? '' : (columns[named] ?? '');
  const added = named === null ? [] : namesBeside(columns, column, deepest);
  return {
    columns: [...columns, ...added],
    leaves: leaves.map(({ row, path }) => ({
      row,
      texts: [...row.texts, ...added.map((_, depth) => path[depth] ?? '')],
    })),
    sums,
    top,
    partOf: named === null ? null : { column, columns: added },
  };
}

/** Where a row says what it is: its first words. */
function labelAt(texts: readonly string[]): number {
  const worded = texts.findIndex((text) => text !== '' && !isValueLike(text));
  return worded !== -1
    ? worded
    : Math.max(
        0,
        texts.findIndex((text) => text !== ''),
      );
}

/** Drawn before what can be opened. */
const withoutSign = (label: string): string => label.replace(/^[▸▶►▹▷▾▼▽▿⊞⊟]\s*/u, '');

/** `Page · 1` is what a page is part of at the top, `Page · 2` what it is part of inside of that. */
function namesBeside(columns: readonly string[], column: string, levels: number): string[] {
  const names: string[] = [];
  for (let n = 1; names.length < levels; n++) {
    const name = `${column} · ${n}`;
    if (!columns.includes(name)) names.push(name);
  }
  return names;
}
