import type { TableKind } from '../../core/fields';
import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { Reading } from '../../core/reading';
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

/** Which columns to type and which rows to refuse: in the order of the mapping, then what reshaping rows wants. */
export function loadPlan(mapping: Mapping, table: TableSurvey): LoadPlan {
  const held = new Set(table.columns.map((c) => c.index));
  const columns = mapping.columns.filter((c) => c.target.kind !== 'left-out' && held.has(c.source));
  const { fillDown = [], only, span } = mapping.reshape ?? {};
  const apart = (source: number, reading: Reading) => ({
    source,
    header: table.columns.find((c) => c.index === source)?.header ?? '',
    reading,
    need: 'none' as const,
    role: 'apart' as const,
  });
  const text = { kind: 'text' } as const;
  const dateOf = (source: number) =>
    table.columns.find((c) => c.index === source && c.reading.kind === 'date')?.reading;
  return {
    columns: [
      ...columns.map((c) => ({
        source: c.source,
        header: c.header,
        reading: c.reading,
        // What is empty here may be filled from above.
        need: fillDown.includes(c.source) ? ('none' as const) : needOf(mapping.table, c, columns),
      })),
      // Whoever leaves a column out leaves it out wholly.
      ...keptAgain(mapping)
        .filter((c) => held.has(c.source))
        .map(({ source, header, reading }) => ({
          source,
          header,
          reading,
          need: 'none' as const,
          role: 'again' as const,
        })),
      ...(only === undefined || !held.has(only.source) ? [] : [apart(only.source, text)]),
      ...(span === undefined ? [] : [span.from, span.to]).flatMap((source) => {
        const reading = dateOf(source);
        return reading === undefined ? [] : [apart(source, reading)];
      }),
    ],
  };
}

/** `Reshape.again` of the columns that are kept at all, as `loadPlan` and `captureTable` both go by. */
export function keptAgain(mapping: Mapping): readonly ColumnMapping[] {
  const kept = new Set(mapping.columns.filter((c) => c.target.kind !== 'left-out').map((c) => c.source));
  return (mapping.reshape?.again ?? []).filter((c) => kept.has(c.source));
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
