import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ColumnMapping, Mapping } from '../src/core/mapping';
import { openContainer } from '../src/ingest/containers/open-container';
import { captureTable, type KeptTable } from '../src/ingest/dataset/capture-table';
import { loadTable } from '../src/ingest/load-table';
import type { LoadedTable } from '../src/ingest/loaded-table';
import { loadPlan } from '../src/ingest/mapping/load-plan';
import type { ByteSource, FileSurvey, TableSurvey } from '../src/ingest/survey';
import { surveyFile } from '../src/ingest/survey-file';
import { partTables } from '../src/sites/part-tables';
import { proposeTables } from '../src/sites/propose-tables';
import type { ProposedTable } from '../src/sites/proposed-table';

export interface ProposedFile {
  readonly source: ByteSource;
  readonly survey: FileSurvey;
  readonly tables: readonly ProposedTable[];
}

export function sourceOf(name: string, bytes: Uint8Array | string): ByteSource {
  const blob = new Blob([bytes as BlobPart]);
  return { name, size: blob.size, stream: () => blob.stream() };
}

/** A file surveyed and mapped with nothing remembered, as a person's first import of it begins. */
export async function proposalsOf(
  name: string,
  bytes: Uint8Array | string,
  remembered: (signature: string) => Mapping | null = () => null,
  pageTool: string | null = null,
): Promise<ProposedFile> {
  const { signal } = new AbortController();
  const [part] = await openContainer(new File([bytes as BlobPart], name), { signal });
  if (part?.kind === 'unread') throw new Error(`${name} can't be opened`);
  const source = part?.source ?? sourceOf(name, bytes);
  const told = part?.told == null ? {} : { told: part.told };
  const survey = partTables(await surveyFile(source, { signal, ...told }), pageTool);
  return { source, survey, tables: proposeTables(survey, remembered, pageTool) };
}

/** A table off a page of a tool, as the inbox hands it on. */
export function proposalsOffPage(
  tool: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<ProposedFile> {
  const lines = [columns, ...rows].map((row) =>
    row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  return proposalsOf('page.csv', lines.join('\r\n'), () => null, tool);
}

/** A made-up export of `fixtures/exports/`. */
export async function proposalsOfFixture(path: string): Promise<ProposedFile> {
  const file = resolve(import.meta.dirname, '../fixtures/exports', path);
  return proposalsOf(basename(file), readFileSync(file));
}

/** `{ 'Customer ID': 'personId', Note: 'left-out', Sessions: 'sessions (count)', City: 'city', Vendor: 'custom' }`. */
export function targetsOf(mapping: Mapping): Record<string, string> {
  return Object.fromEntries(mapping.columns.map((c) => [c.header, targetOf(c)]));
}

function targetOf({ target }: ColumnMapping): string {
  switch (target.kind) {
    case 'field':
      return target.field;
    case 'metric':
      return `${target.id ?? '?'} (${target.unit})`;
    case 'dimension':
      return target.id ?? '?';
    default:
      return target.kind;
  }
}

/** One table typed as it was proposed. */
export async function loaded(
  file: ProposedFile,
  index = 0,
): Promise<{ readonly table: LoadedTable; readonly kept: KeptTable; readonly survey: TableSurvey }> {
  const survey = file.survey.tables[index];
  const proposal = file.tables[index];
  if (survey === undefined || proposal === undefined) throw new Error(`no table ${index}`);
  const plan = loadPlan(proposal.mapping, survey);
  const table = await loadTable(file.source, file.survey, survey, plan, {
    signal: new AbortController().signal,
  });
  const kept = captureTable(proposal.mapping, plan, table, {
    captureId: `capture-${index}`,
    tool: proposal.mapping.tool,
    recogniser: proposal.mapping.recogniser,
    source: {
      kind: 'file',
      name: file.source.name,
      bytes: file.survey.bytes,
      encoding: file.survey.encoding.name,
    },
    title: survey.title,
    account: survey.account,
    property: survey.property,
    dateRange: survey.dateRange,
    capturedAt: 0,
    timeZone: 'as-written',
    rowsSeen: table.rowsSeen,
    rowsKept: table.rowsKept,
    rowsRefused: table.refused.length,
    rowsSetApart: survey.totals.length,
    columnsLeftOut: [],
    notes: [],
    reconciliation: [],
    problems: [],
  });
  return { table, kept, survey };
}
