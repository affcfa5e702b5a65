import { CAPS } from './caps';
import { ContainerFault } from './container-fault';

const CHUNK = 1024 * 1024;
const COMMA = 44;
const NEWLINE = 10;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const encoder = new TextEncoder();

interface Chunk {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly widths: Uint16Array;
}

/**
 * Rows written as CSV (comma, `"` doubled, LF, UTF-8) while it is not yet known how wide the table is; at the end every
 * row has every column. Held once, as bytes.
 */
export class TableSpool {
  rows = 0;
  width = 0;
  private readonly chunks: Chunk[] = [];
  private buffer = new Uint8Array(CHUNK);
  private at = 0;
  private ends: number[] = [];
  private widths: number[] = [];
  private held = 0;

  /** Empty cells at the end are left to the padding. */
  add(cells: readonly string[]): void {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width--;
    if (width > CAPS.columns) {
      throw new ContainerFault({ code: 'table/too-many-columns', params: { columns: width } });
    }
    let line = '';
    for (let i = 0; i < width; i++) {
      const cell = cells[i] as string;
      if (i > 0) line += ',';
      line += NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    this.write(line, width);
  }

  private write(line: string, width: number): void {
    const most = line.length * 3;
    if (this.at + most > this.buffer.length && this.at > 0) this.flush();
    if (most > this.buffer.length) this.buffer = new Uint8Array(most);
    this.at += encoder.encodeInto(line, this.buffer.subarray(this.at)).written;
    this.ends.push(this.at);
    this.widths.push(width);
    if (this.ends.length >= CHUNK) this.flush();
    this.rows++;
    this.width = Math.max(this.width, width);
  }

  private flush(): void {
    if (this.ends.length === 0) return;
    this.held += this.at;
    if (this.held > CAPS.heldBytes) {
      throw new ContainerFault({ code: 'archive/too-large', params: { limit: CAPS.heldBytes } });
    }
    this.chunks.push({
      bytes: this.buffer.slice(0, this.at),
      ends: Uint32Array.from(this.ends),
      widths: Uint16Array.from(this.widths),
    });
    this.at = 0;
    this.ends = [];
    this.widths = [];
  }

  /** All rows under the header, if one is given. Nothing can be added after. */
  finish(header: readonly string[] | null, signal: AbortSignal): Blob {
    this.flush();
    const width = Math.max(this.width, header?.length ?? 0);
    if (width * this.rows > CAPS.cells * 4) {
      throw new ContainerFault({ code: 'workbook/too-many-cells', params: { limit: CAPS.cells } });
    }
    const parts: Blob[] = [];
    if (header !== null) {
      const head = new TableSpool();
      head.add(header);
      head.width = width;
      parts.push(head.finish(null, signal));
    }
    for (let chunk = this.chunks.shift(); chunk !== undefined; chunk = this.chunks.shift()) {
      signal.throwIfAborted();
      parts.push(new Blob([padded(chunk, width)]));
    }
    return new Blob(parts);
  }
}

function padded({ bytes, ends, widths }: Chunk, width: number): Uint8Array<ArrayBuffer> {
  let size = bytes.length + ends.length;
  // A row without a cell has no comma before its first one either.
  for (const w of widths) size += w === 0 ? (width === 1 ? 2 : Math.max(0, width - 1)) : width - w;
  const out = new Uint8Array(size);
  let from = 0;
  let to = 0;
  for (let r = 0; r < ends.length; r++) {
    const end = ends[r]!;
    out.set(bytes.subarray(from, end), to);
    to += end - from;
    from = end;
    const w = widths[r]!;
    if (w === 0 && width === 1) {
      // An empty line would be no row.
      out[to++] = 34;
      out[to++] = 34;
    } else {
      const commas = w === 0 ? width - 1 : width - w;
      out.fill(COMMA, to, to + commas);
      to += commas;
    }
    out[to++] = NEWLINE;
  }
  return out;
}
