import type { Mapping } from '../src/core/mapping';
import type { Reading } from '../src/core/reading';
import type { ColumnSurvey, TableSurvey } from '../src/ingest/survey';

export const DMY: Reading = { kind: 'date', order: 'dmy', time: false };
export const MDY: Reading = { kind: 'date', order: 'mdy', time: false };
export const money = (decimal: '.' | ',', currency: string | null = null): Reading => ({
  kind: 'money',
  decimal,
  group: '',
  currency,
});
export const number = (decimal: '.' | ','): Reading => ({
  kind: 'number',
  decimal,
  group: '',
  unit: 'plain',
});

export function column(index: number, header: string, more: Partial<ColumnSurvey> = {}): ColumnSurvey {
  return {
    index,
    header,
    rawHeader: header,
    reading: { kind: 'text' },
    alternatives: [],
    filled: 10,
    distinct: 10,
    examples: ['a'],
    misfits: [],
    misfitCount: 0,
    ...more,
  };
}

export function survey(columns: readonly ColumnSurvey[], more: Partial<TableSurvey> = {}): TableSurvey {
  return {
    index: 0,
    title: null,
    preamble: [],
    dateRange: null,
    account: null,
    property: null,
    headerRow: 1,
    firstRow: 2,
    lastRow: 11,
    columns,
    rows: 10,
    blankRows: 0,
    totals: [],
    sample: [],
    problems: [],
    ...more,
  };
}

export function mapping(
  table: Mapping['table'],
  columns: Mapping['columns'],
  currency: string | null = null,
): Mapping {
  return {
    table,
    tool: 'generic',
    recogniser: 'generic',
    columns,
    currency,
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: 'generic',
  };
}

export const field = (c: ColumnSurvey, name: string): Mapping['columns'][number] => ({
  source: c.index,
  header: c.header,
  target: { kind: 'field', field: name },
  reading: c.reading,
});
