import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { root } from '../scripts/setup.mjs';

/**
 * How wholly five readers read files made to break readers, in one run: `node bench/corpora.mjs`. Writes
 * `docs/csv-corpora.md`. The corpora lie beside the project (`SEGMENT_LENS_SHARED`, else `../shared`).
 *
 * Each reader is given its best chance: text decoded by the byte order mark or as UTF-8, its own finding out of the
 * dialect where it has any, blank lines left out, cells compared without blanks around them.
 */
const shared = resolve(root, process.env.SEGMENT_LENS_SHARED ?? '../shared');
const corpora = join(shared, 'corpora');
if (!existsSync(corpora)) {
  console.error(`No corpora at ${corpora}: set SEGMENT_LENS_SHARED.`);
  process.exit(1);
}
const scratch = mkdtempSync(join(tmpdir(), 'segment-lens-corpora-'));
await build({
  configFile: false,
  root,
  logLevel: 'error',
  define: { __TARGET__: '"chrome"', __TEST__: 'false' },
  ssr: { noExternal: true },
  build: {
    ssr: resolve(root, 'bench/corpora/read-ours.ts'),
    outDir: scratch,
    rollupOptions: { output: { entryFileNames: 'ours.mjs' } },
  },
});
const NAMES = ['Segment Lens', 'PapaParse', 'd3-dsv', 'uDSV', 'DuckDB'];
const PATIENCE_MS = 3000;
/** What a reader gives that did not come back, or took its thread down. */
const LOST = { rows: [], reported: [], complains: false, lost: true };

/** A reader in a thread, started anew where a file was too much for it. */
function reader(name) {
  let worker = null;
  return {
    name,
    read(path) {
      worker ??= new Worker(new URL('./corpora/reader.worker.mjs', import.meta.url), {
        workerData: { reader: name, ours: pathToFileURL(join(scratch, 'ours.mjs')).href },
        resourceLimits: { maxOldGenerationSizeMb: 1024 },
        stdout: true,
        stderr: true,
      });
      const mine = worker;
      return new Promise((done) => {
        const finish = (answer) => {
          clearTimeout(timer);
          mine.off('message', finish).off('error', lose).off('exit', lose);
          done(answer);
        };
        const lose = () => {
          worker = null;
          finish(LOST);
          mine.on('error', () => {});
          void mine.terminate();
        };
        const timer = setTimeout(lose, PATIENCE_MS);
        mine.on('message', finish);
        mine.on('error', lose);
        mine.on('exit', lose);
        mine.postMessage(path);
      });
    },
    stop: () => worker?.terminate(),
  };
}

const attempt = (from, path) => from.read(path);

const trimmed = (rows) => JSON.stringify(rows.map((row) => row.map((cell) => (cell ?? '').trim())));
const list = (folder) => readdirSync(join(corpora, folder)).sort();

/** Pollock's own right answer: all quoted, doubled quotes, LF. */
function cleanRows(name) {
  const text = readFileSync(join(corpora, 'pollock/clean', name), 'utf8');
  return [...text.matchAll(/"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*(?:\r?\n|$)/g)].map((line) =>
    [...line[0].matchAll(/"((?:[^"]|"")*)"(?:,|\r?\n|$)/g)].map((m) => m[1].replaceAll('""', '"')),
  );
}

const pollock = list('pollock/csv');
const ragged = pollock.filter((name) => /^row_(?:more|less)_sep_row/.test(name));
const settled = pollock.filter((name) => !ragged.includes(name));

async function pollockWhole(reader) {
  const wrong = [];
  for (const name of settled) {
    const { rows } = await attempt(reader, join(corpora, 'pollock/csv', name));
    if (trimmed(rows) !== trimmed(cleanRows(name))) wrong.push(name);
  }
  return { right: settled.length - wrong.length, of: settled.length, wrong };
}

/** Every other row as it is, and that one row said to be faulty, and no other. */
async function pollockRagged(reader) {
  let rest = 0;
  let reported = 0;
  for (const name of ragged) {
    const at = Number(/_row(\d+)_/.exec(name)[1]);
    const read = await attempt(reader, join(corpora, 'pollock/csv', name));
    const width = cleanRows(name)[at === 0 ? 1 : 0].length;
    const want = cleanRows(name).filter((_, i) => i !== at && i !== 0);
    // Where a reader keeps the faulty row it is left out of the comparison.
    const body = read.rows.slice(1);
    const others = at === 0 || body.length === want.length ? body : body.filter((_, i) => i !== at - 1);
    if (trimmed(others.map((row) => row.slice(0, width))) === trimmed(want)) rest++;
    if (read.reported.length === 1 && read.reported[0] === at + 1) reported++;
  }
  return { rest, reported, of: ragged.length };
}

