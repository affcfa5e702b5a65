import type { EngineClient } from '../src/protocol/engine-api';
import { type Extension, expect, test } from './extension';

declare global {
  var segmentLensEngine: EngineClient;
}

const ROWS = 90_000;
const isTorn = (i: number) => i % 9_000 === 8_999;

/** Some 7 MB: quotes, names over two lines, cents, moments with an offset, and rows that end too soon. */
function written(): string {
  const lines = ['Order ID,Email,Order date,Total,Currency,Customer name'];
  for (let i = 0; i < ROWS; i++) {
    const day = String((i % 28) + 1).padStart(2, '0');
    const name = i % 500 === 7 ? `"Łucja\nz ""Kątów"" ${i % 90}"` : `"Nowak, Ewa ${i % 1500}"`;
    const order = `${100_000 + i},buyer.${(i * 7919) % 20_011}@example.com,2026-03-${day} 10:15:00 +0100,${(i % 700) + 1}.25`;
    lines.push(isTorn(i) ? order : `${order},PLN,${name}`);
  }
  return `${lines.join('\n')}\n`;
}

test.setTimeout(120_000);

test('a large file is read by two workers, and comes out whole', async ({ extension }) => {
  const page = await (extension as Extension).open('workspace/index.html#/data');
  await page.evaluate(() => globalThis.segmentLensEngine.deleteEverything(undefined));
  const read = await page.evaluate(async (text) => {
    const engine = globalThis.segmentLensEngine;
    const file = new File([text], 'large.csv', { type: 'text/csv' });
    const [first] = await engine.survey({ file });
    const proposal = first?.proposals[0];
    if (first === undefined || proposal === undefined) throw new Error('nothing proposed');
    const tables = [{ surveyId: first.surveyId, tableIndex: 0, mapping: proposal.mapping }];
    const kept = await engine.importTables({ tables });
    const [again] = await engine.survey({ file });
    const columns = ({ survey }: typeof first) =>
      survey.tables[0]?.columns.map((c) => [c.header, c.reading.kind, c.filled, c.misfitCount]);
    return {
      columns: columns(first),
      same: JSON.stringify(again?.survey) === JSON.stringify(first.survey),
      problems: first.survey.tables[0]?.problems.map(({ code, row }) => [code, row]),
      kept: kept.rowsKept,
      refused: kept.rowsRefused,
      people: kept.state.people,
      orders: kept.state.orders,
    };
  }, written());

  const torn = Array.from({ length: ROWS }, (_, i) => i).filter(isTorn);
  const whole = ROWS - torn.length;
  expect(read.columns).toEqual([
    ['Order ID', 'id', whole, 0],
    ['Email', 'text', whole, 0],
    ['Order date', 'date', whole, 0],
    ['Total', 'money', whole, 0],
    ['Currency', 'text', whole, 0],
    ['Customer name', 'text', whole, 0],
  ]);
  expect(read.same).toBe(true);
  expect(read.problems).toEqual(torn.map((i) => ['row/too-few-cells', i + 2]));
  const buyers = new Set<number>();
  for (let i = 0; i < ROWS; i++) if (!isTorn(i)) buyers.add((i * 7919) % 20_011);
  expect(read).toMatchObject({ kept: whole, refused: torn.length, orders: whole, people: buyers.size });

  const names = page.workers().map((worker) => worker.url().replace(/^.*\/|-.*$/g, ''));
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  expect(names.sort()).toEqual(cores < 2 ? ['engine.worker'] : ['engine.worker', 'typist.worker']);
});

test('an abort ends both halves of the work, and the next file is read', async ({ extension }) => {
  const page = await (extension as Extension).open('workspace/index.html#/data');
  const outcome = await page.evaluate(async (text) => {
    const engine = globalThis.segmentLensEngine;
    const file = new File([text, text.slice(text.indexOf('\n') + 1)], 'large.csv', { type: 'text/csv' });
    const abort = new AbortController();
    const stopped = await engine
      .survey({ file }, { signal: abort.signal, onProgress: ({ bytes }) => bytes > 1e6 && abort.abort() })
      .then(
        () => 'ended',
        (error: unknown) => (error as Error).name,
      );
    const [next] = await engine.survey({ file });
    return { stopped, rows: next?.survey.tables[0]?.rows };
  }, written());
  expect(outcome).toEqual({ stopped: 'AbortError', rows: 2 * ROWS });
});
