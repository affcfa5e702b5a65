export const DELIMITERS = [';', '\t', '|', ' ', ','];

export interface Part {
  readonly text: string;
  readonly quoted: boolean;
}

/** Parts of a line under another delimiter; null where a quote in it is left open. */
export function split(line: string, delimiter: string): Part[] | null {
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = line.indexOf('"', end);
        if (end < 0) return null;
        if (line[end + 1] !== '"') break;
        end += 2;
      }
      if (end + 1 < line.length && line[end + 1] !== delimiter) return null;
      parts.push({ text: line.slice(at + 1, end).replaceAll('""', '"'), quoted: true });
      at = end + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      const end = next < 0 ? line.length : next;
      parts.push({ text: line.slice(at, end), quoted: false });
      at = end;
    }
    if (at >= line.length) return parts;
    at++;
    if (at === line.length) {
      parts.push({ text: '', quoted: false });
      return parts;
    }
  }
}

/** A line as exactly `width` cells under a delimiter other than the file's; null where none, or several, give that. */
export function resplit(line: string, width: number, own: string): string[] | null {
  const found = DELIMITERS.filter((d) => d !== own)
    .map((d) => split(line, d))
    .filter((parts) => parts?.length === width);
  return found.length === 1 ? (found[0] as Part[]).map(({ text }) => text) : null;
}
