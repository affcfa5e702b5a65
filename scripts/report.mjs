// npm run report -- FILE… [options]; docs/report.md says what they are.
//
// Imports the files into a fresh profile of the built extension, headless, applies the ready segments and writes
// what the workspace would export. Exit codes: 0 written; 1 it went wrong on our side; 2 the call is wrong;
// 3 the files can't be read or hold nothing to keep. Refused rows are no failure: they are counted and listed.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium, ensurePackages, root } from './setup.mjs';

const USAGE = `npm run report -- FILE… [--as-of YYYY-MM-DD] [--locale pl|en] [--segments id,id] [--out DIR]
  What the workspace would ask of the files; without an answer the usual reading is taken, and said:
  [--dates day-first|month-first|year-first] [--decimals comma|dot] [--amounts whole|minor|millionths]
  [--currency PLN|none] [--customers own|shared] [--time-zone Europe/Warsaw] [--answers FILE.json]`;
const callIsWrong = (message) => {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
};

/** Options that answer for all files, and what they are called in a file of answers. */
const ANSWERS = {
  amounts: 'amounts',
  dates: 'dates',
  decimals: 'decimals',
  currency: 'currency',
  customers: 'customers',
  'time-zone': 'timeZone',
};
const CALL_IS_WRONG = ['segment/not-found', 'report/answers-invalid'];

const { values, positionals } = readCall();
if (positionals.length === 0) callIsWrong('Which files? None was named.');
const from = process.env.INIT_CWD ?? process.cwd();
const paths = positionals.map((p) => resolve(from, p));
for (const path of paths) {
  if (!existsSync(path)) callIsWrong(`There is no file ${path}.`);
  if (!statSync(path).isFile()) callIsWrong(`${path} is not a file.`);
}
if (!['pl', 'en'].includes(values.locale)) callIsWrong(`--locale takes pl or en, not ${values.locale}.`);
const asOf = values['as-of'] === undefined ? null : endOfDay(values['as-of']);
const answers = readAnswers();
const out = resolve(from, values.out);

ensurePackages();
const chromium = await ensureChromium();
const { launch } = await import('./launch.mjs');
const { buildExtension } = await import('./build.mjs');
const { drawCharts } = await import('./report-charts.mjs');

const extensionDir = await buildExtension('chrome', { outDir: resolve(root, 'dist/chrome') });
const browser = await launch({
  chromium,
  extensionDir,
  headless: true,
  locale: values.locale,
  // Tall enough for every small chart to be on screen, for they are drawn when they are seen.
  viewport: { width: 1280, height: 3000 },
});
let exit = 1;
try {
  exit = await write();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
} finally {
  await browser.close();
}
process.exit(exit);

async function write() {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace/index.html`);
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'report-files';
    document.body.append(input);
  });
  await page.setInputFiles('#report-files', paths);
  const options = {
    asOf,
    locale: values.locale,
    segmentIds: values.segments?.split(',').map((s) => s.trim()) ?? null,
    answers,
  };
  const answer = await page.evaluateHandle(async (given) => {
    const { report } = await import('../assets/report.js');
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#report-files'));
    return report([...(input.files ?? [])], given);
  }, options);
  const error = await answer.evaluate((a) => ('error' in a ? { code: a.error, params: a.params } : null));
  if (error) {
    console.error(sentenceOf(error));
    return CALL_IS_WRONG.includes(error.code) ? 2 : error.code === 'internal' ? 1 : 3;
  }

  const { summary, problems, said, comparison, drawn, names } = await answer.evaluate((a) => ({
    summary: a.done.summary,
    problems: a.done.problems,
    comparison: a.done.comparison,
    said: a.done.said,
    drawn: a.done.drawn && { segmentIds: a.done.drawn.segmentIds, dimension: a.done.drawn.dimension },
    names: a.done.files.map((f) => f.name),
  }));
  put('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
  put('problems.csv', problemsCsv(problems));
  for (const [i, name] of names.entries()) {
    put(
      name,
      await answer.evaluate(
        (a, at) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(a.done.files[at].bytes),
        i,
      ),
    );
  }
  const charts =
    comparison && drawn ? await drawCharts(page, browser.origin, { ...comparison.request, ...drawn }) : [];
  for (const { name, png } of charts) put(`charts/${name}.png`, png);

  console.log(
    `${summary.rowsIn} rows in = ${summary.rowsKept} kept + ${summary.rowsRefused} refused; ` +
      `${summary.people} people, ${summary.orders} orders, ${summary.segments.length} segments` +
      `${summary.asOf ? `, as of ${summary.asOf}` : ''}.${said.map((line) => `\n- ${line}`).join('')}\nWritten to ${out}`,
  );
  return 0;
}

function put(name, content) {
  const path = resolve(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function problemsCsv(problems) {
  const cell = (value) => {
    const text = value === undefined || value === null ? '' : String(value);
    // A problem's value is somebody's data: never a formula, in whatever opens this file.
    const safe = /^[\s]*[=+\-@＝＋－＠\t\r\n\0]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = problems.map((p) =>
    [p.source, p.table, p.code, p.row, p.column, p.value, p.sentence].map(cell).join(','),
  );
  return `${['source,table,code,row,column,value,sentence', ...rows].join('\r\n')}\r\n`;
}

function sentenceOf({ code, params }) {
  const polish = values.locale === 'pl';
  switch (code) {
    case 'import/nothing-to-keep':
      return `${polish ? 'Z tych plików nie da się nic zachować.' : 'Nothing in these files could be kept.'} ${params.found ?? ''}`;
    case 'segment/not-found':
      return polish
        ? `Nie ma segmentu „${params.id}”. Są: ${params.known ?? ''}`
        : `There is no segment “${params.id}”. There are: ${params.known ?? ''}`;
    case 'report/answers-invalid':
      return polish
        ? `Odpowiedź ${params.at}: ${params.value} nie jest żadną z możliwych (${params.takes}).`
        : `The answer ${params.at}: ${params.value} is none that can be given (${params.takes}).`;
    default:
      return `${polish ? 'Nie udało się' : 'It went wrong'} (${code}). ${JSON.stringify(params)}`;
  }
}

function endOfDay(text) {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(at) ||
    new Date(at).toISOString().slice(0, 10) !== text
  ) {
    callIsWrong(`--as-of takes a day as YYYY-MM-DD, not ${text}.`);
  }
  return at + 86_400_000 - 1;
}

/** The file of answers, under what the options say. What is no answer is told by whoever asks. */
function readAnswers() {
  const told = {};
  for (const [option, name] of Object.entries(ANSWERS)) {
    if (values[option] !== undefined) told[name] = values[option];
  }
  if (values.answers === undefined) return told;
  const path = resolve(from, values.answers);
  if (!existsSync(path)) callIsWrong(`There is no file ${path}.`);
  try {
    return { ...JSON.parse(readFileSync(path, 'utf8')), ...told };
  } catch {
    return callIsWrong(`${path} is not JSON.`);
  }
}

function readCall() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        locale: { type: 'string', default: 'en' },
        segments: { type: 'string' },
        out: { type: 'string', default: 'out' },
        answers: { type: 'string' },
        ...Object.fromEntries(Object.keys(ANSWERS).map((name) => [name, { type: 'string' }])),
      },
    });
  } catch (error) {
    return callIsWrong(error instanceof Error ? error.message : String(error));
  }
}
