import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { inPieces } from '../../../tests/in-pieces';
import { dropDraft } from '../layout/table-draft';
import { loadTable } from '../load-table';
import type { ByteSource, FileSurvey, Progress } from '../survey';
import { surveyFile } from '../survey-file';
import { serveTypist } from './serve-typist';
import type { Hiring } from './shared-typing';
import { type Typist, typistOver } from './typist';

const signal = new AbortController().signal;
const encoder = new TextEncoder();
const ports: MessagePort[] = [];

/** A typist at the far end of a channel, in this thread: what crosses is cloned and handed over as between workers. */
async function hired(from = { bytes: 1, rows: 1 }) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const typist = typistOver(port1 as unknown as Parameters<typeof typistOver>[0]);
  serveTypist(port2 as unknown as Parameters<typeof serveTypist>[0]);
  port1.start();
  port2.start();
  while (!typist.isReady) await new Promise((resume) => setTimeout(resume, 0));
  let given = 0;
  const counted: Typist = {
    isReady: true,
    begin(dialect) {
      const job = typist.begin(dialect);
      return {
        get ms() {
          return job.ms;
        },
        take(columns, profiles) {
          given += columns.length;
          job.take(columns, profiles);
        },
        rows: (...sent) => job.rows(...sent),
        room: () => job.room(),
        back: (columns) => job.back(columns),
        drop: () => job.drop(),
      };
    },
  };
  const hiring: Hiring = { hire: () => counted, from };
  return { hiring, typist, given: () => given };
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The survey, what it typed in passing, and what is loaded where the source is read again. */
async function read(source: ByteSource, typist?: Hiring) {
  const file = await surveyFile(source, { signal, ...(typist === undefined ? {} : { typist }) });
  const tables = [];
  for (const table of file.tables) {
    const columns = table.columns.map(({ index, header, reading }) => ({
      source: index,
      header,
      reading,
      need: 'none' as const,
    }));
    const drafted = await loadTable(source, file, table, { columns }, { signal });
    dropDraft(table);
    tables.push(drafted);
  }
  return { file, tables };
}

const value = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n.toFixed(2)),
  fc.integer({ min: -5, max: 3_000_000 }).map(String),
  fc.constantFrom('', '--', 'oops', '1e5', '00', ' 7 ', '$3', '5%', '"a"', '"a;b"', '"x""y"', '"two\nlines"'),
  fc.constantFrom(
    '2026-01-02',
    '03/04/2025',
    'Łódź',
    'zł 5',
    '12 zł',
    '€1.20',
    'a"b',
    '"open',
    'Total',
    '\0',
  ),
  fc.string({ maxLength: 12 }),
);

/** More rows than have few values, most of them whole: columns are coded, numbers, moments and ids, then odd cells. */
const written = fc
  .tuple(
    fc.array(fc.array(value, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 25 }),
    fc.integer({ min: 3, max: 200 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([odd, every, end, last]) => {
    const rows = ['key;amount;day;name;city;count'];
    for (let i = 0; i < 1400; i++) {
      const day = new Date(Date.UTC(2020, 0, 1) + i * 7_200_000).toISOString();
      rows.push(
        i % every === every - 1
          ? (odd[i % odd.length] as string[]).join(';')
          : `k${(i * 7919) % 1300};${i}.${10 + (i % 80)};${day.slice(0, 19)}${i < 700 ? '+01:00' : '+02:00'};Łucja ${i % 1100} of the long name;${i % 9 === 0 ? '' : `"Kraków ${i % 4}"`};${i % 77}`,
      );
    }
    return rows.join(end) + (last ? end : '');
  });

const windows1250 = (text: string): Uint8Array =>
  Uint8Array.from(
    text,
    (c) => ({ Ł: 0xa3, ó: 0xf3, ź: 0x9f, ł: 0xb3, '€': 0x80 })[c] ?? c.charCodeAt(0) & 0x7f,
  );
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from(text, (c) => c.charCodeAt(0)).flatMap((u) => [u & 255, u >> 8]),
  ]);
const ENCODINGS: readonly ((text: string) => Uint8Array)[] = [
  (text) => encoder.encode(text),
  (text) => encoder.encode(`\ufeff${text}`),
  utf16,
  windows1250,
];

describe('a table typed in two workers', () => {
  it('is what one makes of it, however the source is cut and written', async () => {
    let given = 0;
    await fc.assert(
      fc.asyncProperty(
        written,
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 5 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 1500 }),
        async (text, cuts, how, rows) => {
          const bytes = (ENCODINGS[how] as (text: string) => Uint8Array)(text);
          const source = inPieces(bytes, [Math.max(...cuts, 500), ...cuts]);
          const second = await hired({ bytes: 1, rows });
          expect(await read(source, second.hiring)).toEqual(await read(source));
          given += second.given();
        },
      ),
      { numRuns: 25 },
    );
    expect(given).toBeGreaterThan(25);
  }, 120_000);

  it('is what one makes of it where tables follow each other', async () => {
    const table = (name: string) =>
      `# ${name}\nday,${name},city\n${Array.from({ length: 3000 }, (_, i) => `2026-01-${10 + (i % 20)},${i}.25,c${i % 1300}`).join('\n')}\n\n`;
    const bytes = encoder.encode(table('Revenue') + table('Sessions') + table('Users'));
    const source = inPieces(bytes, [4000]);
    const second = await hired();
    const shared = await read(source, second.hiring);
    expect(shared).toEqual(await read(source));
    expect(shared.file.tables).toHaveLength(3);
    expect(second.given()).toBeGreaterThan(2);
  });

  it('is read by one where a line between rows is judged by all columns', async () => {
    const row = (i: number) => `name ${i},city ${i},street ${i}`;
    const rows = Array.from({ length: 4000 }, (_, i) => row(i));
    const bytes = encoder.encode(`a,b,c\n${rows.join('\n')}\n\n${rows.join('\n')}\n`);
    const source = inPieces(bytes, [4000]);
    const second = await hired();
    expect(await read(source, second.hiring)).toEqual(await read(source));
    expect(second.given()).toBeGreaterThan(0);
  });

  it('is read by one where the other is lost', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `k${i},${i}.50,${i % 7}`);
    const source = inPieces(encoder.encode(`key,total,count\n${rows.join('\n')}\n`), [4000]);
    const second = await hired();
    const begin: Typist['begin'] = (dialect) => {
      setTimeout(() => second.typist.lost('gone'), 5);
      return second.typist.begin(dialect);
    };
    const hire = () => ({ isReady: true, begin });
    expect(await read(source, { hire, from: { bytes: 1, rows: 1 } })).toEqual(await read(source));
  });

  it('is let go of with an abort', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `k${i},${i}.50,${i % 7}`);
    const source = inPieces(encoder.encode(`key,total,count\n${rows.join('\n')}\n`), [4000]);
    const second = await hired();
    const abort = new AbortController();
    const seen: Progress[] = [];
    const surveyed = surveyFile(source, {
      signal: abort.signal,
      typist: second.hiring,
      onProgress: (progress) => {
        seen.push(progress);
        abort.abort();
      },
    });
    await expect(surveyed).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(1);
    // Whoever comes next has it to themselves.
    expect((await read(source, second.hiring)).file.tables[0]?.rows).toBe(20_000);
  });

  it('is not shared where it is small', async () => {
    const second = await hired({ bytes: 4 * 1024 * 1024, rows: 2000 });
    const file: FileSurvey = (await read(inPieces(encoder.encode('a,b\n1,2\n'), [100]), second.hiring)).file;
    expect(file.tables[0]?.rows).toBe(1);
    expect(second.given()).toBe(0);
  });
});
