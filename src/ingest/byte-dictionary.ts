const EMPTY = new Uint8Array(0);

/** Distinct byte strings, numbered as they come: how text is coded without a JavaScript string for each cell. */
export class ByteDictionary {
  size = 0;
  private arena = new Uint8Array(4096);
  private arenaView = new DataView(this.arena.buffer);
  private used = 0;
  /** Where each entry ends in the arena; it begins where the one before ends. */
  private ends = new Int32Array(256);
  /** Open addressing in pairs, code + 1 (0 is free) and hash side by side, so that a look costs one line of cache. */
  private slots = new Int32Array(1024);
  private bytes: Uint8Array = EMPTY;
  private view: DataView = new DataView(EMPTY.buffer);

  /** The code of the bytes, the next one where they are new. */
  code(bytes: Uint8Array, start: number, end: number): number {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const { view, ends, slots, arena, arenaView } = this;
    const length = end - start;
    // Four bytes at a time: text is hashed once for every cell of the source.
    let hash = length ^ 0x2545f491;
    let i = start;
    for (const last = end - 4; i <= last; i += 4) {
      hash = Math.imul(hash ^ view.getInt32(i, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 13;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    probe: for (;;) {
      const found = slots[slot]! - 1;
      if (found < 0) break;
      if (slots[slot + 1] === hash) {
        const at = found === 0 ? 0 : ends[found - 1]!;
        if (ends[found]! - at === length) {
          let k = 0;
          for (; k + 4 <= length; k += 4) {
            if (view.getInt32(start + k, true) !== arenaView.getInt32(at + k, true)) {
              slot = (slot + 2) & mask;
              continue probe;
            }
          }
          for (; k < length; k++) {
            if (bytes[start + k]! !== arena[at + k]!) {
              slot = (slot + 2) & mask;
              continue probe;
            }
          }
          return found;
        }
      }
      slot = (slot + 2) & mask;
    }
    return this.add(bytes, start, end, hash, slot);
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

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size++;
    const length = end - start;
    if (this.used + length > this.arena.length) {
      const grown = new Uint8Array(Math.max(this.arena.length * 2, this.used + length));
      grown.set(this.arena);
      this.arena = grown;
      this.arenaView = new DataView(grown.buffer);
    }
    if (length < 32) for (let i = 0; i < length; i++) this.arena[this.used + i] = bytes[start + i]!;
    else this.arena.set(bytes.subarray(start, end), this.used);
    this.used += length;
    if (code === this.ends.length) {
      const ends = new Int32Array(code * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.ends[code] = this.used;
    this.slots[slot] = code + 1;
    this.slots[slot + 1] = hash;
    if (this.size * 4 > this.slots.length) this.grow();
    return code;
  }

  private grow(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 4);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      let slot = (old[from + 1]! << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
    this.slots = slots;
  }
}
