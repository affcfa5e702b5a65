/** Distinct byte strings, numbered as they come: how text is coded without a JavaScript string for each cell. */
export class ByteDictionary {
  size = 0;
  private arena = new Uint8Array(4096);
  private used = 0;
  private ends = new Int32Array(256);
  private hashes = new Int32Array(256);
  /** Open addressing; 0 is free, code + 1 otherwise. */
  private slots = new Int32Array(1024);
  private lastStart = 0;
  private lastEnd = 0;
  private lastCode = -1;

  constructor(private readonly limit = Number.POSITIVE_INFINITY) {}

  /** The code of the bytes; -1 where they are new and the dictionary is full. */
  code(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    // Sorted exports repeat the value above.
    if (this.lastCode >= 0 && length === this.lastEnd - this.lastStart) {
      let same = true;
      for (let i = 0; i < length; i++) {
        if (this.arena[this.lastStart + i] !== bytes[start + i]) {
          same = false;
          break;
        }
      }
      if (same) return this.lastCode;
    }
    let hash = 0x811c9dc5 ^ length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const found = this.slots[slot]! - 1;
      if (found < 0) break;
      if (this.hashes[found] === hash) {
        const at = found === 0 ? 0 : this.ends[found - 1]!;
        if (this.ends[found]! - at === length) {
          let same = true;
          for (let i = 0; i < length; i++) {
            if (this.arena[at + i] !== bytes[start + i]) {
              same = false;
              break;
            }
          }
          if (same) {
            this.lastStart = at;
            this.lastEnd = at + length;
            this.lastCode = found;
            return found;
          }
        }
      }
      slot = (slot + 1) & mask;
    }
    if (this.size >= this.limit) return -1;
    return this.add(bytes, start, end, hash, slot);
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

  bytesOf(code: number): Uint8Array {
    return this.arena.subarray(code === 0 ? 0 : this.ends[code - 1]!, this.ends[code]!);
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size++;
    const length = end - start;
    if (this.used + length > this.arena.length) {
      const grown = new Uint8Array(Math.max(this.arena.length * 2, this.used + length));
      grown.set(this.arena);
      this.arena = grown;
    }
    this.arena.set(bytes.subarray(start, end), this.used);
    this.lastStart = this.used;
    this.used += length;
    this.lastEnd = this.used;
    this.lastCode = code;
    if (code === this.ends.length) {
      const ends = new Int32Array(code * 2);
      ends.set(this.ends);
      this.ends = ends;
      const hashes = new Int32Array(code * 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
    }
    this.ends[code] = this.used;
    this.hashes[code] = hash;
    this.slots[slot] = code + 1;
    if (this.size * 2 > this.slots.length) this.grow();
    return code;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = this.hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
  }
}
