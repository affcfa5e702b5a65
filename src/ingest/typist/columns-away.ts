import type { CellBatch } from '../bytes/cell-batch';
import type { ProfileState } from '../readings/profile-state';
import type { TypistJob } from './typist';

/** So many batches show who has more to do. */
const WATCHED = 12;
/** Of what a look at them suggests, as what they hold is not alike. */
const DAMPED = 0.7;

/** The columns of one table that a typist types: what of each batch they are made of, gathered and passed on. */
export class ColumnsAway {
  private batch: CellBatch | null = null;
  private runs: number[] = [];
  private passed = 0;
  private waited = 0;
  private since = performance.now();
  private typedBefore = 0;
  /** The table's columns that are typed there. */
  columns: readonly number[] = [];

  constructor(private readonly job: TypistJob) {}

  give(columns: readonly number[], states: readonly ProfileState[]): void {
    this.columns = [...this.columns, ...columns];
    this.job.take(columns, states);
  }

  /** Records `from` up to `to`, whose other columns are typed here. */
  rows(batch: CellBatch, from: number, to: number): void {
    this.batch = batch;
    this.runs.push(from, to);
  }

  /** What was gathered of a batch goes out, before the scanner goes on. */
  async passOn(forecast: number): Promise<void> {
    const { batch, runs } = this;
    if (batch === null) return;
    this.batch = null;
    this.runs = [];
    this.job.rows(batch, runs, forecast);
    const before = performance.now();
    await this.job.room();
    this.waited += performance.now() - before;
    this.passed++;
  }

  /** How many columns more the typist should have to be done when this side is, going by the last batches. */
  wanting(): number {
    if (this.passed < WATCHED) return 0;
    const now = performance.now();
    const here = now - this.since - this.waited;
    const there = this.job.ms - this.typedBefore;
    this.passed = 0;
    this.waited = 0;
    this.since = now;
    this.typedBefore = this.job.ms;
    if (there === 0) return 0;
    return Math.round((DAMPED * this.columns.length * (here - there)) / (2 * there));
  }

  async back(columns: readonly number[]): Promise<readonly ProfileState[]> {
    const states = await this.job.back(columns);
    this.columns = this.columns.filter((c) => !columns.includes(c));
    return states;
  }

  drop(): void {
    this.job.drop();
  }
}
