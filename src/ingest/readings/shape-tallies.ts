/** Cells of one shape (`cell-shape.ts`), and what some of them say. */
export interface ShapeTally {
  readonly shape: number;
  count: number;
  readonly examples: { readonly row: number; readonly value: string }[];
}

/** A tally a shape, of which a column has few; the last one asked for is mostly asked for again. */
export class ShapeTallies {
  readonly all: ShapeTally[] = [];
  private last: ShapeTally | null = null;

  of(shape: number): ShapeTally {
    if (this.last?.shape === shape) return this.last;
    let tally = this.all.find((t) => t.shape === shape);
    if (tally === undefined) {
      tally = { shape, count: 0, examples: [] };
      this.all.push(tally);
    }
    this.last = tally;
    return tally;
  }
}
