import { Bitset } from '../../../core/bitset';
import type { MeasuredRows } from '../measured-rows';
import { NO } from '../trit';

/** What a statistic says of each person. */
export interface Answer {
  /** NaN where the person has nothing to measure. */
  readonly values: Float64Array;
  /** Counts only: what the number might be at most, where rows can't be told; null where all can. */
  readonly atMost: Float64Array | null;
  /** Those with rows none of which can be measured (no amount, another currency, an empty column). */
  readonly untold: Bitset | null;
}

/** Collects counts: rows that match, and those that might. */
export class Counts {
  private readonly values: Float64Array;
  private atMost: Float64Array | null = null;

  constructor(people: number) {
    this.values = new Float64Array(people);
  }

  /** In ascending order of people. */
  set(p: number, yes: number, unknown: number): void {
    this.values[p] = yes === 0 ? Number.NaN : yes;
    if (unknown > 0) {
      this.atMost ??= this.values.map((n, before) => (before < p && !Number.isNaN(n) ? n : 0));
      this.atMost[p] = yes + unknown;
    } else if (this.atMost !== null) this.atMost[p] = yes;
  }

  get(): Answer {
    return { values: this.values, atMost: this.atMost, untold: null };
  }
}

/** Collects who has rows of which none can be measured. */
export class Untold {
  private set: Bitset | null = null;

  constructor(private readonly people: number) {}

  add(p: number): void {
    this.set ??= new Bitset(this.people);
    this.set.add(p);
  }

  get(): Bitset | null {
    return this.set;
  }
}

/** Where no row can be measured: everybody who has one that counts, or may, is untold. */
export function allUntold({ from, to, counted, lineless }: MeasuredRows, people: number): Answer {
  const untold = new Untold(people);
  for (let p = 0; p < people; p++) {
    if (lineless?.has(p)) untold.add(p);
    for (let row = from[p]!; row < to[p]!; row++) {
      if (counted !== null && counted[row] === NO) continue;
      untold.add(p);
      break;
    }
  }
  return { values: new Float64Array(people).fill(Number.NaN), atMost: null, untold: untold.get() };
}
