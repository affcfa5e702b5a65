import { NULL_CODE, type TextColumn } from '../../core/column';
import { NO_OFFSET } from '../readings/read-date';

/** Offsets from UTC as they are written beside times: `+02:00` by row, null where none is. */
export class OffsetBuilder {
  private codes: Int32Array | null = null;
  private readonly dictionary: string[] = [];
  private readonly known = new Map<number, number>();

  constructor(private readonly rows: number) {}

  set(row: number, offset: number): void {
    if (offset === NO_OFFSET) {
      if (this.codes !== null) this.codes[row] = NULL_CODE;
      return;
    }
    this.codes ??= new Int32Array(this.rows).fill(NULL_CODE);
    this.codes[row] = this.codeOf(offset);
  }

  fill(from: number, to: number, offset: number): void {
    if (offset === NO_OFFSET || from >= to) return;
    this.codes ??= new Int32Array(this.rows).fill(NULL_CODE);
    this.codes.fill(this.codeOf(offset), from, to);
  }

  move(row: number, to: number): void {
    if (this.codes !== null) this.codes[to] = this.codes[row]!;
  }

  /** Null where no time carries any. */
  finish(rows: number): TextColumn | null {
    return this.codes === null
      ? null
      : { type: 'text', codes: this.codes.slice(0, rows), dictionary: this.dictionary };
  }

  private codeOf(offset: number): number {
    let code = this.known.get(offset);
    if (code === undefined) {
      code = this.dictionary.push(offsetText(offset)) - 1;
      this.known.set(offset, code);
    }
    return code;
  }
}

/** `+02:00`, `-03:30`. */
function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
