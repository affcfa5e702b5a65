import { expect } from 'vitest';
import { loadTable } from '../src/ingest/load-table';
import type { ByteSource } from '../src/ingest/survey';
import { surveyFile } from '../src/ingest/survey-file';
import { signal, sourceOf } from './read-as-text';

export { signal };

/** A text or bytes as a file that streams in pieces. */
export const source = (content: string | Uint8Array, piece?: number): ByteSource =>
  sourceOf(typeof content === 'string' ? new TextEncoder().encode(content) : content, 'test.csv', piece);

export const survey = (content: string | Uint8Array, piece?: number) =>
  surveyFile(source(content, piece), { signal });

export async function only(content: string | Uint8Array) {
  const file = await survey(content);
  expect(file.tables).toHaveLength(1);
  return { file, table: file.tables[0] as (typeof file.tables)[number] };
}

export async function load(content: string | Uint8Array) {
  const { file, table } = await only(content);
  const columns = table.columns.map(({ index, header, reading }) => ({
    source: index,
    header,
    reading,
    need: 'none' as const,
  }));
  return { file, table, loaded: await loadTable(source(content), file, table, { columns }, { signal }) };
}

/** The reading of a column of these values, under a header. */
export async function reading(header: string, ...values: string[]) {
  const { table } = await only(`id;${header}\n${values.map((v, i) => `k${i}x;${v}`).join('\n')}\n`);
  return table.columns[1] as (typeof table.columns)[number];
}

export async function values(header: string, ...cells: string[]) {
  const { loaded } = await load(`id;${header}\n${cells.map((v, i) => `k${i}x;${v}`).join('\n')}\n`);
  const column = loaded.columns[1];
  if (column === undefined) throw new Error('no column');
  if (column.type === 'text') return [...column.codes].map((c) => (c < 0 ? null : column.dictionary[c]));
  return [...column.values].map((v) => (Number.isNaN(v) ? null : v));
}
