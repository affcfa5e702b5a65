import { describe, expect, it } from 'vitest';
import { only, reading, values } from '../../tests/surveyed';

describe('numbers', () => {
  it.each([
    ['1 234,56', 1234.56],
    ['1\u00a0234,56', 1234.56],
    ['1\u202f234,56', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ["1'234.56", 1234.56],
    ['(12.50)', -12.5],
    ['−5.25', -5.25],
    ['1.2k', 1200],
    ['0.1', 0.1],
  ])('reads %s', async (text, value) => {
    expect(await values('score', text, text, text)).toEqual([value, value, value]);
  });

  it.each([
    ['12 345 zł', 1_234_500, 'PLN'],
    ['€12,30', 1230, 'EUR'],
    ['$74.69', 7469, 'USD'],
    ['1 200 JPY', 1200, 'JPY'],
    ['-£3.10', -310, 'GBP'],
    ['957,5775 zł', 95757.75, 'PLN'],
    ['1.005 KWD', 1005, 'KWD'],
  ])('reads %s as money in minor units', async (text, minor, currency) => {
    expect((await reading('x', text, text)).reading).toMatchObject({ kind: 'money', currency });
    expect(await values('x', text, text)).toEqual([minor, minor]);
  });

  it('knows an amount by its header, and what only sounds like one', async () => {
    const kind = async (header: string) => (await reading(header, '12.5', '7.25')).reading.kind;
    for (const header of [
      'Total',
      'Wartość zamówienia',
      'Shipping',
      'UnitPrice',
      'Przychód',
      'Cost / conv.',
      'Sales',
    ]) {
      expect([header, await kind(header)]).toEqual([header, 'money']);
    }
    for (const header of [
      'Discount',
      'Conv. value / cost',
      'Total users',
      'Tax rate',
      'Średni czas',
      'recency',
    ]) {
      expect([header, await kind(header)]).toEqual([header, 'number']);
    }
  });

  it('takes the currency from the header', async () => {
    expect((await reading('Amount spent (USD)', '1.5', '2.25')).reading).toMatchObject({
      kind: 'money',
      currency: 'USD',
    });
    expect((await reading('Wydana kwota (PLN)', '1 234,50', '2,25')).reading).toMatchObject({
      kind: 'money',
      decimal: ',',
      group: ' ',
      currency: 'PLN',
    });
  });

  it('reads percentages as shares', async () => {
    expect(await values('CTR', '67,8%', '1,93%', '0')).toEqual([0.678, 0.0193, 0]);
  });

  it('is exact to the minor unit', async () => {
    expect(await values('price', '1.005', '12.30', '0.07', '1.15', '8.2')).toEqual([
      100.5, 1230, 7, 115, 820,
    ]);
  });

  it('makes no number of a bound, and says so', async () => {
    const column = await reading('share', '< 10%', ...Array.from({ length: 60 }, (_, i) => `${i + 10}%`));
    expect(column.reading).toMatchObject({ kind: 'number', unit: 'percent' });
    expect(column.misfits).toEqual([{ row: 2, value: '< 10%' }]);
    expect(
      (await values('share', '< 10%', ...Array.from({ length: 60 }, (_, i) => `${i + 10}%`)))[0],
    ).toBeNull();
  });

  it('takes dashes and "(not set)" for nothing in a column of numbers, and for text in one of words', async () => {
    expect(await values('n', ' --', '-', 'n/a', '(not set)', '', '7')).toEqual([
      null,
      null,
      null,
      null,
      null,
      7,
    ]);
    expect(await values('city', '(not set)', 'London', '-')).toEqual(['(not set)', 'London', '-']);
  });

  it('lists what does not fit where nearly all does, and gives up where much does not', async () => {
    const numbers = Array.from({ length: 98 }, (_, i) => `${i}.5`);
    const nearly = await reading('n', ...numbers, 'oops');
    expect(nearly.reading.kind).toBe('number');
    expect(nearly.misfits).toEqual([{ row: 100, value: 'oops' }]);
    expect((await reading('n', ...numbers.slice(0, 20), 'oops')).reading).toEqual({ kind: 'text' });
  });

  it('asks where thousands and decimals look alike, unless another column tells', async () => {
    const column = await reading('impressions', '31,193', '9,392');
    expect(column.alternatives).toHaveLength(1);
    const { table } = await only('name,impr,cost\na,"31,193",12.50\nb,"9,392",3.10\n');
    expect(table.columns[1]).toMatchObject({ reading: { decimal: '.', group: ',' }, alternatives: [] });
  });

  it('keeps identifiers as they are written', async () => {
    expect((await reading('zip', '00501', '90210')).reading).toEqual({ kind: 'id' });
    expect((await reading('kontakt', '48501234567', '48601234568')).reading).toMatchObject({
      kind: expect.anything(),
    });
    expect(await values('CustomerID', '17850.0', '13047.0')).toEqual(['17850', '13047']);
    expect(await values('Customer ID', '17850.0', '13047')).toEqual(['17850.0', '13047']);
    expect(await values('Customer ID', "'7210448301122", "'7210448301123")).toEqual([
      '7210448301122',
      '7210448301123',
    ]);
  });

  it('keeps the days of an Nth-day axis whole numbers', async () => {
    expect(await values('Nth day', '0000', '0001', '0013')).toEqual([0, 1, 13]);
    expect(await values('N-ty dzień', '0000', '0001', '0013')).toEqual([0, 1, 13]);
  });
});

describe('dates', () => {
  const at = (iso: string) => Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`);

  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026/04/01', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2026-04-01 12:39:28 -0400', '2026-04-01T12:39:28'],
    ['2026-04-01T12:39:28Z', '2026-04-01T12:39:28'],
    ['2026-04-01T12:39:28.500+02:00', '2026-04-01T12:39:28.500'],
    ['2026-04-01 8:05', '2026-04-01T08:05:00'],
    ['27.04.2026', '2026-04-27'],
    ['27/04/26', '2026-04-27'],
    ['4/27/2026 3:05 PM', '2026-04-27T15:05:00'],
    ['4/27/2026, 12:05:09 am', '2026-04-27T00:05:09'],
    ['27 January 2026', '2026-01-27'],
    ['12 sty 2026', '2026-01-12'],
    ['3 października 2025', '2025-10-03'],
    ['Jan 5, 2026', '2026-01-05'],
    ['Mon, 5 Jan 2026', '2026-01-05'],
  ])('reads %s', async (text, iso) => {
    expect(await values('date', text, text)).toEqual([at(iso), at(iso)]);
  });

  it('settles day and month over the whole column, and asks where it can not', async () => {
    expect((await reading('d', '01/02/2024', '13/02/2024')).reading).toMatchObject({ order: 'dmy' });
    expect((await reading('d', '01/02/2024', '02/13/2024')).reading).toMatchObject({ order: 'mdy' });
    const open = await reading('d', '01/02/2024', '02/03/2024');
    expect([open.reading, ...open.alternatives].map((r) => r.kind === 'date' && r.order)).toEqual([
      'dmy',
      'mdy',
    ]);
  });

  it('takes a moment since 1970 for one only where the header says so', async () => {
    expect(await values('timestamp', '1498424366', '1499176642')).toEqual([1498424366000, 1499176642000]);
    expect((await reading('impressions', '1498424366', '1499176642')).reading.kind).not.toBe('date');
  });

  it('knows no 31 June', async () => {
    const days = Array.from({ length: 40 }, (_, i) => `${(i % 28) + 1}.05.2026`);
    const column = await reading('data', ...days, '31.06.2026');
    expect(column.misfits).toEqual([{ row: 42, value: '31.06.2026' }]);
  });

  it('reads durations in seconds', async () => {
    expect(await values('Avg. session duration', '00:02:31', '00:00:05')).toEqual([151, 5]);
    expect(await values('czas', '2m 31s', '5s', '1h 2m')).toEqual([151, 5, 3720]);
  });
});

describe('flags', () => {
  it('reads yes and no in both languages', async () => {
    expect(await values('zgoda', 'tak', 'nie', '')).toEqual([1, 0, 2]);
    expect(await values('consent', 'TRUE', 'false')).toEqual([1, 0]);
  });

  it('keeps 0 and 1 numbers that may be flags', async () => {
    expect(await reading('newbie', '0', '1', '1')).toMatchObject({
      reading: { kind: 'number' },
      alternatives: [{ kind: 'flag' }],
    });
  });
});