async function spectrum(reader) {
  let right = 0;
  const files = list('csv-spectrum/csvs');
  for (const name of files) {
    const json = JSON.parse(
      readFileSync(join(corpora, 'csv-spectrum/json', name.replace('.csv', '.json')), 'utf8'),
    );
    const want = [json].flat();
    const { rows } = await attempt(reader, join(corpora, 'csv-spectrum/csvs', name));
    const [header = [], ...body] = rows;
    const plain = (text) => (text ?? '').replaceAll('\r\n', '\n');
    const ok =
      body.length === want.length &&
      want.every((record, r) =>
        // The answer of one file has another phone number than the file.
        header.every(
          (h, c) =>
            (name === 'location_coordinates.csv' && c === 0) || plain(body[r][c]) === plain(record[h]),
        ),
      );
    if (ok) right++;
  }
  return { right, of: files.length };
}

async function testData(reader) {
  const files = list('csv-test-data/csv');
  const good = files.filter((f) => !f.startsWith('bad-'));
  const bad = files.filter((f) => f.startsWith('bad-'));
  let right = 0;
  for (const name of good) {
    const path = join(corpora, 'csv-test-data/csv', name);
    const json = JSON.parse(
      readFileSync(join(corpora, 'csv-test-data/json', name.replace('.csv', '.json')), 'utf8'),
    );
    const { rows } = await attempt(reader.records ?? reader, path);
    const arrays = json.every((row) => Array.isArray(row)) && json.length > 0;
    const [header = [], ...body] = rows;
    const found = arrays ? rows : body.map((row) => Object.fromEntries(header.map((h, c) => [h, row[c]])));
    if (JSON.stringify(found) === JSON.stringify(json)) right++;
  }
  let reported = 0;
  for (const name of bad) {
    const read = await attempt(reader, join(corpora, 'csv-test-data/csv', name));
    if (read.complains) reported++;
  }
  return { right, of: good.length, reported, bad: bad.length };
}

/** Fuzzers' finds: read or refused in good time, without taking the reader down. */
async function fuzz(reader) {
  const folder = join(corpora, 'duckdb/afl');
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((f) => statSync(join(folder, f)).isFile());
  let survived = 0;
  for (const name of files) {
    const { lost } = await attempt(reader, join(folder, name));
    if (!lost) survived++;
  }
  return { survived, of: files.length };
}

const rows = [];
for (const name of NAMES) {
  const from = reader(name);
  // What is a header or a remark in a file of three records is anybody's guess: there the records are compared.
  if (name === 'Segment Lens') from.records = reader('Segment Lens, records');
  rows.push({
    name,
    whole: await pollockWhole(from),
    ragged: await pollockRagged(from),
    spectrum: await spectrum(from),
    data: await testData(from),
    fuzz: await fuzz(from),
  });
  await from.stop();
  await from.records?.stop();
  console.log(JSON.stringify(rows.at(-1)));
}
rmSync(scratch, { recursive: true, force: true });

const version = (name, from = root) =>
  JSON.parse(readFileSync(join(from, 'node_modules', name, 'package.json'), 'utf8')).version;
const of = ({ right, of: all }) => `${right} / ${all}`;
const table = rows
  .map(
    (r) =>
      `| ${r.name} | ${of(r.whole)} | ${r.ragged.rest} / ${r.ragged.of} | ${r.ragged.reported} / ${r.ragged.of} | ${of(r.spectrum)} | ${of(r.data)} | ${r.data.reported} / ${r.data.bad} | ${r.fuzz.survived} / ${r.fuzz.of} |`,
  )
  .join('\n');
const ours = rows[0];
writeFileSync(
  join(root, 'docs/csv-corpora.md'),
  `# Files made to break CSV readers

Written by \`node bench/corpora.mjs\`, all readers in one run; the corpora are public and lie beside the project.

| reader | Pollock, wholly right | Pollock, one row ragged: every other row right | … and exactly that row reported | csv-spectrum | csv-test-data | … its broken files reported | DuckDB's fuzz finds survived |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table}

- **Readers.** PapaParse ${version('papaparse')} finding out the delimiter among eight, with the better of two quotes; d3-dsv ${version('d3-dsv', join(root, 'bench'))} with the delimiter PapaParse found, for it finds none itself; uDSV ${version('udsv', join(root, 'bench'))} with its inferred schema; DuckDB (@duckdb/node-api ${version('@duckdb/node-api')}) \`read_csv\` finding out everything, rejects stored. Text is decoded by its byte order mark or as UTF-8; blank lines are left out; cells of Pollock are compared without blanks around them, the others to the letter. A file is survived that is read or refused within three seconds and a gigabyte.
- **Pollock** (HPI, *Pollock: a data loading benchmark*): 130 of its files. 62 have one right reading; in the other 68 one row has a separator too many or too few, which nothing can settle: the row must be reported and not guessed at.
- **What we get wrong of the 62**: ${ours.whole.wrong.map((name) => `\`${name}\``).join(', ')}. A blank as separator where words are parted by blanks too, without quotes; the same header two and three times over, which we take for repeats and not for names such as \`DATE DATE\`; apostrophes as quotes around text with apostrophes in it.
- **csv-spectrum**: one answer of the corpus disagrees with its own file in one cell, which is left out. **csv-test-data**: records as they are parted, before anything is taken for a header.
`,
);
