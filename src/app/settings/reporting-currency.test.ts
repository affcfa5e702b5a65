import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../../../tests/memory-engine';
import { HELD_REQUEST } from '../../../tests/segment-members';
import type { ComparisonRequest } from '../../compare/comparison';

/** Plain rows, counted by hand below: day, person, amount, currency. */
const ORDERS = [
  ['2024-01-02', 'a', 100, 'EUR'],
  ['2024-01-06', 'a', 50, 'EUR'],
  ['2024-01-03', 'b', 400, 'PLN'],
  ['2024-01-03', 'b', 10, 'GBP'],
  ['2024-03-01', 'c', 30, 'EUR'],
] as const;
const orders = new File(
  [
    [
      'Order ID,Customer ID,Order date,Total,Currency',
      ...ORDERS.map(([day, who, total, currency], i) => `${i + 1},${who},${day},${total}.00,${currency}`),
    ].join('\n'),
  ],
  'orders.csv',
);
const RATES = { '2024-01-02': 4.3434, '2024-01-03': 4.3646, '2024-01-05': 4.35 } as const;
const rates = new File(
  [
    [
      'Data;Waluta;Kurs',
      ...Object.entries(RATES).map(([day, rate]) => `${day};EUR;${String(rate).replace('.', ',')}`),
    ].join('\n'),
  ],
  'kursy.csv',
);
const everything: ComparisonRequest = {
  ...HELD_REQUEST,
  metricIds: ['revenue', 'orders', 'revenue-per-customer'],
};

async function shop() {
  const memory = memoryEngine();
  await importFiles(memory.engine, orders);
  const revenue = async (change: Partial<ComparisonRequest> = {}) => {
    const comparison = await memory.engine.compare({ ...everything, ...change });
    const [cell] = comparison.everyone;
    return { comparison, minor: cell?.state === 'value' ? cell.value : null };
  };
  return { ...memory, revenue };
}
const inZloty = { reporting: { currency: 'PLN', maxAgeDays: 7 } };

describe('a reporting currency', () => {
  it('adds amounts across currencies at each order’s own day, and counts what it sets apart', async () => {
    const { engine, revenue } = await shop();
    await engine.saveSettings(inZloty);
    const state = await engine.keepRates({ file: rates, quoted: null });
    // 6 January was a Saturday: the rate of Friday the 5th applies.
    const plain = 100 * RATES['2024-01-02'] + 50 * RATES['2024-01-05'] + 400;
    const { comparison, minor } = await revenue();
    expect(minor).toBeCloseTo(plain * 100, 6);
    expect(comparison.currency).toBe('PLN');
    expect(comparison.ordersInOtherCurrencies).toBe(2);
    expect(comparison.converted).toEqual({
      currency: 'PLN',
      maxAgeDays: 7,
      rates: 3,
      ratesOf: { from: '2024-01-02', to: '2024-01-05' },
      sources: ['kursy.csv'],
      converted: [{ currency: 'EUR', orders: 2, revenueMinor: expect.closeTo((plain - 400) * 100, 6) }],
      setApart: [
        { currency: 'EUR', why: 'rate-too-old', orders: 1, revenueMinor: 3000 },
        { currency: 'GBP', why: 'no-rate', orders: 1, revenueMinor: 1000 },
      ],
    });
    expect(state.converted).toEqual(comparison.converted);
    const orderCell = comparison.everyone[1];
    expect(orderCell).toMatchObject({ state: 'value', value: 5 });
  });

  it('counts of what it set apart those in the time that was measured', async () => {
    const { engine, revenue } = await shop();
    await engine.saveSettings(inZloty);
    await engine.keepRates({ file: rates, quoted: null });
    const { comparison } = await revenue({ measured: { kind: 'last', days: 30 } });
    expect(comparison.converted?.setApart).toEqual([
      { currency: 'EUR', why: 'rate-too-old', orders: 1, revenueMinor: 3000 },
    ]);
    expect(comparison.ordersInOtherCurrencies).toBe(1);
  });

  it('is one choice: a currency asked for is still that one alone, unconverted', async () => {
    const { engine, revenue } = await shop();
    await engine.saveSettings(inZloty);
    await engine.keepRates({ file: rates, quoted: null });
    const { comparison, minor } = await revenue({ currency: 'EUR' });
    expect(minor).toBe(18_000);
    expect(comparison.converted).toBeUndefined();
    expect((await revenue({ currency: 'PLN' })).minor).toBe(40_000);
  });

  it('adds nothing across currencies without rates, or without a currency to report in', async () => {
    const { engine, revenue } = await shop();
    expect((await revenue()).minor).toBe(18_000);
    await engine.saveSettings(inZloty);
    expect((await revenue()).minor).toBe(18_000);
    await engine.keepRates({ file: rates, quoted: null });
    await engine.saveSettings({ reporting: null });
    const { comparison, minor } = await revenue();
    expect(minor).toBe(18_000);
    expect(comparison.converted).toBeUndefined();
  });

  it('moves segments with it: big spenders are big in the reporting currency', async () => {
    const { engine } = await shop();
    const spentOver300 = {
      rule: {
        kind: 'behaviour' as const,
        measure: { of: 'orders' as const, stat: 'sum' as const, field: 'revenue' },
        window: { kind: 'lifetime' as const },
        test: { op: 'at-least' as const, value: 600 },
      },
      asOf: null,
      currency: null,
    };
    expect((await engine.previewRule(spentOver300)).in).toBe(0);
    await engine.saveSettings(inZloty);
    await engine.keepRates({ file: rates, quoted: null });
    const preview = await engine.previewRule(spentOver300);
    expect(preview.in).toBe(1);
    expect(preview.sample[0]).toMatchObject({ label: 'a', currency: 'PLN' });
    expect(preview.sample[0]?.revenueMinor).toBeCloseTo(100 * 434.34 + 50 * 435, 6);
  });

  it('is a new data version with each change, so that nobody shows the old numbers', async () => {
    const { engine, changes, another } = await shop();
    const other = another();
    const before = changes.length;
    await engine.saveSettings(inZloty);
    await engine.keepRates({ file: rates, quoted: null });
    expect(changes.length).toBe(before + 2);
    expect((await other.compare(everything)).currency).toBe('PLN');
    expect((await other.state(undefined)).reporting).toBe('PLN');
    await engine.saveSettings(inZloty);
    expect(changes.length).toBe(before + 2);
  });

  it('stays through further imports and goes with everything else', async () => {
    const { engine } = await shop();
    await engine.saveSettings(inZloty);
    await engine.keepRates({ file: rates, quoted: null });
    await importFiles(
      engine,
      new File(['Order ID,Customer ID,Order date,Total,Currency\n9,d,2024-01-03,1.00,EUR\n'], 'more.csv'),
    );
    expect((await engine.settings(undefined)).rates.count).toBe(3);
    await engine.deleteEverything(undefined);
    expect(await engine.settings(undefined)).toMatchObject({
      settings: { reporting: null },
      rates: { count: 0 },
    });
  });
});

