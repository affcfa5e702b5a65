import type { NumberRange } from '../engine/number-range';

/** A double, never a decimal: databases compare those otherwise. */
export function sqlNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const text = String(value);
  return text.includes('e') ? text : `${text}e0`;
}

/** Inclusive bounds, infinite ones left out. */
export function sqlInRange(value: string, { lo, hi }: NumberRange): string {
  const parts = [
    ...(lo === Number.NEGATIVE_INFINITY ? [] : [`${value} >= ${sqlNumber(lo)}`]),
    ...(hi === Number.POSITIVE_INFINITY ? [] : [`${value} <= ${sqlNumber(hi)}`]),
  ];
  return parts.length === 0 ? `(${value} IS NOT NULL)` : `(${parts.join(' AND ')})`;
}

export const sqlAnd = (parts: readonly string[]): string =>
  parts.length === 0 ? 'TRUE' : `(${parts.join(' AND ')})`;

export const sqlOr = (parts: readonly string[]): string =>
  parts.length === 0 ? 'FALSE' : `(${parts.join(' OR ')})`;

/** The median of values that stand beside their `place` among `n`, from 1. */
export const medianOfPlaced = (value: string): string =>
  `AVG(CASE WHEN place = FLOOR((n + 1) / 2.0) OR place = FLOOR((n + 2) / 2.0) THEN ${value} END)`;

export const DAY = 86_400_000;
