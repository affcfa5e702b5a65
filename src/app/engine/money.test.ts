import { describe, expect, it } from 'vitest';
import {
  campaignOrdersCsv,
  campaignSpendCsv,
  type Sold,
  sold,
  soldIn,
  soldUnder,
} from '../../../tests/campaign-shop';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { HELD_REQUEST } from '../../../tests/segment-members';
import type { MoneyRow } from '../../compare/money/money';
import type { EngineClient } from '../../protocol/engine-api';

const file = (name: string, text: string) => new File([text], name);
const september = soldIn('2026-09');
const of = soldUnder;
const revenue = (orders: readonly Sold[]) => orders.reduce((sum, o) => sum + 100 * o.total, 0);

async function filled(): Promise<EngineClient> {
  const { engine } = memoryEngine();
  await importFiles(engine, file('orders.csv', campaignOrdersCsv), file('campaigns.csv', campaignSpendCsv));
  return engine;
}
const request = { comparison: HELD_REQUEST, by: 'campaign', matchOn: null } as const;
const valueIn = (of: MoneyRow['roas'] | undefined) => (of?.state === 'value' ? of.value : of?.reason);

describe('spend beside orders, counted plainly', async () => {
  const engine = await filled();
  const returns = await engine.moneyReturns(request);
  const row = (name: string) => returns.rows.find((r) => r.name.en === name);

  it('compares the days both cover, and names the field that carries the campaigns', () => {
    expect(returns.currency).toBe('PLN');
    expect(returns.period).toEqual({ from: Date.UTC(2026, 8, 1), to: Date.UTC(2026, 8, 29) - 1 });
    expect(returns.matchOn).toMatch(/campaign/i);
  });

  it('divides revenue by what was spent in those days, whatever the case of names', () => {
    // The report covers 30 days, of which orders are held for 28.
    for (const [name, cost] of [
      ['Tea - Brand', 1200],
      ['Coffee - PMax', 3000],
    ] as const) {
      const spent = (100 * cost * 28) / 30;
      expect(row(name)?.costMinor).toBeCloseTo(spent, 6);
      expect(row(name)?.revenueMinor).toBe(revenue(of(name)));
      expect(row(name)?.orders).toBe(of(name).length);
      expect(valueIn(row(name)?.roas)).toBeCloseTo(revenue(of(name)) / spent, 10);
    }
    expect(row('Tea - Brand')?.platformRoas).toBeCloseTo(5410.2 / 1200, 10);
  });

  it('takes a first order for one only where the data reaches far enough back', () => {
    const before = new Set(sold.filter(({ day }) => day < '2026-09-01').map(({ email }) => email));
    const firsts = new Map<string, Sold>();
    for (const order of [...september].sort((a, b) => a.day.localeCompare(b.day) || a.id - b.id))
      if (!before.has(order.email) && !firsts.has(order.email)) firsts.set(order.email, order);
    const all = [...firsts.values()];
    expect(returns.total.newCustomers).toBe(all.length);
    expect(valueIn(returns.total.cac)).toBeCloseTo((450_000 * 28) / 30 / all.length, 6);
  });

  it('says what nothing can be put beside', () => {
    const unpaid = of('Newsletter');
    const unnamed = of('');
    expect(returns.unattributed).toMatchObject({
      spendNames: 1,
      ordersUnnamed: unnamed.length,
      revenueUnnamedMinor: revenue(unnamed),
      ordersUnpaid: unpaid.length,
      revenueUnpaidMinor: revenue(unpaid),
      otherCurrencies: [],
    });
    expect(returns.unattributed.spendMinor).toBeCloseTo((30_000 * 28) / 30, 6);
    expect(row('Gifts')?.roas).toEqual({ state: 'none', reason: 'no-orders-named' });
    expect(row('Newsletter')?.roas).toEqual({ state: 'none', reason: 'no-cost' });
    const named = returns.rows.reduce((sum, r) => sum + r.revenueMinor, 0);
    expect(named + returns.unattributed.revenueUnnamedMinor).toBe(returns.total.revenueMinor);
  });

  it('gives an interval by drawing customers again, the same each time', async () => {
    const tea = row('Tea - Brand')?.roas;
    if (tea?.state !== 'value' || tea.interval?.hi == null) throw new Error('no interval');
    expect(tea.interval.lo).toBeLessThan(tea.value);
    expect(tea.interval.hi).toBeGreaterThan(tea.value);
    const byCustomer = new Map<string, number>();
    for (const o of of('Tea - Brand'))
      byCustomer.set(o.email, (byCustomer.get(o.email) ?? 0) + 100 * o.total);
    const error =
      Math.sqrt([...byCustomer.values()].reduce((sum, x) => sum + x * x, 0)) / ((120_000 * 28) / 30);
    expect((tea.interval.hi - tea.interval.lo) / (2 * 1.96 * error)).toBeGreaterThan(0.85);
    expect((tea.interval.hi - tea.interval.lo) / (2 * 1.96 * error)).toBeLessThan(1.15);
    const again = await (await filled()).moneyReturns(request);
    expect(again.rows.find((r) => r.name.en === 'Tea - Brand')?.roas).toEqual(tea);
  });

  it('shows ROI once a margin is given, and not before', async () => {
    const own = await filled();
    expect(valueIn((await own.moneyReturns(request)).total.roi)).toBe('no-margin');
    await own.saveMargin({ margin: { share: 0.4, byCategory: [] } });
    const { total } = await own.moneyReturns(request);
    const spent = (450_000 * 28) / 30;
    expect(valueIn(total.roi)).toBeCloseTo((0.4 * revenue(september) - spent) / spent, 10);
    await expect(own.saveMargin({ margin: { share: 40, byCategory: [] } })).rejects.toThrow(
      'money/not-spend',
    );
  });
});