describe('the table of rates', () => {
  it('is shown before it is kept, with what was not read', async () => {
    const { engine } = await shop();
    await engine.saveSettings(inZloty);
    const file = new File(['date;currency;rate\n2024-01-02;EUR;4,34\n2024-01-03;EUR;later\n'], 'r.csv');
    expect(await engine.readRates({ file, quoted: null })).toMatchObject({
      quoted: { as: 'price-in', currency: 'PLN' },
      certain: false,
      rates: 1,
      added: 1,
      replaced: 0,
      unread: [{ row: 3, why: 'not-a-rate' }],
    });
    expect((await engine.settings(undefined)).rates.count).toBe(0);
  });

  it('is edited in place, a day of a pair having one rate', async () => {
    const { engine } = await shop();
    const eur = (day: string, rate: number) => ({ day, from: 'EUR', to: 'PLN', rate });
    await engine.changeRates({ drop: [], put: [eur('2024-01-02', 4.3), eur('2024-01-03', 4.4)] });
    await engine.changeRates({
      drop: [eur('2024-01-02', 0)],
      put: [eur('2024-01-03', 4.5), eur('2024-01-01', 4.2)],
    });
    expect(await engine.rates({ currency: 'EUR', offset: 0, limit: 10 })).toEqual({
      total: 2,
      rows: [eur('2024-01-01', 4.2), eur('2024-01-03', 4.5)],
    });
    await engine.changeRates({ drop: 'all', put: [] });
    expect((await engine.settings(undefined)).rates).toEqual({ count: 0, sources: [], pairs: [] });
  });

  it('comes back the same from its own export, in either dialect', async () => {
    const { engine } = await shop();
    await engine.saveSettings(inZloty);
    await engine.keepRates({ file: rates, quoted: null });
    await engine.changeRates({
      drop: [],
      put: [
        { day: '2024-01-02', from: 'EUR', to: 'USD', rate: 1.0956 },
        { day: '2024-01-02', from: 'HUF', to: 'PLN', rate: 0.011384 },
      ],
    });
    const { rows } = await engine.rates({ currency: null, offset: 0, limit: 100 });
    for (const format of [
      { locale: 'en', dialect: 'standard' },
      { locale: 'pl', dialect: 'excel-pl' },
    ] as const) {
      const file = await engine.exportRates({ format });
      await engine.changeRates({ drop: 'all', put: [] });
      await engine.keepRates({
        file: new File([file.bytes as Uint8Array<ArrayBuffer>], file.name),
        quoted: null,
      });
      expect((await engine.rates({ currency: null, offset: 0, limit: 100 })).rows).toEqual(rows);
    }
  });

  it('takes no rate that is none, and no setting that is none', async () => {
    const { engine } = await shop();
    const put = (rate: object) =>
      engine.changeRates({
        drop: [],
        put: [{ day: '2024-01-02', from: 'EUR', to: 'PLN', rate: 4, ...rate }],
      });
    for (const bad of [
      { rate: 0 },
      { rate: Number.NaN },
      { day: '2024-02-30' },
      { from: 'EURO' },
      { to: 'EUR' },
    ]) {
      await expect(put(bad)).rejects.toMatchObject({ code: 'settings/invalid' });
    }
    await expect(engine.setClocks({ clock: 'Europe/Warszawa', zones: {} })).rejects.toMatchObject({
      code: 'settings/invalid',
    });
    await expect(engine.saveSettings({ reporting: { currency: 'ZŁ', maxAgeDays: 7 } })).rejects.toMatchObject(
      { code: 'settings/invalid' },
    );
    expect((await engine.settings(undefined)).rates.count).toBe(0);
  });
});

describe('the first day of the week', () => {
  it('is Monday, or Sunday where the person says so', async () => {
    const { engine } = await shop();
    const days = async () =>
      (await engine.trend({ comparison: everything, metricId: 'orders', every: 'week' })).periods.map(
        ({ from }) => new Date(from).getUTCDay(),
      );
    expect(new Set(await days())).toEqual(new Set([1]));
    await engine.saveSettings({ weekStart: 'sunday' });
    expect(new Set(await days())).toEqual(new Set([0]));
  });
});
