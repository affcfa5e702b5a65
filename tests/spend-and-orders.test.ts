import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../src/compare/comparison';
import { importFiles, memoryEngine } from './memory-engine';
import { HELD_REQUEST } from './segment-members';

const fixture = (path: string) => {
  const bytes = readFileSync(resolve(import.meta.dirname, '../fixtures/exports', path));
  return new File([new Uint8Array(bytes)], basename(path));
};

const everyone = (comparison: Comparison, metric: string) => {
  const cell = comparison.everyone[comparison.metrics.findIndex((m) => m.id === metric)];
  return cell?.state === 'value' ? cell.value : null;
};

describe('what ads cost beside what was sold', () => {
  it('is listed with where it came from, and compared as a report is', async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(
      engine,
      fixture('google-ads/campaigns.csv'),
      fixture('meta-ads/campaigns.csv'),
      fixture('shopify/orders.csv'),
    );
    expect(report.captures.map((c) => [c.table, c.passport.tool, c.rows])).toEqual([
      ['spend', 'google-ads', 3],
      ['spend', 'meta-ads', 3],
      ['orders', 'shopify', 11],
    ]);
    // Title and range above the table, and three overlapping totals; Meta's nameless account row.
    expect(report.captures.map((c) => c.passport.rowsSetApart)).toEqual([5, 1, 0]);
    expect(report.rowsRefused).toBe(0);
    const [google, meta] = report.state.reports;
    expect(google).toMatchObject({ rows: 3, dateRange: { from: '2026-09-01', to: '2026-09-30' } });
    expect(google?.dimensions.map((d) => d.id)).toContain('campaign');
    expect(meta?.dimensions.map((d) => d.id)).toContain('campaign');

    const compared = await engine.compare({
      grain: 'aggregate',
      segmentIds: [],
      metricIds: [],
      asOf: null,
      measured: { kind: 'held' },
      baseSegmentId: null,
      currency: null,
      reportId: google?.id ?? null,
    });
    expect(compared.currency).toBe('PLN');
    expect(everyone(compared, 'cost')).toBeCloseTo(400_228, 6);
    expect(everyone(compared, 'clicks')).toBe(2015);
    expect(everyone(compared, 'click-through-rate')).toBeCloseTo(2015 / 41_317, 12);
    expect(everyone(compared, 'cost-per-click')).toBeCloseTo(400_228 / 2015, 6);
    const { segments } = await engine.segments({ asOf: null, currency: null });
    const campaigns = segments.filter(({ segment }) =>
      segment.id.startsWith(`report:${google?.id}:campaign:`),
    );
    expect(campaigns.map(({ segment }) => segment.name.en)).toContain('Tea - Search - Brand');
    expect(campaigns).toHaveLength(3);
  });

  it('gives ROAS by campaign where Shopify keeps the campaign only in its note attributes', async () => {
    const { engine } = memoryEngine();
    const order = (id: number, day: string, total: string, campaign: string) =>
      `#${id},p${id}@example.com,paid,${day},PLN,${total},${day},1,Tea,${total},"gift: no\nutm_campaign: ${campaign}"`;
    const lines = [
      'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Note Attributes',
      order(1, '2026-09-01', '1203.40', 'Tea - Search - Brand'),
      order(2, '2026-09-12', '2406.80', 'tea - search - brand'),
      order(3, '2026-09-20', '99.00', 'newsletter'),
      order(4, '2026-09-30', '1399.44', 'Total Wine lookalike'),
    ];
    await importFiles(
      engine,
      fixture('google-ads/campaigns.csv'),
      new File([`${lines.join('\n')}\n`], 'orders_export.csv'),
    );
    const money = await engine.moneyReturns({
      comparison: { ...HELD_REQUEST, currency: 'PLN' },
      by: 'campaign',
      matchOn: null,
    });
    const roas = (name: string) => {
      const row = money.rows.find((r) => r.name.en === name);
      return row?.roas.state === 'value' ? row.roas.value : null;
    };
    expect(money.matchOn).toBe('orders:custom:UTM campaign');
    expect(roas('Tea - Search - Brand')).toBeCloseTo((1203.4 + 2406.8) / 1203.4, 10);
    expect(roas('Total Wine lookalike')).toBeCloseTo(1399.44 / 2798.88, 10);
    expect(money.unattributed).toMatchObject({ ordersUnpaid: 1, revenueUnpaidMinor: 9900 });
  });
});
