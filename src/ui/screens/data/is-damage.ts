import type { Problem } from '../../../core/problem';

const DAMAGE: ReadonlySet<Problem['code']> = new Set([
  'row/duplicate',
  'column/collapsed-ids',
  'table/row-limit',
  'totals/mismatch',
]);

/** Of the file as a whole, which no single row shows: said without being asked. */
export const isDamage = ({ code }: Problem): boolean => DAMAGE.has(code);
