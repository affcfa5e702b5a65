import type { CellBatch } from '../bytes/cell-batch';

/** Bytes that stand in a slot themselves; of longer entries it holds the hash, and the bytes are compared. */
const SHORT = 8;
/** Ints a slot: code + 1 (0 is free), length, and two more: the bytes, or hash and place in the arena. */
const SLOT = 4;
const START_SLOTS = 256;

/** A dictionary on its way to another worker. */
export interface DictionaryState {
  readonly size: number;
  readonly arena: Uint8Array<ArrayBuffer>;
  readonly used: number;
  readonly ends: Int32Array<ArrayBuffer>;
  readonly slots: Int32Array<ArrayBuffer>;
  readonly shift: number;
  readonly direction: -1 | 0 | 1 | null;
}

/**
 * Distinct byte strings, numbered as they come: how text is coded without a JavaScript string for each cell.
 * While every new one stands beyond all before it, as order ids do, nothing is hashed at all.
 */
export class ByteDictionary {
  size = 0;
  private arena = new Uint8Array(4096);
  private arenaView = new DataView(this.arena.buffer);
  private used = 0;
  /** Where each entry ends in the arena; it begins where the one before ends. */
  private ends = new Int32Array(256);
  /** Open addressing; what tells short entries apart is all in one line of cache. */
  private slots = new Int32Array(0);
  /** A hash's highest bits are its slot. */
  private shift = 32;
  /** Entries ascend (1) or descend (-1) by length, then bytes; 0 while there are too few, null once they do neither. */
  private direction: -1 | 0 | 1 | null = 0;
  private bytes: Uint8Array = this.arena;
  private view: DataView = this.arenaView;
  private readonly scratch = new Uint8Array(SHORT);

  static of(state: DictionaryState): ByteDictionary {
    const dictionary = new ByteDictionary();
    Object.assign(dictionary, state);
    dictionary.arenaView = new DataView(state.arena.buffer);
    return dictionary;
  }

  state(): DictionaryState {
    const { size, arena, used, ends, slots, shift, direction } = this;
    return { size, arena, used, ends, slots, shift, direction };
  }

  /** The code of the bytes, the next one where they are new. */
  code(bytes: Uint8Array, start: number, end: number): number {
    if (this.direction !== null) {
      const code = this.codeInOrder(bytes, start, end);
      if (code >= 0) return code;
    }
    const length = end - start;
    if (length > SHORT) return this.longCode(bytes, start, end);
    if (start + SHORT > bytes.length) {
      // No room to read whole words.
      this.scratch.set(bytes.subarray(start, end));
      return this.shortCode(this.scratch, 0, length);
    }
    return this.shortCode(bytes, start, length);
  }

  /**
   * The fast form of `code` for cell `column` of the records `from` up to `to`: as long as cells are empty (-1) or
   * known, their codes go to `codes` from `row` on, and `counts` counts each one. Where it stopped: at `to`, or at the
   * first other cell.
   */
  codeKnown(
    batch: CellBatch,
    column: number,
    from: number,
    to: number,
    codes: Int32Array,
    row: number,
    counts: Uint32Array,
  ): number {
    if (this.direction !== null) return from;
    const { bytes, starts, ends, offsets } = batch;
    if (bytes !== this.bytes) this.look(bytes);
    const { view, slots, shift } = this;
    const lastSlot = slots.length - SLOT;
    const lastWord = bytes.length - SHORT;
    let at = row;
    for (let r = from; r < to; r++) {
      const cell = offsets[r]! + column;
      const begin = starts[cell]!;
      const start = begin >>> 1;
      const length = ends[cell]! - start;
      if (length === 0) {
        codes[at++] = -1;
        continue;
      }
      if ((begin & 1) === 1 || start > lastWord) return r;
      let found: number;
      if (length > SHORT) found = this.findLong(start, length, hashOfLong(view, start, length));
      else {
        let a = view.getInt32(start, true);
        let b = 0;
        if (length < 4) a &= ~(-1 << (length << 3));
        else if (length > 4) b = view.getInt32(start + 4, true) & (-1 >>> ((SHORT - length) << 3));
        let slot = (hashOfShort(a, b, length) >>> shift) * SLOT;
        for (;;) {
          found = slots[slot]! - 1;
          if (found < 0 || (slots[slot + 2] === a && slots[slot + 3] === b && slots[slot + 1] === length))
            break;
          slot = slot === lastSlot ? 0 : slot + SLOT;
        }
      }
      if (found < 0) return r;
      codes[at++] = found;
      counts[found]!++;
    }
    return to;
  }

