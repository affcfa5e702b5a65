import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../tests/csv-file';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { orderedAtLeast } from '../../../tests/ordered-at-least';
import type { ComparisonRequest } from '../../compare/comparison';
import { blockKeys } from '../../store/packed';

/** Customer c buys on 1 + c % 4 days. */
const orders = (customers: number) =>
  csvFile(
    `orders-${customers}.csv`,
    'Order ID,Email,Order date,Total,Currency',
    ...Array.from({ length: customers }, (_, c) =>
      Array.from(
        { length: 1 + (c % 4) },
        (_, k) => `o${c}-${k},c${c}@example.com,2025-0${1 + k}-1${c % 9},${10 + c},PLN`,
      ),
    ).flat(),
  );

async function kept() {
  const memory = memoryEngine();
  const { engine, store, blocks } = memory;
  await importFiles(engine, orders(40));
  const draft = { name: 'Again', description: '', rule: orderedAtLeast(2) };
  const { id } = await engine.saveSegment(draft);
  const compare: ComparisonRequest = {
    grain: 'person',
    segmentIds: [id],
    metricIds: [],
    asOf: null,
    measured: { kind: 'held' },
    baseSegmentId: null,
    currency: null,
    reportId: null,
  };
  const requests = { segments: { asOf: null, currency: null, ids: [id] }, compare };
  const said = {
    segments: await engine.segments(requests.segments),
    compare: await engine.compare(compare),
  };
  await engine.keepAnswers(requests);
  /** From now on, whatever reads the data fails. */
  const loseData = async () => {
    for (const key of blockKeys((await store.root()).dataset)) blocks.delete(key);
  };
  return { ...memory, id, draft, requests, said, loseData };
}

describe('answers kept for the page that opens next', () => {
  it('are the same, and need none of the data', async () => {
    const { another, requests, said, loseData } = await kept();
    await loseData();
    const next = another();
    expect(await next.segments(requests.segments)).toEqual(said.segments);
    expect(await next.compare(requests.compare)).toEqual(said.compare);
  });

  it('are of one question: any other is worked out', async () => {
    const { another, requests, loseData } = await kept();
    await loseData();
    const next = another();
    await expect(next.compare({ ...requests.compare, asOf: 0 })).rejects.toThrow();
    await expect(next.segments({ ...requests.segments, ids: [] })).rejects.toThrow();
    await expect(next.segments({ asOf: null, currency: null })).rejects.toThrow();
  });

  it('are not given by other code', async () => {
    const { another, requests, loseData } = await kept();
    await loseData();
    await expect(another('of later').compare(requests.compare)).rejects.toThrow();
  });

  it('are not given once a segment has another rule or name', async () => {
    const { engine, another, id, draft, requests } = await kept();
    await engine.saveSegment({ ...draft, id, name: 'Often' });
    expect((await another().compare(requests.compare)).segments[0]?.name.en).toBe('Often');
    await engine.saveSegment({ ...draft, id, rule: orderedAtLeast(3) });
    expect((await another().compare(requests.compare)).segments[0]?.size).toBe(20);
  });

  it('are worked out where their block is lost, and kept again', async () => {
    const { engine, store, another, blocks, requests, said } = await kept();
    for (const key of blockKeys((await store.root()).answers ?? null)) blocks.delete(key);
    expect(await another().compare(requests.compare)).toEqual(said.compare);
    await engine.keepAnswers(requests);
    expect(blockKeys((await store.root()).answers ?? null).every((key) => blocks.has(key))).toBe(true);
  });

  it('go with the data they were made of, and are kept again', async () => {
    const { engine, store, another, blocks, requests } = await kept();
    const before = blockKeys((await store.root()).answers ?? null);
    expect(before.length).toBeGreaterThan(0);
    await importFiles(engine, orders(60));
    expect((await store.root()).answers).toBeUndefined();
    expect(before.filter((key) => blocks.has(key))).toEqual([]);

    const said = await another().compare(requests.compare);
    expect(said.segments[0]?.population).toBe(60);
    await engine.keepAnswers(requests);
    expect((await store.root()).answers).toBeDefined();
    expect(await another().compare(requests.compare)).toEqual(said);
  });

  it('stay where they are when they were kept before, and beside what names people on pages', async () => {
    const { engine, store, requests } = await kept();
    const { answers } = await store.root();
    await engine.keepAnswers(requests);
    await engine.refreshBadges({ wanted: true, locale: 'pl' });
    const root = await store.root();
    expect(root.badges).toBeDefined();
    expect(root.answers).toEqual(answers);
  });
});
