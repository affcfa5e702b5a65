import { type Column, FLAG_UNKNOWN, NULL_CODE, type TextColumn } from '../src/core/column';
import { FIELDS, type Field, type TableKind } from '../src/core/fields';
import type { ColumnMapping, Mapping, Target } from '../src/core/mapping';
import type { Passport } from '../src/core/passport';
import type { Reading } from '../src/core/reading';
import { parseIso } from '../src/core/time/calendar';
import type { KeptColumn, KeptTable } from '../src/ingest/dataset/capture-table';

type Cell = string | number | boolean | null;

/**
 * A kept table out of plain rows: `header: field` mapped as `fields` says (`custom:row`, `custom:person` for own
 * columns). Money in minor units, times as ISO text.
 */
export function keptTableOf(
  table: TableKind,
  columns: Readonly<Record<string, readonly Cell[]>>,
  more: Partial<Mapping> & { readonly id?: string; readonly cellCurrency?: Record<string, Cell[]> } = {},
): KeptTable {
  const { id = 'capture', cellCurrency = {}, ...mapping } = more;
  const kept = Object.entries(columns).map(([key, cells], source): KeptColumn => {
    const [target, type] = targetOf(table, key, cells);
    const header = key.replace(/^custom(-person)?:/, '');
    const own = cellCurrency[key];
    return {
      mapping: { source, header, target, reading: readingOf(type) } satisfies ColumnMapping,
      column: columnOf(type, cells),
      cellCurrency: own === undefined ? null : textOf(own),
    };
  });
  const rows = Object.values(columns)[0]?.length ?? 0;
  return {
    id,
    mapping: {
      table,
      tool: 'generic',
      recogniser: 'test',
      columns: kept.map((c) => c.mapping),
      currency: 'PLN',
      cancels: { orderIdPrefix: null, statuses: [] },
      orderRows: 'order',
      idSpace: 'shop',
      ...mapping,
    },
    passport: passportOf(id, rows),
    rows,
    columns: kept,
    rowNumbers: Uint32Array.from({ length: rows }, (_, i) => i + 2),
  };
}

export function passportOf(captureId: string, rows: number): Passport {
  return {
    captureId,
    tool: 'generic',
    recogniser: 'test',
    source: { kind: 'file', name: `${captureId}.csv`, bytes: 1, encoding: 'utf-8' },
    title: null,
    account: null,
    property: null,
    dateRange: null,
    capturedAt: 0,
    timeZone: 'as-written',
    rowsSeen: rows,
    rowsKept: rows,
    rowsRefused: 0,
    rowsSetApart: 0,
    columnsLeftOut: [],
    notes: [],
    reconciliation: [],
    problems: [],
  };
}

function targetOf(table: TableKind, key: string, cells: readonly Cell[]): [Target, Column['type']] {
  const guess = cells.some((c) => typeof c === 'number') ? 'number' : 'text';
  if (key.startsWith('custom:')) return [{ kind: 'custom', of: 'row' }, guess];
  if (key.startsWith('custom-person:')) return [{ kind: 'custom', of: 'person' }, guess];
  if (table === 'reports')
    return guess === 'number'
      ? [{ kind: 'metric', id: key, unit: 'count' }, 'number']
      : [{ kind: 'dimension', id: key }, 'text'];
  const fields: Readonly<Record<string, Field>> = FIELDS[table];
  const field = fields[key];
  if (field === undefined) throw new Error(`no field ${key} in ${table}`);
  return [{ kind: 'field', field: key }, field.type];
}

function readingOf(type: Column['type']): Reading {
  switch (type) {
    case 'money':
      return { kind: 'money', decimal: '.', group: '', currency: null };
    case 'number':
      return { kind: 'number', decimal: '.', group: '', unit: 'plain' };
    case 'time':
      return { kind: 'date', order: 'ymd', time: true };
    default:
      return { kind: type };
  }
}

function columnOf(type: Column['type'], cells: readonly Cell[]): Column {
  switch (type) {
    case 'text':
      return textOf(cells);
    case 'flag':
      return { type, values: Uint8Array.from(cells, (c) => (c === null ? FLAG_UNKNOWN : c ? 1 : 0)) };
    case 'time':
      return { type, values: Float64Array.from(cells, (c) => parseIso(String(c)) ?? Number.NaN) };
    default:
      return { type, values: Float64Array.from(cells, (c) => (c === null ? Number.NaN : Number(c))) };
  }
}

function textOf(cells: readonly Cell[]): TextColumn {
  const dictionary = [...new Set(cells.filter((c) => c !== null).map(String))];
  const codes = Int32Array.from(cells, (c) => (c === null ? NULL_CODE : dictionary.indexOf(String(c))));
  return { type: 'text', codes, dictionary };
}