  private shortCode(bytes: Uint8Array, start: number, length: number): number {
    if (bytes !== this.bytes) this.look(bytes);
    const { view, slots, shift } = this;
    let a = view.getInt32(start, true);
    let b = 0;
    if (length < 4) a &= ~(-1 << (length << 3));
    else if (length > 4) b = view.getInt32(start + 4, true) & (-1 >>> ((SHORT - length) << 3));
    let slot = (hashOfShort(a, b, length) >>> shift) * SLOT;
    const last = slots.length - SLOT;
    for (;;) {
      const found = slots[slot]!;
      if (found === 0) break;
      if (slots[slot + 2] === a && slots[slot + 3] === b && slots[slot + 1] === length) return found - 1;
      slot = slot === last ? 0 : slot + SLOT;
    }
    const code = this.append(bytes, start, start + length);
    this.fill(slot, code, length, a, b);
    return code;
  }

  private longCode(bytes: Uint8Array, start: number, end: number): number {
    if (bytes !== this.bytes) this.look(bytes);
    const length = end - start;
    const hash = hashOfLong(this.view, start, length);
    const found = this.findLong(start, length, hash);
    if (found >= 0) return found;
    const at = this.used;
    const code = this.append(bytes, start, end);
    this.fill(this.freeSlot(hash), code, length, hash, at);
    return code;
  }

  /** -1 where there is none. */
  private findLong(start: number, length: number, hash: number): number {
    const { view, slots, arenaView } = this;
    const tail = length - 4;
    let slot = (hash >>> this.shift) * SLOT;
    const last = slots.length - SLOT;
    for (;;) {
      const found = slots[slot]!;
      if (found === 0) return -1;
      if (slots[slot + 2] === hash && slots[slot + 1] === length) {
        const at = slots[slot + 3]!;
        let k = 0;
        while (k < tail && view.getInt32(start + k, true) === arenaView.getInt32(at + k, true)) k += 4;
        if (k >= tail && view.getInt32(start + tail, true) === arenaView.getInt32(at + tail, true))
          return found - 1;
      }
      slot = slot === last ? 0 : slot + SLOT;
    }
  }

  /** The code where the bytes are the last entry's or go beyond it as all did so far; -1 at the first that do not. */
  private codeInOrder(bytes: Uint8Array, start: number, end: number): number {
    const { size, used, arena, arenaView } = this;
    if (size === 0) return this.append(bytes, start, end);
    if (bytes !== this.bytes) this.look(bytes);
    const { view } = this;
    const from = size === 1 ? 0 : this.ends[size - 2]!;
    const length = end - start;
    let order = length - (used - from);
    if (order === 0) {
      // Neighbours mostly begin alike.
      let k = 0;
      while (k + 4 <= length && view.getInt32(start + k, true) === arenaView.getInt32(from + k, true)) k += 4;
      for (; order === 0 && k < length; k++) order = bytes[start + k]! - arena[from + k]!;
    }
    if (order === 0) return size - 1;
    const direction = order > 0 ? 1 : -1;
    if (size === 1) this.direction = direction;
    if (this.direction === direction) return this.append(bytes, start, end);
    this.direction = null;
    this.index();
    return -1;
  }

  /** Whether an entry is nothing but blanks. */
  holdsBlank(): boolean {
    let at = 0;
    for (let code = 0; code < this.size; code++) {
      const end = this.ends[code]!;
      while (at < end && this.arena[at]! <= 32) at++;
      if (at === end) return true;
      at = end;
    }
    return false;
  }

  /** Every entry as text, in order of first appearance. */
  strings(): string[] {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const out: string[] = new Array<string>(this.size);
    const STEP = 4096;
    for (let from = 0; from < this.size; from += STEP) {
      const to = Math.min(this.size, from + STEP);
      const first = from === 0 ? 0 : this.ends[from - 1]!;
      const block = this.arena.subarray(first, this.ends[to - 1]!);
      const text = decoder.decode(block);
      // All ASCII: characters stand where bytes do, and one decoding serves all.
      const even = text.length === block.length && !text.includes('\ufffd');
      let at = first;
      for (let code = from; code < to; code++) {
        const end = this.ends[code]!;
        out[code] = even ? text.slice(at - first, end - first) : decoder.decode(this.arena.subarray(at, end));
        at = end;
      }
    }
    return out;
  }

