import { type Column, columnLength, isNull, NULL_CODE, type TextColumn } from '../core/column';
import type { Dataset } from '../core/dataset';
import { CUSTOM_PREFIX, FIELDS, type Field } from '../core/fields';
import type { FieldInfo } from '../protocol/engine-api';

const MOST_VALUES = 50;

/** Every field the held data can be asked about, with what stands in it. */
export function describeFields({ people, orders, items, events }: Dataset): readonly FieldInfo[] {
  return [
    ...describe('people', people.columns, FIELDS.people),
    ...describe('orders', orders.columns, FIELDS.orders),
    ...describe('items', items.columns, FIELDS.orders),
    ...(events.size === 0 ? [] : describe('events', new Map([['kind', events.kind]]), FIELDS.events)),
    ...describe('events', events.columns, FIELDS.events),
  ].filter((field) => field.filled > 0);
}

function describe(
  table: FieldInfo['table'],
  columns: ReadonlyMap<string, Column>,
  fields: Readonly<Record<string, Field>>,
): readonly FieldInfo[] {
  return [...columns].map(([id, column]): FieldInfo => {
    const header = id.startsWith(CUSTOM_PREFIX) ? id.slice(CUSTOM_PREFIX.length) : id;
    const label = (Object.hasOwn(fields, id) ? fields[id]?.label : undefined) ?? { en: header, pl: header };
    return { table, id, label, type: column.type, ...contents(column) };
  });
}

function contents(column: Column): Pick<FieldInfo, 'filled' | 'values' | 'min' | 'max'> {
  if (column.type === 'text') return { ...frequent(column), min: null, max: null };
  let filled = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let row = 0; row < columnLength(column); row++) {
    if (isNull(column, row)) continue;
    const v = column.values[row]!;
    filled++;
    if (v < min) min = v;
    if (v > max) max = v;
  }
  const ranged = filled > 0 && column.type !== 'flag';
  return { filled, values: [], min: ranged ? min : null, max: ranged ? max : null };
}

function frequent({ codes, dictionary }: TextColumn): Pick<FieldInfo, 'filled' | 'values'> {
  const counts = new Uint32Array(dictionary.length);
  let filled = 0;
  for (const code of codes) {
    if (code === NULL_CODE) continue;
    counts[code]!++;
    filled++;
  }
  const order = Uint32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const values = [...order.subarray(0, MOST_VALUES)]
    .filter((code) => counts[code]! > 0)
    .map((code) => ({ value: dictionary[code] ?? '', count: counts[code] ?? 0 }));
  return { filled, values };
}
