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

  it('tells how far the building and the storing are, and never goes back', async () => {
    const { engine } = memoryEngine();
    const { surveyId, proposals } = await surveyOnly(engine, orders('a.csv', 20_000));
    const told = new Map<string, number[]>();
    await engine.importTables(
      { tables: proposals.map(({ tableIndex, mapping }) => ({ surveyId, tableIndex, mapping })) },
      {
        onProgress: ({ stage, bytes, totalBytes }) => {
          if (totalBytes > 0) told.set(stage, [...(told.get(stage) ?? []), bytes / totalBytes]);
        },
      },
    );
    const [joining, writing] = [told.get('joining') ?? [], told.get('writing') ?? []];
    expect(joining[0]).toBe(0);
    expect(joining).toEqual(joining.toSorted((a, b) => a - b));
    expect(writing[0]).toBe(0);
    expect(writing).toEqual(writing.toSorted((a, b) => a - b));
    expect(writing.at(-1)).toBe(1);
    // Capture and dataset are two values at least.
    expect(writing.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(0);
  });

  it('makes what is made without a halt', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, orders('a.csv', 2000));
    expect(report.state).toMatchObject({ people: 97, orders: 2000 });
  });
});
