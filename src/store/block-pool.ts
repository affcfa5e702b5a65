/** Buffers of blocks that are written, for the next blocks: the collector is slow to notice what they take together. */
export class BlockPool {
  private readonly free = new Map<number, ArrayBuffer[]>();

  take(bytes: number): ArrayBuffer {
    return this.free.get(bytes)?.pop() ?? new ArrayBuffer(bytes);
  }

  /** Nobody may hold them any more. */
  giveBack(blocks: Iterable<ArrayBuffer>): void {
    for (const block of blocks) {
      const same = this.free.get(block.byteLength);
      if (same === undefined) this.free.set(block.byteLength, [block]);
      else same.push(block);
    }
  }
}
