import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem';
import { CellReader } from '../../src/ingest/bytes/cell-batch';
import { RecordScanner } from '../../src/ingest/bytes/record-scanner';
import { sniffDialect, usualWidth } from '../../src/ingest/bytes/sniff-dialect';
import { loadAsText, survey } from '../read-as-text';
import { hasShared, sharedBytes, sharedPath, sharedText } from '../shared-data';

const list = (folder: string) =>
  hasShared ? readdirSync(sharedPath(folder), { recursive: true, encoding: 'utf8' }).sort() : [];
const bytesOf = (path: string) => new Uint8Array(sharedBytes(path));

/** The corpus' own right answer: every cell quoted, doubled quotes, LF. */
function cleanRows(path: string): string[][] {
  const rows: string[][] = [];
  for (const line of sharedText(path).matchAll(/"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*(?:\r?\n|$)/g)) {
    rows.push(
      [...line[0].matchAll(/"((?:[^"]|"")*)"(?:,|\r?\n|$)/g)].map((m) =>
        (m[1] as string).replaceAll('""', '"'),
      ),
    );
  }
  return rows;
}

const trimmed = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((cell) => cell.trim()));

async function firstTable(path: string) {
  const bytes = bytesOf(path);
  const file = await survey(bytes);
  const table = file.tables[0];
  if (table === undefined) return { file, table: null, header: [], rows: [], refused: [] as number[] };
  const { rows, loaded } = await loadAsText(bytes, file, table);
  const header = table.headerRow === null ? [] : [table.columns.map((c) => c.rawHeader)];
  return { file, table, header, rows, refused: loaded.refused.map(({ row }) => row) };
}

describe.skipIf(!hasShared)('Pollock (needs shared data)', () => {
  const files = list('corpora/pollock/csv');
  const ragged = files.filter((f) => /^row_(?:more|less)_sep_row/.test(f));

  it('reads at least 58 of the 62 files that can be settled wholly right', async () => {
    const wrong: string[] = [];
    for (const name of files.filter((f) => !ragged.includes(f))) {
      const { header, rows } = await firstTable(`corpora/pollock/csv/${name}`);
      const got = JSON.stringify(trimmed([...header, ...rows]));
      if (got !== JSON.stringify(trimmed(cleanRows(`corpora/pollock/clean/${name}`)))) wrong.push(name);
    }
    // Words parted as cells are; headers repeated on purpose, which are no names; doubled quotes of another kind.
    expect(wrong).toEqual([
      'file_field_delimiter_0x20.csv',
      'file_header_multirow_2.csv',
      'file_header_multirow_3.csv',
      'file_quotation_char_0x27.csv',
    ]);
  }, 120_000);

  it.each(ragged)('%s: reports exactly the faulty row and reads every other', async (name) => {
    const faulty = Number(/_row(\d+)_/.exec(name)?.[1]) + 1;
    const { table, rows, refused } = await firstTable(`corpora/pollock/csv/${name}`);
    const reported = table?.problems.filter((p) => p.row !== undefined).map((p) => p.row);
    expect(new Set(reported)).toEqual(new Set([faulty]));
    expect(refused).toEqual(faulty === 1 ? [] : [faulty]);
    const right = cleanRows(`corpora/pollock/clean/${name}`).filter((_, i) => i > 0 && i !== faulty - 1);
    expect(trimmed(rows)).toEqual(trimmed(right));
  });
});

describe.skipIf(!hasShared)('csv-spectrum (needs shared data)', () => {
  it.each(list('corpora/csv-spectrum/csvs'))('reads %s', async (name) => {
    const { table, rows } = await firstTable(`corpora/csv-spectrum/csvs/${name}`);
    const json = JSON.parse(
      sharedText(`corpora/csv-spectrum/json/${name.replace('.csv', '.json')}`),
    ) as unknown;
    const wanted = [json].flat() as Record<string, string>[];
    for (const [r, want] of wanted.entries()) {
      for (const [c, column] of (table?.columns ?? []).entries()) {
        // The answer for this file has another phone number than the file, and this copy's CRLF are LF.
        if (name === 'location_coordinates.csv' && c === 0) continue;
        expect(rows[r]?.[c]).toBe(want[column.header]?.replaceAll('\r\n', '\n'));
      }
    }
    expect(rows).toHaveLength(wanted.length);
  });
});