describe('spend typed in', () => {
  it('is kept, counted by its days, changed and taken away', async () => {
    const engine = await filled();
    const entry = await engine.saveSpendEntry({
      on: { kind: 'campaign', name: ' newsletter ' },
      costMinor: 20_000,
      currency: 'PLN',
      from: '2026-09-01',
      to: '2026-09-10',
    });
    const cost = async () =>
      (await engine.moneyReturns(request)).rows.find((r) => r.key === 'newsletter')?.costMinor;
    expect(await cost()).toBe(20_000);
    await engine.saveSpendEntry({ ...entry, costMinor: 40_000, from: '2026-08-22', to: '2026-09-10' });
    expect(await engine.spendEntries(undefined)).toHaveLength(1);
    expect(await cost()).toBe(40_000);
    await engine.dropSpendEntry({ id: entry.id });
    expect(await cost()).toBeNull();
  });

  it('in another currency is set apart, and not added', async () => {
    const engine = await filled();
    await engine.saveSpendEntry({
      on: { kind: 'campaign', name: 'Newsletter' },
      costMinor: 9900,
      currency: 'EUR',
      from: '2026-09-01',
      to: '2026-09-10',
    });
    const { rows, unattributed } = await engine.moneyReturns(request);
    expect(rows.find((r) => r.key === 'newsletter')?.costMinor).toBeNull();
    expect(unattributed.otherCurrencies).toEqual([{ currency: 'EUR', costMinor: 9900 }]);
  });

  it('is refused where it is no amount over days', async () => {
    const engine = await filled();
    const draft = {
      on: { kind: 'campaign', name: 'x' },
      costMinor: 1,
      currency: 'PLN',
      from: '2026-09-01',
      to: '2026-09-10',
    } as const;
    for (const bad of [
      { costMinor: 0 },
      { costMinor: Number.NaN },
      { currency: 'zł' },
      { to: '2026-08-01' },
      { from: 'yesterday' },
      { on: { kind: 'campaign', name: ' ' } as const },
    ])
      await expect(engine.saveSpendEntry({ ...draft, ...bad })).rejects.toThrow('money/not-spend');
    expect(await engine.spendEntries(undefined)).toEqual([]);
  });
});

describe('money by segment', () => {
  it('shares each campaign’s cost among those who ordered by it, so that segments of everybody add up to it', async () => {
    const engine = await filled();
    const { segments } = await engine.segments({ asOf: null, currency: null });
    const two = ['repeat', 'one-time']
      .map((word) => segments.find(({ segment }) => segment.id.includes(word) && segment.grain === 'person'))
      .flatMap((view) => view?.segment.id ?? []);
    expect(two).toHaveLength(2);
    const comparison = { ...HELD_REQUEST, segmentIds: two };
    const { rows } = await engine.moneyReturns({ comparison, by: 'segment', matchOn: null });
    const cost = rows.reduce((sum, r) => sum + (r.costMinor ?? 0), 0);
    expect(cost).toBeCloseTo((420_000 * 28) / 30, 4);
    expect(rows.every(({ counts }) => counts === 'named-orders')).toBe(true);
    await engine.saveSpendEntry({
      on: { kind: 'segment', segmentId: two[0] ?? '' },
      costMinor: 5000,
      currency: 'PLN',
      from: '2026-09-01',
      to: '2026-09-02',
    });
    const after = await engine.moneyReturns({ comparison, by: 'segment', matchOn: null });
    expect(after.rows[0]).toMatchObject({ directMinor: 5000, counts: 'all-orders' });
  });
});

