import type { ColumnType } from '../../core/column';
import type { Reading } from '../../core/reading';
import type { ColumnSurvey } from '../survey';
import { readConsent } from './read-consent';

const YES_NO = /^(0|1|0\.0|1\.0|yes|no|true|false|y|n|t|f|tak|nie|ja|nein)$/i;

/** How a wholly empty column is read when a field of this type wants it. */
const UNFILLED: Record<ColumnType, Reading> = {
  text: { kind: 'text' },
  number: { kind: 'number', decimal: '.', group: '', unit: 'plain' },
  money: { kind: 'money', decimal: '.', group: '', currency: null },
  time: { kind: 'date', order: 'ymd', time: false },
  flag: { kind: 'flag' },
};

/**
 * The reading under which a surveyed column gives values of a type, out of those that fit it; null where none does.
 * `asId` keeps an identifier's digits as they are.
 */
export function readingFor(type: ColumnType, column: ColumnSurvey, asId = false): Reading | null {
  if (type === 'text') return { kind: asId ? 'id' : 'text' };
  const fitting = [column.reading, ...column.alternatives];
  const mostly = column.mostly?.reading;
  switch (type) {
    case 'number':
      return (
        fitting.find((r) => r.kind === 'number') ??
        fitting.find((r) => r.kind === 'duration') ??
        plainNumber(fitting.find((r) => r.kind === 'money')) ??
        (mostly?.kind === 'number' || mostly?.kind === 'duration' ? mostly : plainNumber(mostly)) ??
        (isDigits(column) ? UNFILLED.number : unfilled(type, column))
      );
    case 'money':
      return (
        fitting.find((r) => r.kind === 'money') ??
        asMoney(fitting.find((r) => r.kind === 'number' && r.unit === 'plain')) ??
        (mostly?.kind === 'money'
          ? mostly
          : mostly?.kind === 'number' && mostly.unit === 'plain'
            ? asMoney(mostly)
            : null) ??
        (isDigits(column) ? UNFILLED.money : unfilled(type, column))
      );
    case 'time':
      return (
        fitting.find((r) => r.kind === 'date') ?? (mostly?.kind === 'date' ? mostly : unfilled(type, column))
      );
    case 'flag':
      return (
        fitting.find((r) => r.kind === 'flag') ??
        (column.filled > 0 && column.distinct <= 6 && column.examples.every((v) => YES_NO.test(v.trim()))
          ? { kind: 'flag' }
          : isConsent(column)
            ? { kind: 'consent', of: 'in' }
            : unfilled(type, column))
      );
  }
}

/** Words of a consent, of which at least one says yes or no or that neither was said. */
function isConsent(column: ColumnSurvey): boolean {
  return column.filled > 0 && column.distinct <= 12 && column.examples.every((v) => readConsent(v) !== null);
}

function unfilled(type: ColumnType, column: ColumnSurvey): Reading | null {
  return column.filled === 0 ? UNFILLED[type] : null;
}

/** Whole numbers that were taken for identifiers or flags. */
function isDigits(column: ColumnSurvey): boolean {
  return (
    (column.reading.kind === 'id' || column.reading.kind === 'flag') &&
    column.misfitCount === 0 &&
    column.examples.length > 0 &&
    column.examples.every((v) => /^-?\d{1,15}$/.test(v.trim()))
  );
}

function asMoney(reading: Reading | undefined): Reading | null {
  return reading?.kind === 'number'
    ? { kind: 'money', decimal: reading.decimal, group: reading.group, currency: null }
    : null;
}

function plainNumber(reading: Reading | undefined): Reading | null {
  return reading?.kind === 'money'
    ? { kind: 'number', decimal: reading.decimal, group: reading.group, unit: 'plain' }
    : null;
}
