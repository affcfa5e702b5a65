import type { TableKind } from '../core/fields';
import type { ColumnMapping } from '../core/mapping';
import { headerWords } from '../ingest/mapping/header-words';
import { asCustom, asField, asLeftOut } from '../ingest/mapping/map-column';
import type { ColumnSurvey, TableSurvey } from '../ingest/survey';

/** What one tool calls its columns, in whatever languages: each a field, or seen and not kept. */
export interface NamedColumns {
  /** How many of a table's columns the tool is known to have. */
  known(table: TableSurvey): number;
  /** Whether one of the columns is this field. */
  has(table: TableSurvey, field: string): boolean;
  /** Every column to its field; those nobody knows are kept under their own headers. */
  map(kind: TableKind, table: TableSurvey): ColumnMapping[];
}

interface Meaning {
  /** Null: left out. */
  readonly field: string | null;
  /** Of several columns of one field the one named first here is taken. */
  readonly rank: number;
}

/** `fields`: names parted by ` | `, the likeliest first. `leftOut`: columns of no use to a comparison, or too personal. */
export function namedColumns(fields: Readonly<Record<string, string>>, leftOut = ''): NamedColumns {
  const meanings = new Map<string, Meaning>();
  for (const name of leftOut.split(' | ')) meanings.set(headerWords(name), { field: null, rank: 0 });
  for (const [field, names] of Object.entries(fields)) {
    for (const [rank, name] of names.split(' | ').entries()) meanings.set(headerWords(name), { field, rank });
  }
  meanings.delete('');
  const meaningOf = ({ rawHeader }: ColumnSurvey): Meaning | null =>
    meanings.get(headerWords(rawHeader)) ?? meanings.get(headerWords(withoutUnit(rawHeader))) ?? null;

  return {
    known: (table) => table.columns.filter((column) => meaningOf(column) !== null).length,
    has: (table, field) => table.columns.some((column) => meaningOf(column)?.field === field),
    map(kind, table) {
      const best = new Map<string, { readonly rank: number; readonly column: ColumnMapping }>();
      for (const column of table.columns) {
        const meaning = meaningOf(column);
        if (meaning === null || meaning.field === null) continue;
        const mapped = asField(kind, meaning.field, column) ?? asOptOut(meaning.field, kind, column);
        if (mapped === null) continue;
        // A column that holds nothing goes behind any that does.
        const rank = meaning.rank + (column.filled === 0 ? 1000 : 0);
        const before = best.get(meaning.field);
        if (before === undefined || rank < before.rank) best.set(meaning.field, { rank, column: mapped });
      }
      const chosen = new Map([...best.values()].map(({ column }) => [column.source, column]));
      return table.columns.map((column) =>
        meaningOf(column)?.field === null
          ? asLeftOut(column)
          : (chosen.get(column.index) ?? asCustom(column)),
      );
    },
  };
}

/** `emailOptOut`: a column of leaving, kept as what it says of the consent. */
function asOptOut(field: string, kind: TableKind, column: ColumnSurvey): ColumnMapping | null {
  if (field !== 'emailOptOut') return null;
  const consent = asField(kind, 'emailConsent', column);
  return consent && { ...consent, reading: { kind: 'consent', of: 'out' } };
}

/** `Amount spent (USD)`, `Created (UTC)` without what stands in brackets. */
function withoutUnit(header: string): string {
  return header.replace(/\s*[([][^()[\]]*[)\]]\s*$/, '');
}
