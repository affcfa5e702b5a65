import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';

/** One reader in a thread of its own: some never come back from a file, and then only this has to go. */
const bench = createRequire(new URL('../package.json', import.meta.url));
const { dsvFormat } = await import(pathToFileURL(bench.resolve('d3-dsv')).href);
const { inferSchema, initParser } = bench('udsv');
const { readOurs, recordsOurs } = await import(workerData.ours);
const DELIMITERS = [',', ';', '\t', '|', '~', '^', ' ', ':'];
const duck =
  workerData.reader === 'DuckDB' ? await (await DuckDBInstance.create(':memory:')).connect() : null;
// PapaParse says so on the console each time.
console.warn = () => {};

function textOf(bytes) {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** PapaParse finds a delimiter and no quote: of both quotes the one with fewer faults. */
function papa(text) {
  const parse = (quoteChar, header) =>
    Papa.parse(text, { header, quoteChar, delimitersToGuess: DELIMITERS, skipEmptyLines: 'greedy' });
  const [best] = ['"', "'"]
    .map((quote) => ({ quote, read: parse(quote, false) }))
    .sort((a, b) => a.read.errors.length - b.read.errors.length);
  const named = parse(best.quote, true);
  // With names it counts cells; rows are numbered behind the header there.
  const faulty = named.errors.filter((e) => e.row !== undefined).map((e) => e.row + 2);
  return {
    rows: best.read.data,
    reported: faulty,
    complains: named.errors.length + best.read.errors.length > 0,
    delimiter: best.read.meta.delimiter,
  };
}

/** d3-dsv finds nothing out: it is given the delimiter PapaParse found. */
function d3(text) {
  const rows = dsvFormat(papa(text).delimiter || ',').parseRows(text.replace(/^\ufeff/, ''));
  return {
    rows: rows.filter((row) => row.some((cell) => cell.trim() !== '')),
    reported: [],
    complains: false,
  };
}

function udsv(text) {
  const clean = text.replace(/^\ufeff/, '');
  const schema = inferSchema(clean);
  const header = schema.cols.map((c) => c.name);
  const rows = initParser(schema).stringArrs(clean);
  return {
    rows: [header, ...rows].filter((row) => row.some((cell) => (cell ?? '').trim() !== '')),
    reported: [],
    complains: false,
  };
}

async function duckdb(path) {
  const name = path.replaceAll("'", "''");
  const [sniffed] = (await duck.runAndReadAll(`SELECT HasHeader FROM sniff_csv('${name}')`)).getRows();
  const read = await duck.runAndReadAll(
    `SELECT * FROM read_csv('${name}', all_varchar = true, store_rejects = true, header = ${sniffed?.[0] === true})`,
  );
  const rejects = (await duck.runAndReadAll('SELECT line FROM reject_errors'))
    .getRows()
    .map(([line]) => Number(line));
  await duck.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  const rows = read.getRows().map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  const header = sniffed?.[0] === true ? [read.columnNames()] : [];
  return { rows: [...header, ...rows], reported: [...new Set(rejects)], complains: rejects.length > 0 };
}

const read = {
  'Segment Lens': (path) => readOurs(new Uint8Array(readFileSync(path))),
  'Segment Lens, records': (path) => ({
    rows: recordsOurs(new Uint8Array(readFileSync(path))),
    reported: [],
    complains: false,
  }),
  PapaParse: (path) => papa(textOf(readFileSync(path))),
  'd3-dsv': (path) => d3(textOf(readFileSync(path))),
  uDSV: (path) => udsv(textOf(readFileSync(path))),
  DuckDB: (path) => duckdb(path),
}[workerData.reader];

parentPort.on('message', async (path) => {
  try {
    const { rows, reported, complains } = await read(path);
    parentPort.postMessage({ rows, reported, complains });
  } catch {
    // It refused the file: as much as to say that something is wrong with it.
    parentPort.postMessage({ rows: [], reported: [], complains: true });
  }
});
