import type { TableKind } from '../../core/fields';
import type { ColumnMapping, Mapping } from '../../core/mapping';
import { PERSON_KEYS } from '../dataset/person-keys';
import type { LoadPlan } from '../loaded-table';
import type { TableSurvey } from '../survey';

type Need = LoadPlan['columns'][number]['need'];

/** Fields without which a row of the table says nothing. */
const FILLED: Readonly<Partial<Record<TableKind, readonly string[]>>> = {
  orders: ['time'],
  events: ['time'],
  spend: ['day'],
};

/** May be empty (a second line of an order), but what stands in them must be an amount. */
const READABLE: Readonly<Partial<Record<TableKind, readonly string[]>>> = {
  orders: ['total', 'lineTotal', 'unitPrice', 'quantity', 'refunded'],
  // An ad that was not shown may cost nothing said.
  spend: ['cost'],
};

/** Which columns to type and which rows to refuse, in the order of the mapping. */
export function loadPlan(mapping: Mapping, table: TableSurvey): LoadPlan {
  const held = new Set(table.columns.map((c) => c.index));
  const columns = mapping.columns.filter((c) => c.target.kind !== 'left-out' && held.has(c.source));
  return {
    columns: columns.map((c) => ({
      source: c.source,
      header: c.header,
      reading: c.reading,
      need: needOf(mapping.table, c, columns),
    })),
  };
}

function needOf(table: TableKind, { target }: ColumnMapping, all: readonly ColumnMapping[]): Need {
  if (target.kind !== 'field') return 'none';
  const alone = all.filter((c) => c.target.kind === 'field' && c.target.field === target.field).length === 1;
  if (FILLED[table]?.includes(target.field)) return alone ? 'filled' : 'readable';
  if (READABLE[table]?.includes(target.field)) return 'readable';
  // Orders and events of nobody are kept and counted; somebody on a list without any key can't be told from others.
  if (table === 'people' && isKey(target.field)) return all.filter(holdsKey).length === 1 ? 'filled' : 'none';
  return 'none';
}

function isKey(field: string): boolean {
  return (PERSON_KEYS as readonly string[]).includes(field);
}

function holdsKey({ target }: ColumnMapping): boolean {
  return target.kind === 'field' && isKey(target.field);
}
