import type { Reading } from '../../../core/reading';
import { amountsIn } from './variant-of';

const UNITS = { whole: 1, minor: 100, micros: 1_000_000 } as const;

/** An example's meaning under a reading: `WallMs` of a date, the number itself; null where it has none. */
export function exampleAs(example: string, reading: Reading): number | null {
  if (reading.kind === 'date') {
    const [a, b, c] = (example.match(/\d+/g) ?? []).map(Number);
    if (a === undefined || b === undefined || c === undefined) return null;
    const [y, m, d] = reading.order === 'dmy' ? [c, b, a] : reading.order === 'mdy' ? [c, a, b] : [a, b, c];
    if (m < 1 || m > 12 || d < 1 || d > 31) return null;
    return Date.UTC(y < 100 ? 2000 + y : y, m - 1, d);
  }
  if (reading.kind === 'number' || reading.kind === 'money') {
    const digits = example.replace(/[^\d.,'’-]/g, '');
    const other = reading.decimal === '.' ? /[,'’]/g : /[.'’]/g;
    const value = Number(digits.replace(other, '').replace(',', '.'));
    if (digits === '' || Number.isNaN(value)) return null;
    return value / UNITS[amountsIn(reading) ?? 'whole'];
  }
  return null;
}