describe.skipIf(!hasShared)('csv-test-data (needs shared data)', () => {
  const files = list('corpora/csv-test-data/csv');

  it.each(files.filter((f) => !f.startsWith('bad-')))('reads the records of %s', (name) => {
    const bytes = bytesOf(`corpora/csv-test-data/csv/${name}`);
    const dialect = sniffDialect(bytes, true);
    const batch = new RecordScanner(dialect, usualWidth(bytes, true, dialect)).push(bytes, true);
    const reader = new CellReader(dialect);
    const records = Array.from({ length: batch.count }, (_, r) => reader.record(batch, r));
    const json = JSON.parse(
      sharedText(`corpora/csv-test-data/json/${name.replace('.csv', '.json')}`),
    ) as unknown[];
    if (json.every((row) => Array.isArray(row)) && json.length > 0) expect(records).toEqual(json);
    else {
      const [head = [], ...rows] = records;
      expect(rows.map((row) => Object.fromEntries(head.map((name, c) => [name, row[c]])))).toEqual(json);
    }
  });

  it.each(files.filter((f) => f.startsWith('bad-')))('reports %s as faulty', async (name) => {
    const { file } = await firstTable(`corpora/csv-test-data/csv/${name}`);
    const problems: Problem[] = [...file.problems, ...file.tables.flatMap((t) => t.problems)];
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasShared)('DuckDB files (needs shared data)', () => {
  const files = ['afl', 'rejects', 'encodings', 'unescaped_quotes']
    .flatMap((folder) => list(`corpora/duckdb/${folder}`).map((f) => `corpora/duckdb/${folder}/${f}`))
    .filter((path) => statSync(sharedPath(path)).isFile());

  it('reads or refuses every one, rows adding up', async () => {
    for (const path of files) {
      const bytes = bytesOf(path);
      const file = await survey(bytes);
      for (const table of file.tables) {
        const { loaded } = await loadAsText(bytes, file, table);
        expect([path, loaded.rowsSeen]).toEqual([path, loaded.rowsKept + loaded.refused.length]);
        expect([path, loaded.rowsSeen]).toEqual([path, table.rows]);
      }
      if (file.tables.length === 0) expect(file.problems.length).toBeGreaterThan(0);
    }
    expect(files.length).toBeGreaterThan(30);
  }, 120_000);
});

describe.skipIf(!hasShared)('naughty strings (needs shared data)', () => {
  it('come through as cells and headers unchanged', async () => {
    const strings = (JSON.parse(sharedText('corpora/naughty-strings/blns.json')) as string[]).filter(
      (s) => s.trim() !== '' && !/[\r\0]/.test(s),
    );
    const quoted = (s: string) => `"${s.replaceAll('"', '""')}"`;
    const content = `n,text,more\n${strings.map((s, i) => `${i},${quoted(s)},x`).join('\n')}\n`;
    const bytes = new TextEncoder().encode(content);
    const file = await survey(bytes);
    expect(file.tables).toHaveLength(1);
    const table = file.tables[0] as (typeof file.tables)[number];
    const { rows } = await loadAsText(bytes, file, table);
    // Lone surrogates have no UTF-8.
    const sound = new TextDecoder();
    expect(rows.map((row) => row[1])).toEqual(
      strings
        .map((s) => sound.decode(new TextEncoder().encode(s)))
        .map((s) => ([...s].some((c) => c > ' ') ? s : '')),
    );
  });
});
