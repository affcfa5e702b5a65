import { CAPS } from '../caps';
import { ContainerFault } from '../container-fault';
import { TableSpool } from '../table-spool';
import { JsonNumber, type JsonObject, type JsonValue } from './parse-json';

/**
 * Records become rows, names become columns in the order they first appear: `geo.country` for objects in objects,
 * `event_params.ga_session_id` for lists of key and value (BigQuery), lists of plain values in one cell, and
 * lists of objects as the JSON they are: how many rows they should be is not ours to guess.
 */
export class RecordTable {
  private readonly spool = new TableSpool();
  private readonly columns = new Map<string, number>();
  private readonly names: string[] = [];
  /** By column: the record that last filled it. */
  private readonly filledBy: number[] = [];
  private cells: string[] = [];
  private record = 0;

  get rows(): number {
    return this.spool.rows;
  }

  /** `key` is a first column that the record itself does not hold. */
  add(value: JsonValue, key?: readonly [name: string, value: string]): void {
    this.record++;
    this.cells = new Array<string>(this.names.length).fill('');
    if (key !== undefined) this.put(key[0], key[1]);
    if (isObject(value)) this.object('', value);
    else this.put('value', textOf(value));
    this.spool.add(this.cells);
  }

  addCells(names: readonly string[], cells: readonly string[]): void {
    this.record++;
    this.cells = new Array<string>(this.names.length).fill('');
    for (const [i, name] of names.entries()) this.put(name, cells[i] ?? '');
    this.spool.add(this.cells);
  }

  /** Columns of a table without a row. */
  header(names: readonly string[]): void {
    for (const name of names) this.columnOf(name);
  }

  finish(signal: AbortSignal): Blob {
    return this.spool.finish(this.names, signal);
  }

  private object(path: string, object: JsonObject): void {
    for (const [name, value] of object) this.value(path === '' ? name : `${path}.${name}`, value);
  }

  private value(path: string, value: JsonValue): void {
    if (isObject(value)) {
      if (value.size === 0) this.put(path, '');
      else this.object(path, value);
      return;
    }
    if (isList(value)) {
      const pairs = keyedValues(value);
      if (pairs !== null) {
        for (const [key, held] of pairs) this.value(`${path}.${key}`, held);
        return;
      }
    }
    this.put(path, textOf(value));
  }

  private put(name: string, text: string): void {
    let place = name;
    for (let copy = 2; ; copy++) {
      const index = this.columnOf(place);
      // `{"a.b": 1, "a": {"b": 2}}`: neither may write over the other.
      if (this.filledBy[index] !== this.record) {
        this.filledBy[index] = this.record;
        this.cells[index] = text;
        return;
      }
      place = `${name} (${copy})`;
    }
  }

  private columnOf(name: string): number {
    const known = this.columns.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    if (index >= CAPS.columns) {
      throw new ContainerFault({ code: 'table/too-many-columns', params: { columns: index + 1 } });
    }
    this.columns.set(name, index);
    this.names.push(name);
    this.cells.push('');
    return index;
  }
}

export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);
export const isObject = (value: JsonValue | undefined): value is JsonObject => value instanceof Map;

/** `[{key, value}]`, or BigQuery's `[{key, value: {string_value, int_value, …}}]`, by key; null for other lists. */
function keyedValues(list: readonly JsonValue[]): readonly (readonly [string, JsonValue])[] | null {
  const pairs: (readonly [string, JsonValue])[] = [];
  for (const item of list) {
    if (!isObject(item) || item.size !== 2 || !item.has('value')) return null;
    const key = item.get('key') ?? item.get('name');
    if (typeof key !== 'string' || key === '') return null;
    pairs.push([key, typedValue(item.get('value') ?? null)]);
  }
  return pairs.length === 0 ? null : pairs;
}

const TYPED = /^(?:string|int|integer|float|double|bool|boolean)_?value$/i;

/** The one of a typed value's fields that is filled. */
function typedValue(value: JsonValue): JsonValue {
  if (!isObject(value) || value.size === 0) return value;
  const filled: JsonValue[] = [];
  for (const [name, held] of value) {
    if (TYPED.test(name)) {
      if (held !== null) filled.push(held);
    } else if (name !== 'set_timestamp_micros') return value;
  }
  return filled.length > 1 ? value : (filled[0] ?? null);
}

export function textOf(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof JsonNumber) return value.text;
  if (isList(value)) {
    if (value.length === 0) return '';
    const texts = value.map((item) => (isPlain(item) ? textOf(item) : null));
    if (texts.every((text) => text !== null && text !== '' && !text.includes(','))) return texts.join(', ');
  }
  return written(value);
}

const isPlain = (value: JsonValue) =>
  typeof value === 'string' || typeof value === 'boolean' || value instanceof JsonNumber;

/** As JSON again, numbers as they were. */
function written(value: JsonValue): string {
  if (value instanceof JsonNumber) return value.text;
  if (isObject(value)) {
    return `{${[...value].map(([name, held]) => `${JSON.stringify(name)}:${written(held)}`).join(',')}}`;
  }
  return isList(value) ? `[${value.map(written).join(',')}]` : JSON.stringify(value);
}
