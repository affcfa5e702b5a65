import type { Reading } from '../../../core/reading';

export type AmountsIn = 'whole' | 'minor' | 'micros';

/** What an amount is written in; null for what is no amount. */
export function amountsIn(reading: Reading): AmountsIn | null {
  if (reading.kind !== 'money') return null;
  return reading.micros ? 'micros' : reading.minor ? 'minor' : 'whole';
}

/** What decides between rivals: the order of a date, the decimal mark of a number, what an amount is written in. */
export function variantOf(reading: Reading): string {
  if (reading.kind === 'date') return reading.order;
  if (reading.kind !== 'number' && reading.kind !== 'money') return reading.kind;
  const scale = amountsIn(reading) ?? 'whole';
  return scale === 'whole' ? reading.decimal : reading.decimal + scale;
}
