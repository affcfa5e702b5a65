import { isNull } from '../src/core/column';
import { minorUnits } from '../src/core/minor-units';
import type { KeptColumn, KeptTable } from '../src/ingest/dataset/capture-table';

const targeted = (kept: KeptTable, name: string): KeptColumn => {
  const found = kept.columns.find(({ mapping: { target, header } }) =>
    target.kind === 'field'
      ? target.field === name
      : target.kind === 'custom'
        ? header === name
        : target.kind !== 'left-out' && (target.id ?? header) === name,
  );
  if (found === undefined) throw new Error(`nothing is kept as ${name}`);
  return found;
};

/** The sum of what is kept as a field, a report's column, or under its own header; money in major units. */
export function sumOf(kept: KeptTable, name: string): number {
  const { column, mapping } = targeted(kept, name);
  if (column.type !== 'number' && column.type !== 'money') throw new Error(`${name} is ${column.type}`);
  const { reading } = mapping;
  const scale = column.type === 'money' ? minorUnits(reading.kind === 'money' ? reading.currency : null) : 1;
  return column.values.reduce((sum, v) => (Number.isNaN(v) ? sum : sum + v), 0) / scale;
}

/** The texts of a column, row by row; null where there is none. */
export function textsOf(kept: KeptTable, name: string): (string | null)[] {
  const { column } = targeted(kept, name);
  if (column.type !== 'text') throw new Error(`${name} is ${column.type}`);
  return [...column.codes].map((code) => column.dictionary[code] ?? null);
}

/** How many rows hold nothing there. */
export function nullsOf(kept: KeptTable, name: string): number {
  const { column } = targeted(kept, name);
  return Array.from({ length: kept.rows }, (_, row) => isNull(column, row)).filter(Boolean).length;
}
