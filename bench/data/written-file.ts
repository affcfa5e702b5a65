/** A CSV of many lines, without ever holding them all as strings. */
export function writtenFile(
  name: string,
  header: string,
  lines: number,
  line: (row: number) => string,
): File {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [encoder.encode(`${header}\n`)];
  let chunk: string[] = [];
  for (let row = 0; row < lines; row++) {
    chunk.push(line(row));
    if (chunk.length < 20_000 && row + 1 < lines) continue;
    parts.push(encoder.encode(`${chunk.join('\n')}\n`));
    chunk = [];
  }
  return new File(parts, name, { type: 'text/csv' });
}
