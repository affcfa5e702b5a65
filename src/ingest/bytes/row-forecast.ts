/** How many rows there may be in all, going by those read so far: room is made for them at once. 0 while unknown. */
export interface RowForecast {
  rows: number;
}

/** A forecast from few rows may be far off: room grows by no more than this at a time. */
const MOST = 16;

/** Elements to make room for where `needed` no longer fit into `held`. */
export function roomFor(needed: number, held: number, forecast: RowForecast): number {
  return Math.max(needed, held * 2, Math.min(forecast.rows, held * MOST));
}

/** The first `rows` elements: as they stand where little is left over, else on memory of their own. */
export function firstRows<T extends Float64Array | Int32Array>(array: T, rows: number): T {
  return (rows * 1.2 >= array.length ? array.subarray(0, rows) : array.slice(0, rows)) as T;
}
