import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces } from '../../../tests/in-pieces';
import { dropDraft } from '../layout/table-draft';
import { loadTable } from '../load-table';
import type { ByteSource, FileSurvey } from '../survey';
import { surveyFile } from '../survey-file';

const signal = new AbortController().signal;

async function read(source: ByteSource): Promise<unknown> {
  const file = await surveyFile(source, { signal });
  return { file, tables: await Promise.all(file.tables.map((table) => load(source, file, table))) };
}

function load(source: ByteSource, file: FileSurvey, table: FileSurvey['tables'][number]) {
  const columns = table.columns.map(({ index, header, reading }) => ({
    source: index,
    header,
    reading,
    need: 'none' as const,
  }));
  return loadTable(source, file, table, { columns }, { signal });
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '12.50',
    '1,5',
    '"a"',
    '"a,b"',
    '"x""y"',
    '"two\nlines"',
    '"open',
    'a"b',
    "'q'",
    ' padded ',
  ),
  fc.constantFrom(
    '2026-01-02',
    '03/04/2025',
    'Total',
    '# note',
    '--',
    'zł 5',
    'Łódź',
    '😀',
    '12,345.67',
    '\0',
    '€1.20',
  ),
  fc.string({ maxLength: 6 }),
);
const text = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 30 }),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([rows, delimiter, end, last]) => rows.map((r) => r.join(delimiter)).join(end) + (last ? end : ''));

describe('reading in pieces', () => {
  it('gives the same however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (content, cuts) => {
          const bytes = new TextEncoder().encode(content);
          expect(await read(inPieces(bytes, cuts))).toEqual(await read(inPieces(bytes, [bytes.length + 1])));
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it('gives the same where records outgrow every buffer', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => {
      if (i === 900) return `${i},"open ${'q'.repeat(300)},${i}.5`;
      if (i === 1900) return `${i},"${'long, '.repeat(40_000)}",${i}.5`;
      if (i === 2900) return `${i},"${'endless '.repeat(160_000)}",${i}.5`;
      if (i === 3900) return `${i},${'x'.repeat(1_300_000)},1`;
      if (i === 4900) return `${i},short`;
      return `${i},"name ${i % 77}, and more",${i}.5`;
    });
    const bytes = new TextEncoder().encode(`id,name,n\r\n${rows.join('\r\n')}\r\n`);
    const whole = await read(inPieces(bytes, [bytes.length]));
    for (const cuts of [[65_536], [4_099, 100_003], [262_144, 1, 2, 3]]) {
      expect(await read(inPieces(bytes, cuts))).toEqual(whole);
    }
    const { tables } = whole as { tables: { refused: { row: number; problem: { code: string } }[] }[] };
    expect(tables[0]?.refused.map(({ row, problem }) => [row, problem.code])).toEqual([
      [2902, 'row/too-long'],
      [3902, 'row/too-long'],
      [4902, 'row/too-few-cells'],
    ]);
  }, 60_000);

  it('cuts UTF-16 and Windows-1250 anywhere', async () => {
    const content = `imię;kwota\n${Array.from({ length: 50 }, (_, i) => `Łucja ${i} śź;${i},50`).join('\n')}\n`;
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(content, (c) => c.charCodeAt(0)).flatMap((u) => [u & 255, u >> 8]),
    ]);
    expect(await read(inPieces(wide, [1]))).toEqual(await read(inPieces(wide, [10_000])));
  });
});

describe('what the survey typed in passing', () => {
  const value = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n.toFixed(2)),
    fc.integer({ min: -5, max: 3_000_000 }).map(String),
    fc.constantFrom('', '--', 'oops', '1e5', '0.0', '00', '12.345', ' 7 ', '$3', '5%', '−4'),
  );

  it('is what a load from the source gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 40 }),
        async (odd, share) => {
          // Distinct enough to leave the dictionary behind.
          const rows = Array.from({ length: 1500 }, (_, i) => {
            const n =
              i % 50 < share ? (odd[i % odd.length] as string) : `${i}.${String(i % 90).padStart(2, '7')}`;
            const day = new Date(Date.UTC(2020, 0, 1) + i * 86_400_000).toISOString();
            return `k${i};${n};${day.slice(0, 19).replace('T', ' ')} -0400;${n};${i % 2 === 0 ? 'tak' : 'nie'}`;
          });
          const bytes = new TextEncoder().encode(`key;n;day;price;consent\n${rows.join('\n')}\nshort;row\n`);
          const source = inPieces(bytes, [10_000]);
          const file = await surveyFile(source, { signal });
          const table = file.tables[0] as FileSurvey['tables'][number];
          const drafted = await load(source, file, table);
          dropDraft(table);
          expect(drafted).toEqual(await load(source, file, table));
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it.each([
    ['Order ID', 100_000],
    ['Reference', 5_123_456_789],
  ])('keeps the digits of %s without reading the source again', async (header, first) => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${first + i * 7},${i}.50`);
    const bytes = new TextEncoder().encode(`${header},Total\n${rows.join('\n')}\n`);
    let read = 0;
    const plain = inPieces(bytes, [10_000]);
    const counted: ByteSource = {
      ...plain,
      stream: () =>
        plain.stream().pipeThrough(
          new TransformStream({
            transform(piece, controller) {
              read += piece.length;
              controller.enqueue(piece);
            },
          }),
        ),
    };
    const file = await surveyFile(counted, { signal });
    const table = file.tables[0] as FileSurvey['tables'][number];
    expect(table.columns[0]?.reading).toEqual({ kind: 'id' });
    read = 0;
    const drafted = await load(counted, file, table);
    expect(read).toBeLessThanOrEqual(20_000);
    dropDraft(table);
    expect(drafted).toEqual(await load(counted, file, table));
  });
});
