import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine, surveyOnly } from '../../tests/memory-engine';

const orders = (name: string, rows: number) =>
  new File(
    [
      'Order ID,Email,Created at,Total\n',
      ...Array.from(
        { length: rows },
        (_, i) => `${i + 1},p${i % 97}@example.com,2025-01-${(i % 28) + 1},${i}.50\n`,
      ),
    ],
    name,
  );

describe('building in steps', () => {
  it('stops where an abort came while it built, and keeps nothing', async () => {
    const { engine, store } = memoryEngine();
    const { surveyId, proposals } = await surveyOnly(engine, orders('a.csv', 2000));
    const abort = new AbortController();
    const tables = proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping }));
    const importing = engine.importTables(
      { tables },
      {
        signal: abort.signal,
        onProgress: ({ stage }) => {
          // As a message from the page comes: only once the worker lets one in.
          if (stage === 'joining') setTimeout(() => abort.abort(), 0);
        },
      },
    );
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    expect((await store.root()).captures).toHaveLength(0);
  });

  it('makes what is made without a halt', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, orders('a.csv', 2000));
    expect(report.state).toMatchObject({ people: 97, orders: 2000 });
  });
});
