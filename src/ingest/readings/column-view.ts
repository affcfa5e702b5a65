import type { ColumnSurvey, TableSurvey } from '../survey';

/** A surveyed column with what its values look like, judged from the examples and the sample rows. */
export interface ColumnView {
  readonly column: ColumnSurvey;
  /** Share of body rows that are filled, 0–1. */
  readonly fill: number;
  /** `no`: every value stands once. The survey counts distinct values up to 1,000 only. */
  readonly repeats: 'yes' | 'no' | 'unknown';
  /** Distinct values in filled ones; null where the survey stopped counting. */
  readonly uniqueness: number | null;
  readonly values: readonly string[];
  readonly looks: Looks;
}

export interface Looks {
  readonly email: boolean;
  readonly phone: boolean;
  readonly currency: boolean;
  /** Digits, letters and dashes without blanks: an identifier or a code. */
  readonly code: boolean;
  readonly digits: boolean;
  /** Numbers with a fraction other than .0. */
  readonly fractions: boolean;
  /** Numbers none of which is beyond 1. */
  readonly shares: boolean;
  /** `123456789.1700000000`, as Google Analytics writes its browser ids. */
  readonly browserId: boolean;
}

const COUNTED = 1000;

export function columnViews(table: TableSurvey): readonly ColumnView[] {
  return table.columns.map((column) => {
    const cells = table.sample.map((row) => (row[column.index] ?? '').trim()).filter((v) => v !== '');
    const values = [...new Set([...column.examples.map((v) => v.trim()), ...cells])].filter((v) => v !== '');
    const counted = column.distinct < COUNTED;
    const repeatsInSample = new Set(cells).size < cells.length;
    return {
      column,
      fill: table.rows === 0 ? 0 : column.filled / table.rows,
      repeats: counted
        ? column.distinct < column.filled
          ? 'yes'
          : 'no'
        : repeatsInSample
          ? 'yes'
          : column.filled === column.distinct
            ? 'no'
            : 'unknown',
      uniqueness: counted && column.filled > 0 ? column.distinct / column.filled : null,
      values,
      looks: looks(values),
    };
  });
}

function looks(values: readonly string[]): Looks {
  const share = (test: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length;
  const numbers = values.map((v) =>
    /^-?[\d.,\s]+%?$/.test(v) ? Number.parseFloat(v.replace(',', '.')) : Number.NaN,
  );
  return {
    email: share((v) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v)) >= 0.8,
    phone: share((v) => /^'?(\+|00)?[\d\s().\-–/]{7,20}$/.test(v) && v.replace(/\D/g, '').length >= 7) >= 0.8,
    currency: share((v) => /^([A-Z]{3}|zł|€|\$|£)$/i.test(v)) === 1,
    code: share((v) => /^['#]?[\p{L}\d][\p{L}\d_\-./:]*$/u.test(v)) >= 0.9,
    digits: share((v) => /^'?\d+(\.0)?$/.test(v)) >= 0.9,
    fractions: share((v) => /[.,]\d*[1-9]/.test(v) && /^-?[\d.,\s]+$/.test(v)) > 0,
    shares: values.length > 0 && numbers.every((n) => Math.abs(n) <= 1),
    browserId: share((v) => /^\d{5,}\.\d{9,}$/.test(v)) >= 0.8,
  };
}
