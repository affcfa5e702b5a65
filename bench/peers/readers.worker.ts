import { autoType, csvParse } from 'd3-dsv';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { serve } from './serve';

/** Rows and the sum of `Total`, so that the results can be held against one another. */
interface Read {
  readonly ms: number;
  readonly rows: number;
  readonly total: number;
}

async function read(work: () => Promise<{ rows: number; totals: () => Iterable<number> }>): Promise<Read> {
  const begun = performance.now();
  const { rows, totals } = await work();
  const ms = performance.now() - begun;
  let total = 0;
  for (const value of totals()) total += value;
  return { ms, rows, total };
}

const papa = <T>(file: File, config: Papa.ParseLocalConfig<T, File>) =>
  new Promise<T[]>((done) => Papa.parse<T>(file, { ...config, complete: ({ data }) => done(data) }));

serve({
  /** The way people type a CSV with it. */
  papaTyped: ({ file }: { file: File }) =>
    read(async () => {
      const rows = await papa<Record<string, unknown>>(file, {
        header: true,
        dynamicTyping: true,
        skipEmptyLines: true,
      } as never);
      return { rows: rows.length, totals: () => rows.map((row) => row['Total'] as number) };
    }),
  /** Strings only. */
  papaRows: ({ file }: { file: File }) =>
    read(async () => {
      const rows = await papa<string[]>(file, { skipEmptyLines: true } as never);
      const at = (rows[0] as string[]).indexOf('Total');
      return { rows: rows.length - 1, totals: () => rows.slice(1).map((row) => Number(row[at])) };
    }),
  udsvTyped: ({ file }: { file: File }) =>
    read(async () => {
      const text = await file.text();
      const schema = inferSchema(text);
      const rows = initParser(schema).typedArrs(text) as unknown[][];
      const at = schema.cols.findIndex((c) => c.name === 'Total');
      return { rows: rows.length, totals: () => rows.map((row) => Number(row[at])) };
    }),
  d3Typed: ({ file }: { file: File }) =>
    read(async () => {
      const rows = csvParse(await file.text(), autoType) as unknown as Record<string, number>[];
      return { rows: rows.length, totals: () => rows.map((row) => row['Total'] as number) };
    }),
  /** The limit: every byte looked at once, lines counted, nothing made of them. */
  async scan({ file }: { file: File }) {
    const begun = performance.now();
    const bytes = new Uint8Array(await file.arrayBuffer());
    let lines = 0;
    for (let i = 0; i < bytes.length; i++) if (bytes[i] === 10) lines++;
    return { ms: performance.now() - begun, rows: lines - 1, total: null };
  },
});
