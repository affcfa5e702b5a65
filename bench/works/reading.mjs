import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { alternate, beside, median } from './measure.mjs';
import { pageScript } from './page-script.mjs';

const ROWS = 5_000;
const SCRIPTS = [
  'content.js',
  'readers.js',
  'gather.js',
  'structure.js',
  'overlay.js',
  'export-catcher.js',
  'export-receiver.js',
];

/** One table of a page, read whole: ours, `innerText` of each cell, and the plain walk that is the limit. */
export async function reading({ browser, extensionDir, rounds }) {
  const page = await browser.context.newPage();
  try {
    await page.addScriptTag({ content: await pageScript('reading') });
    await page.evaluate((rows) => globalThis.reading.make(rows), ROWS);
    const read = (way, watched) =>
      page.evaluate(
        async ([name, look]) => {
          const { ms, longest, rows } = await globalThis.reading.read(name, look);
          return { ms, longest, rows: JSON.stringify(rows) };
        },
        [way, watched],
      );
    const check = ({ ours, ...others }) => {
      const rows = JSON.parse(ours.rows);
      if (rows.length !== ROWS || rows.some((row) => row.length !== 10)) throw new Error('rows are missing');
      for (const [name, other] of Object.entries(others))
        if (other.rows !== ours.rows) throw new Error(`${name} read something else`);
    };
    const sides = (watched) => ({
      ours: () => read('ours', watched),
      'innerText of each cell': () => read('innerText', watched),
      'limit: textContent of each cell': () => read('textContent', watched),
    });
    const times = await alternate(rounds, sides(false), check);
    const longest = {};
    await alternate(
      rounds,
      Object.fromEntries(
        Object.entries(sides(true)).map(([name, run]) => [
          name,
          async () => {
            const result = await run();
            longest[name] = [...(longest[name] ?? []), result.longest];
            return result;
          },
        ]),
      ),
      check,
      0,
    );
    return [
      {
        work: 'a table read off a page',
        size: `${ROWS / 1000}k rows, 10 columns, something written since the page was laid out`,
        ...beside(times, { ours: 'found, described and read whole, giving the page its turn' }),
        notes: [
          `longest stretch without a turn for the page: ${Object.entries(longest)
            .map(([name, ms]) => `${name} ${median(ms).toFixed(0)} ms`)
            .join(', ')}`,
          ...SCRIPTS.map((name) => `${name} ${weight(join(extensionDir, name))}`),
        ],
      },
    ];
  } finally {
    await page.close();
  }
}

function weight(file) {
  const bytes = readFileSync(file);
  return `${(bytes.length / 1000).toFixed(1)} kB, gzip ${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1)} kB`;
}
