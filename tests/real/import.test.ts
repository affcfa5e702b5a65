import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/comparison';
import type { ImportReport } from '../../src/protocol/engine-api';
import { importFiles, type MemoryEngine, memoryEngine } from '../memory-engine';
import { HELD_REQUEST } from '../segment-members';
import { hasShared, sharedBytes } from '../shared-data';

const file = (path: string) =>
  new File(
    [sharedBytes(path) as Uint8Array<ArrayBuffer>],
    path.split('/').at(-1)?.replace(/\.gz$/, '') ?? '',
  );

async function imported(path: string): Promise<MemoryEngine & { readonly report: ImportReport }> {
  const memory = memoryEngine();
  const { report } = await importFiles(memory.engine, file(path));
  return { ...memory, report };
}

function everyone(comparison: Comparison, metric: string): number | null {
  const cell = comparison.everyone[comparison.metrics.findIndex((m) => m.id === metric)];
  return cell?.state === 'value' ? cell.value : null;
}

const compareAll = (memory: MemoryEngine) => memory.engine.compare(HELD_REQUEST);

describe.skipIf(!hasShared)('imports of real files (needs shared data)', () => {
  it('keeps Online Retail whole: invoices, customers, rows of nobody, and every penny', async () => {
    const memory = await imported('data/online_retail/online_retail.csv.gz');
    const { report } = memory;
    expect(report.rowsSeen).toBe(541_909);
    expect(report.rowsKept + report.rowsRefused).toBe(541_909);
    expect(report.rowsRefused).toBe(0);
    expect(report.state.orders).toBe(25_900);
    expect(report.state.people).toBe(4_372);
    const passport = report.captures[0]?.passport;
    expect(passport?.notes).toContainEqual({ code: 'unattributed-rows', params: { rows: 135_080 } });
    expect(passport?.notes).toContainEqual({
      code: 'lines-grouped-into-orders',
      params: { rows: 541_909, orders: 25_900 },
    });
    const comparison = await compareAll(memory);
    const revenue = (everyone(comparison, 'revenue') ?? 0) + comparison.unattributed.revenueMinor;
    expect(revenue / 100).toBeCloseTo(9_747_747.93, 2);
  }, 120_000);

  it('keeps Superstore whole, out of decimal commas and dd/mm/yyyy', async () => {
    const memory = await imported('data/superstore/superstore_eu.csv');
    expect(memory.report.rowsKept).toBe(9_994);
    expect(memory.report.state).toMatchObject({ orders: 5_009, people: 793, ordersUnattributed: 0 });
    const comparison = await compareAll(memory);
    expect((everyone(comparison, 'revenue') ?? 0) / 100).toBeCloseTo(2_297_200.86, 2);
  });

  it('counts each row of CDNOW as an order', async () => {
    const { report } = await imported('data/cdnow/CDNOW_master.txt.gz');
    expect(report.rowsKept + report.rowsRefused).toBe(69_659);
    expect(report.state).toMatchObject({ orders: 69_659, people: 23_570, ordersUnattributed: 0 });
    expect(report.captures[0]?.passport.notes.map((n) => n.code)).toContain('rows-are-orders');
  });

  it('gives the same from blocks read back as from what was just built', async () => {
    const memory = await imported('data/superstore/superstore_eu.csv');
    const fresh = { ...memory, engine: memory.another() };
    const without = (c: Comparison) => ({ ...c, computedAt: 0 });
    expect(without(await compareAll(fresh))).toEqual(without(await compareAll(memory)));
  });

  it('does not double when the same file comes again', async () => {
    const { engine, report } = await imported('data/superstore/superstore_eu.csv');
    const again = await importFiles(engine, file('data/superstore/superstore_eu.csv'));
    expect(again.surveyed[0]?.proposals[0]?.duplicateOf).toBe(report.captures[0]?.id);
    expect(again.report.state).toMatchObject({ orders: 5_009, people: 793 });
  });
});
