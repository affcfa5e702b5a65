/** How often each whole number from 0 up was met: sorted values, without sorting them. */
export class Tally {
  /** Of values below v: `before[v]`. */
  private readonly before: Float64Array;

  constructor(counts: ArrayLike<number>) {
    this.before = new Float64Array(counts.length + 1);
    for (let v = 0; v < counts.length; v++) this.before[v + 1] = this.before[v]! + counts[v]!;
  }

  get size(): number {
    return this.before[this.before.length - 1]!;
  }

  /** As `quantile` of the sorted values: between neighbours by straight line. */
  quantile(p: number): number {
    if (this.size === 0) return Number.NaN;
    const at = Math.min(this.size - 1, Math.max(0, p * (this.size - 1)));
    const below = Math.floor(at);
    const lower = this.valueAt(below);
    const upper = this.valueAt(Math.min(this.size - 1, below + 1));
    return lower + (at - below) * (upper - lower);
  }

  /** The value at a rank, from 0. */
  private valueAt(rank: number): number {
    let lo = 0;
    let hi = this.before.length - 1;
    while (hi - lo > 1) {
      const middle = (lo + hi) >>> 1;
      if (this.before[middle]! <= rank) lo = middle;
      else hi = middle;
    }
    return lo;
  }
}