describe('moving part of a budget', () => {
  it('changes revenue by what the money brings there less what it brought here, or half of that', async () => {
    const engine = await filled();
    const { rows } = await engine.moneyReturns(request);
    const roas = (key: string) => {
      const row = rows.find((r) => r.key === key);
      return (row?.revenueMinor ?? 0) / (row?.costMinor ?? Number.NaN);
    };
    const moved = await engine.moveBudget({
      ...request,
      from: 'coffee - pmax',
      to: 'tea - brand',
      part: 0.1,
    });
    const amount = (30_000 * 28) / 30;
    expect(moved?.movedMinor).toBeCloseTo(amount, 6);
    expect(moved?.even.revenueMinor).toBeCloseTo(amount * (roas('tea - brand') - roas('coffee - pmax')), 4);
    expect(moved?.halved.revenueMinor).toBeCloseTo(
      amount * (roas('tea - brand') / 2 - roas('coffee - pmax')),
      4,
    );
    expect(moved?.even.revenueInterval.lo).toBeLessThan(moved?.even.revenueMinor ?? Number.NaN);
    expect(moved?.even.revenueInterval.hi).toBeGreaterThan(moved?.even.revenueMinor ?? Number.NaN);
    expect(moved?.even.profitMinor).toBeNull();
    expect(moved?.breakEven).toBeCloseTo(roas('coffee - pmax') / roas('tea - brand'), 10);
    expect(await engine.moveBudget({ ...request, from: 'gifts', to: 'tea - brand', part: 0.1 })).toBeNull();
  });
});

describe('spend in several currencies', () => {
  const csv = `Campaign report
1 September 2026 - 30 September 2026
Campaign status,Campaign,Day,Currency code,Clicks,Impr.,CTR,Cost,Avg. CPC
Enabled,Zima,2026-09-01,PLN,40,400,10.00%,400.00,10.00
Enabled,Winter,2026-09-01,EUR,20,200,10.00%,100.00,5.00
Enabled,Winter,2026-09-02,EUR,10,100,10.00%,50.00,5.00
`;
  const read = async () => {
    const { engine } = memoryEngine();
    const { report } = await importFiles(engine, file('orders.csv', campaignOrdersCsv), file('ads.csv', csv));
    const ads = report.captures.find(({ name }) => name === 'ads.csv');
    if (ads === undefined) throw new Error('not kept');
    const compare = async () => {
      const comparison = await engine.compare({
        ...HELD_REQUEST,
        grain: 'aggregate',
        reportId: ads.id,
        metricIds: ['cost', 'clicks'],
      });
      return { currency: comparison.currency, everyone: comparison.everyone };
    };
    return { engine, ads, compare };
  };

  it('is said to be so, and never added', async () => {
    const { ads, compare, engine } = await read();
    expect(ads.passport.notes).toContainEqual({
      code: 'several-currencies',
      params: { columns: 'Cost', currencies: 'EUR, PLN' },
    });
    const { currency, everyone } = await compare();
    expect(currency).toBeNull();
    expect(everyone[0]).toMatchObject({ state: 'none', reason: 'several-currencies' });
    expect(everyone[1]).toMatchObject({ state: 'value', value: 70 });
    const { unattributed, total } = await engine.moneyReturns(request);
    expect(total.costMinor).toBe(40_000);
    expect(unattributed.otherCurrencies).toEqual([{ currency: 'EUR', costMinor: 15_000 }]);
  });

  it('is one sum once each row has a rate of its day, on the screen and in ROAS alike', async () => {
    const { engine, compare } = await read();
    const rate = (day: string, value: number) => ({ day, from: 'EUR', to: 'PLN', rate: value });
    await engine.changeRates({ drop: [], put: [rate('2026-09-01', 4.2), rate('2026-09-02', 4.3)] });
    await engine.saveSettings({ reporting: { currency: 'PLN', maxAgeDays: 7 } });
    const converted = 40_000 + 10_000 * 4.2 + 5_000 * 4.3;
    const { currency, everyone } = await compare();
    expect(currency).toBe('PLN');
    expect(everyone[0]).toMatchObject({ state: 'value', value: converted });
    const { unattributed, total } = await engine.moneyReturns(request);
    expect(total.costMinor).toBeCloseTo(converted, 6);
    expect(unattributed.otherCurrencies).toEqual([]);
  });
});
