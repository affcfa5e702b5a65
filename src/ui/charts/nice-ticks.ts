/** Round numbers (1, 2, 2.5 or 5 × 10^k) from the first at or above `lo` to the last at or below `hi`, about `count`. */
export function niceTicks(lo: number, hi: number, count: number): number[] {
  if (!(hi > lo) || !(count >= 1)) return Number.isFinite(lo) ? [lo] : [];
  const rough = (hi - lo) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(lo / step - 1e-9);
  const last = Math.floor(hi / step + 1e-9);
  const ticks: number[] = [];
  // Multiplying keeps 0.3 from becoming 0.30000000000000004 tick after tick.
  for (let i = first; i <= last; i++) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}