  text(code: number): string {
    const from = code === 0 ? 0 : this.ends[code - 1]!;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.arena.subarray(from, this.ends[code]!));
  }

  /** All entries end to end, with where each one starts and ends, as cells of one record. */
  entries(): { readonly bytes: Uint8Array; readonly starts: Int32Array; readonly ends: Int32Array } {
    const starts = new Int32Array(this.size);
    for (let code = 1; code < this.size; code++) starts[code] = this.ends[code - 1]! * 2;
    return { bytes: this.arena.subarray(0, this.used), starts, ends: this.ends.subarray(0, this.size) };
  }

  private look(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private append(bytes: Uint8Array, start: number, end: number): number {
    const code = this.size++;
    const length = end - start;
    if (this.used + length > this.arena.length) {
      const grown = new Uint8Array(Math.max(this.arena.length * 2, this.used + length));
      grown.set(this.arena);
      this.arena = grown;
      this.arenaView = new DataView(grown.buffer);
    }
    const { arena, used } = this;
    if (length < 32) for (let i = 0; i < length; i++) arena[used + i] = bytes[start + i]!;
    else arena.set(bytes.subarray(start, end), used);
    this.used += length;
    if (code === this.ends.length) {
      const ends = new Int32Array(code * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.ends[code] = this.used;
    return code;
  }

  private fill(slot: number, code: number, length: number, a: number, b: number): void {
    const { slots } = this;
    slots[slot] = code + 1;
    slots[slot + 1] = length;
    slots[slot + 2] = a;
    slots[slot + 3] = b;
    if (this.size * SLOT * 2 > slots.length) this.resize(slots.length * 2);
  }

  /** From here on entries are found by their hash. */
  private index(): void {
    let room = START_SLOTS;
    while (room < this.size * 2) room *= 2;
    this.resize(room * SLOT);
    const { arena, arenaView, ends, scratch, slots } = this;
    const scratchView = new DataView(scratch.buffer);
    let at = 0;
    for (let code = 0; code < this.size; code++) {
      const length = ends[code]! - at;
      let a: number;
      let b: number;
      let hash: number;
      if (length > SHORT) {
        a = hash = hashOfLong(arenaView, at, length);
        b = at;
      } else {
        scratch.fill(0);
        for (let k = 0; k < length; k++) scratch[k] = arena[at + k]!;
        a = scratchView.getInt32(0, true);
        b = scratchView.getInt32(4, true);
        hash = hashOfShort(a, b, length);
      }
      const slot = this.freeSlot(hash);
      slots[slot] = code + 1;
      slots[slot + 1] = length;
      slots[slot + 2] = a;
      slots[slot + 3] = b;
      at = ends[code]!;
    }
  }

  private resize(length: number): void {
    const old = this.slots;
    const slots = new Int32Array(length);
    this.slots = slots;
    this.shift = Math.clz32(length / SLOT - 1);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      const size = old[from + 1]!;
      const a = old[from + 2]!;
      const b = old[from + 3]!;
      const slot = this.freeSlot(size > SHORT ? a : hashOfShort(a, b, size));
      slots[slot] = old[from]!;
      slots[slot + 1] = size;
      slots[slot + 2] = a;
      slots[slot + 3] = b;
    }
  }

  private freeSlot(hash: number): number {
    const { slots } = this;
    let slot = (hash >>> this.shift) * SLOT;
    while (slots[slot] !== 0) slot = slot === slots.length - SLOT ? 0 : slot + SLOT;
    return slot;
  }
}

function hashOfShort(a: number, b: number, length: number): number {
  return Math.imul(a ^ Math.imul(b ^ length, 0x85ebca6b), 0x9e3779b1);
}

/** Words of four bytes, the last ones overlapping, each by a factor of its own so that none waits for another. */
function hashOfLong(view: DataView, start: number, length: number): number {
  const end = start + length;
  let hash =
    (Math.imul(view.getInt32(start, true), 0x9e3779b1) +
      Math.imul(view.getInt32(start + 4, true), 0x85ebca6b) +
      Math.imul(view.getInt32(end - 8, true), 0xc2b2ae35) +
      Math.imul(view.getInt32(end - 4, true), 0x27d4eb2f) +
      length) |
    0;
  for (let i = start + 8; i < end - 8; i += 4) {
    hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(i, true), 0x9e3779b1);
  }
  return Math.imul(hash ^ (hash >>> 15), 0x165667b1);
}
