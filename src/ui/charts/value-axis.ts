import type { LineChartData } from './line-chart';
import { niceTicks } from './nice-ticks';

/**
 * From zero where the values are near it, and no further than half as far again as they reach: a month with five orders
 * has an interval that would press all the others flat.
 */
export function valueAxis(data: Pick<LineChartData, 'lines'>): {
  readonly min?: number;
  readonly max?: number;
} {
  const points = data.lines.flatMap((line) => line.points.filter((p) => p !== null));
  if (points.length === 0) return {};
  const values = points.map((p) => p.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = Math.max(high - low, Math.abs(high) * 0.25) * 0.5;
  const lo = Math.max(Math.min(low, ...points.map((p) => p.lo ?? p.value)), low - reach);
  const hi = Math.min(Math.max(high, ...points.map((p) => p.hi ?? p.value)), high + reach);
  // One value, or the same in every period, reaches from zero: an axis of no length has no place for it.
  if (lo === hi) return lo < 0 ? { min: lo, max: 0 } : { min: 0, max: hi || 1 };
  const min = low >= 0 && lo < 0.6 * hi ? 0 : lo;
  const ticks = niceTicks(min, hi, 5);
  const step = ticks.length > 1 ? (ticks[1] ?? 0) - (ticks[0] ?? 0) : (hi - min) / 5 || 1;
  return { min: Math.floor(min / step + 1e-9) * step, max: Math.ceil(hi / step - 1e-9) * step };
}
