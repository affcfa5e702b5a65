import { collectTable } from '../../src/app/page/collect-table';
import { pageSession } from '../../src/app/page/page-session';
import { readersScript } from '../../src/app/page/readers-script';
import { readersOf } from '../../src/sites/page-readers';

// Runs in a page like any other: our reading as the content script does it, and two plain ways beside it.

type Rows = readonly (readonly string[])[];

interface Read {
  readonly ms: number;
  /** The longest stretch the page could do nothing, to its nearest turn; null where it was not watched. */
  readonly longest: number | null;
  readonly rows: Rows;
}

const COLUMNS = 10;
let wide = false;

function make(rows: number): void {
  const table = document.createElement('table');
  const line = (parent: HTMLTableSectionElement, name: 'th' | 'td', texts: readonly string[]) => {
    const row = parent.insertRow();
    for (const text of texts) row.append(Object.assign(document.createElement(name), { textContent: text }));
  };
  line(
    table.createTHead(),
    'th',
    Array.from({ length: COLUMNS }, (_, i) => `Column ${String.fromCharCode(65 + i)}`),
  );
  const body = table.createTBody();
  for (let i = 0; i < rows; i++) {
    const numbers = Array.from({ length: COLUMNS - 2 }, (_, c) => `${(i * (c + 7)) % 9_973},50 zł`);
    line(body, 'td', [`customer ${i}`, `customer${i}@example.com`, ...numbers]);
  }
  const box = document.createElement('div');
  box.style.cssText = 'height:400px;overflow:auto';
  box.append(table);
  document.body.replaceChildren(box);
  document.body.offsetHeight;
}

/** As a live page leaves it: something was written since it was last laid out. */
function dirty(): void {
  wide = !wide;
  document.body.style.width = wide ? '1200px' : '1100px';
}

const WAYS = {
  async ours(): Promise<Rows> {
    const session = pageSession(window);
    const ref = (await session.describe()).tables[0]?.ref ?? '';
    const rows: (readonly string[])[] = [];
    await collectTable(
      session,
      {
        begin: async () => {},
        chunk: async (chunk) => {
          rows.push(...chunk.rows);
        },
        end: async () => {},
      },
      {
        captureId: 'bench',
        ref,
        columnsLeftOut: [],
        pageTitle: document.title,
        url: location.href,
        signal: new AbortController().signal,
        onProgress: () => {},
      },
    );
    return rows;
  },
  innerText: async (): Promise<Rows> => walk((cell) => cell.innerText),
  textContent: async (): Promise<Rows> => walk((cell) => cell.textContent ?? ''),
};

const walk = (text: (cell: HTMLTableCellElement) => string): Rows =>
  Array.from(document.querySelectorAll('tbody tr'), (row) =>
    Array.from((row as HTMLTableRowElement).cells, (cell) => text(cell).trim()),
  );

async function read(way: keyof typeof WAYS, watched: boolean): Promise<Read> {
  const watch = watched ? watchTurns() : null;
  dirty();
  const begun = performance.now();
  const rows = await WAYS[way]();
  const ms = performance.now() - begun;
  return { ms, rows, longest: watch === null ? null : await watch() };
}

/** Counts how long the page waits for its turn; answers the longest. */
function watchTurns(): () => Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let stop = false;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!stop) port2.postMessage(null);
  };
  port2.postMessage(null);
  return async () => {
    await new Promise((done) => setTimeout(done, 0));
    stop = true;
    return longest;
  };
}

readersScript.provide(globalThis, readersOf);
Object.assign(globalThis, { reading: { make, read } });
