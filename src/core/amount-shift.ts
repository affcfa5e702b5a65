import { minorUnits } from './minor-units';
import type { Reading } from './reading';

/** By how many places the point of a written amount moves to make minor units of its currency. */
export function amountShift(reading: Extract<Reading, { kind: 'money' }>): number {
  if (reading.minor) return 0;
  return Math.round(Math.log10(minorUnits(reading.currency))) - (reading.micros ? 6 : 0);
}
