import { shapeOfText } from '../layout/find-table';
import { KIND, KIND_MASK } from '../readings/cell-shape';
import { DELIMITERS, split } from './resplit';

/**
 * A row that was written with another delimiter than its file: its cells under that one, where just one way to lay
 * them out gives every typed column a value of its kind. Blanks may part the words of one unquoted text as well, and
 * those are put together again. Null where nothing fits, or more than one thing.
 */
export function realignRow(
  line: string,
  width: number,
  own: string,
  typed: ReadonlyMap<number, (shape: number) => boolean>,
): string[] | null {
  if (typed.size < 2) return null;
  const found = new Map<string, string[]>();
  for (const delimiter of DELIMITERS) {
    if (delimiter === own) continue;
    const parts = split(line, delimiter);
    if (parts === null || parts.length < width || parts.length > width + 12) continue;
    const surplus = parts.length - width;
    for (let m = 0; m < width; m++) {
      const together = parts.slice(m, m + surplus + 1);
      if (surplus > 0 && (delimiter !== ' ' || together.some(({ quoted }) => quoted) || typed.has(m)))
        continue;
      const cells = [
        ...parts.slice(0, m).map(({ text }) => text),
        together.map(({ text }) => text).join(delimiter),
        ...parts.slice(m + surplus + 1).map(({ text }) => text),
      ];
      if (fits(cells, typed)) found.set(JSON.stringify(cells), cells);
    }
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}

function fits(cells: readonly string[], typed: ReadonlyMap<number, (shape: number) => boolean>): boolean {
  let values = 0;
  for (const [c, test] of typed) {
    const shape = shapeOfText(cells[c] ?? '');
    if ((shape & KIND_MASK) === KIND.empty) continue;
    if (!test(shape)) return false;
    values++;
  }
  return values >= 2;
}
