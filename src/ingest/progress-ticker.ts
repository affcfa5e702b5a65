import type { Progress, WorkOptions } from './survey';

/** Passes progress on at most ten times a second. */
export class ProgressTicker {
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly options: WorkOptions,
    private readonly stage: Progress['stage'],
    private readonly totalBytes: number,
  ) {}

  tick(rows: number, bytes: number, force = false): void {
    const now = performance.now();
    if (!force && now - this.last < 100) return;
    this.last = now;
    this.options.onProgress?.({
      stage: this.stage,
      rows,
      bytes,
      totalBytes: Math.max(bytes, this.totalBytes),
    });
  }
}
