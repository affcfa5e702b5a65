import { describe, expect, it } from 'vitest';
import type { ExchangeRate } from '../../core/money/exchange-rate';
import { readRateRows } from './read-rate-rows';
import { type RatesQuoted, readRates } from './read-rates';

const PLN: RatesQuoted = { as: 'price-in', currency: 'PLN' };
const signal = new AbortController().signal;

async function read(
  lines: readonly string[] | Uint8Array,
  options: { readonly name?: string; readonly told?: RatesQuoted; readonly likely?: RatesQuoted | null } = {},
) {
  const { name = 'rates.csv', told = null, likely = PLN } = options;
  const bytes = lines instanceof Uint8Array ? (lines as Uint8Array<ArrayBuffer>) : `${lines.join('\n')}\n`;
  const tables = await readRateRows(new File([bytes], name), { signal });
  return readRates(tables[0] ?? [], name, told, likely);
}
const short = (rates: readonly ExchangeRate[]) =>
  rates.map(({ day, from, to, rate }) => `${day} ${from}/${to} ${rate}`);

/** The table A of Narodowy Bank Polski for a year, in its own shape and encoding, with made-up rates. */
const NBP = [
  'data;1USD;1EUR;100HUF;nr tabeli;pełny numer tabeli;',
  ';dolar amerykański;euro;forint (Węgry);;;',
  '20240102;3,9432;4,3434;1,1384;1;001/A/NBP/2024;',
  '20240103;3,9909;4,3646;1,1433;2;002/A/NBP/2024;',
  'kod ISO;USD;EUR;HUF;;;',
  'nazwa waluty;dolar amerykański;euro;forint (Węgry);;;',
  'liczba jednostek;1;1;100;;;',
];

function inWindows1250(lines: readonly string[]): Uint8Array {
  const letters: Readonly<Record<string, number>> = { ł: 0xb3, ń: 0xf1, ę: 0xea, ó: 0xf3, ż: 0xbf };
  return Uint8Array.from(`${lines.join('\r\n')}\r\n`, (c) => letters[c] ?? c.charCodeAt(0));
}

describe('a table of rates', () => {
  it('of Narodowy Bank Polski gives what one unit costs in zloty, and sets its rows of names apart', async () => {
    const found = await read(inWindows1250(NBP), { name: 'archiwum_tab_a_2024.csv', likely: null });
    expect(short(found.rates)).toEqual([
      '2024-01-02 EUR/PLN 4.3434',
      '2024-01-03 EUR/PLN 4.3646',
      `2024-01-02 HUF/PLN ${1.1384 / 100}`,
      `2024-01-03 HUF/PLN ${1.1433 / 100}`,
      '2024-01-02 USD/PLN 3.9432',
      '2024-01-03 USD/PLN 3.9909',
    ]);
    expect(found).toMatchObject({ quoted: PLN, certain: true, unread: [], rowsSetApart: 4 });
  });

  it('of the European Central Bank gives what one euro is worth; N/A is no rate and no fault', async () => {
    const found = await read(
      [
        'Date,USD,JPY,BGN,CZK,PLN,',
        '2024-01-03,1.0919,155.71,1.9558,24.675,4.3648,',
        '2024-01-02,1.0956,155.68,1.9558,N/A,4.3585,',
      ],
      { name: 'eurofxref-hist.csv', likely: null },
    );
    expect(found.quoted).toEqual({ as: 'per-one', currency: 'EUR' });
    expect(found.unread).toEqual([]);
    expect(short(found.rates)).toContain('2024-01-02 EUR/USD 1.0956');
    expect(found.rates).toHaveLength(9);
  });

  it('of the day’s one, with blanks after commas and the month’s name', async () => {
    const found = await read([
      'Date, USD, JPY, BGN, CZK, PLN, ',
      '21 November 2025, 1.152, 180.6, 1.9558, 24.1, 4.24, ',
    ]);
    expect(short(found.rates)).toContain('2025-11-21 EUR/PLN 4.24');
  });

  it('with a row a day and currency takes the words of either language, in any order', async () => {
    const en = await read(['Currency,Date,Rate', 'EUR,2024-01-02,4.34', 'usd,2024-01-02,3.94']);
    const pl = await read(['Data;Waluta;Kurs', '02.01.2024;EUR;4,34', '13.01.2024;USD;3,94']);
    expect(short(en.rates)).toEqual(['2024-01-02 EUR/PLN 4.34', '2024-01-02 USD/PLN 3.94']);
    expect(short(pl.rates)).toEqual(['2024-01-02 EUR/PLN 4.34', '2024-01-13 USD/PLN 3.94']);
    expect(en.certain).toBe(false);
  });

  it('needs no header', async () => {
    expect(short((await read(['2024-01-02;EUR;4,34', '2024-01-03;EUR;4,35'])).rates)).toEqual([
      '2024-01-02 EUR/PLN 4.34',
      '2024-01-03 EUR/PLN 4.35',
    ]);
  });

  it('is for the units it says, in a column or with the code', async () => {
    const column = await read(['date,currency,units,rate', '2024-01-02,HUF,100,1.14']);
    const withCode = await read(['date,currency,rate', '2024-01-02,100 HUF,1.14']);
    expect(column.rates[0]?.rate).toBe(1.14 / 100);
    expect(withCode.rates[0]?.rate).toBe(1.14 / 100);
  });

  it('names its own pairs where it does, and is then certain', async () => {
    const found = await read(['date,from,to,rate', '2024-01-02,EUR,PLN,4.34', '2024-01-02,USD,EUR,0.91']);
    expect(short(found.rates)).toEqual(['2024-01-02 EUR/PLN 4.34', '2024-01-02 USD/EUR 0.91']);
    expect(found.certain).toBe(true);
    const wide = await read(['Date,EUR/PLN,USD/PLN', '2024-01-02,4.34,3.94']);
    expect(short(wide.rates)).toEqual(['2024-01-02 EUR/PLN 4.34', '2024-01-02 USD/PLN 3.94']);
  });

  it('reads the series of the European Central Bank’s data portal', async () => {
    const found = await read([
      'KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,TIME_PERIOD,OBS_VALUE',
      'EXR.D.PLN.EUR.SP00.A,D,PLN,EUR,SP00,2024-01-02,4.3585',
    ]);
    expect(short(found.rates)).toEqual(['2024-01-02 EUR/PLN 4.3585']);
  });

  it('says what it could not read, row by row, and takes none of it for a rate', async () => {
    const found = await read([
      'date;currency;rate',
      '2024-01-02;EUR;4,34',
      'yesterday;EUR;4,35',
      '2024-01-04;euro;4,36',
      '2024-01-05;EUR;about four',
      '2024-01-06;EUR;0',
      '2024-01-07;EUR;-4,37',
      '2024-01-02;EUR;4,40',
      '2024-01-02;EUR;4,34',
      '2024-01-08;PLN;2',
    ]);
    expect(short(found.rates)).toEqual(['2024-01-02 EUR/PLN 4.34']);
    expect(found.unread.map(({ row, why }) => [row, why])).toEqual([
      [3, 'no-day'],
      [4, 'no-currency'],
      [5, 'not-a-rate'],
      [6, 'not-a-rate'],
      [7, 'not-a-rate'],
      [8, 'other-rate-that-day'],
      [10, 'same-currency'],
    ]);
  });

  it('does not choose between day and month where nothing does', async () => {
    const found = await read(['date,currency,rate', '01/02/2024,EUR,4.34', '03/03/2024,EUR,4.35']);
    expect(short(found.rates)).toEqual(['2024-03-03 EUR/PLN 4.35']);
    expect(found.unread).toEqual([{ row: 2, text: '01/02/2024 · EUR · 4.34', why: 'day-or-month' }]);
    const settled = await read(['date,currency,rate', '01/02/2024,EUR,4.34', '13/02/2024,EUR,4.35']);
    expect(short(settled.rates)).toEqual(['2024-02-01 EUR/PLN 4.34', '2024-02-13 EUR/PLN 4.35']);
  });

  it('keeps to the decimal sign of the table', async () => {
    const found = await read([
      'date;currency;rate',
      '2024-01-02;KRW;1.234,5',
      '2024-01-03;KRW;2,5',
      '2024-01-04;KRW;3.5',
    ]);
    expect(found.rates.map(({ rate }) => rate)).toEqual([1234.5, 2.5]);
    expect(found.unread).toHaveLength(1);
  });

  it('reads nothing where it is not said what the numbers are, and nothing out of what is no table of rates', async () => {
    const unsaid = await read(['date,currency,rate', '2024-01-02,EUR,4.34'], { likely: null });
    expect(unsaid).toMatchObject({ rates: [], quoted: null, certain: false, found: true });
    const orders = await read(['Order ID,Total', '1,20.00']);
    expect(orders.found).toBe(false);
    expect((await read([''])).found).toBe(false);
  });

  it('is turned round by whoever knows better', async () => {
    const told = await read(['date,currency,rate', '2024-01-02,USD,1.09'], {
      told: { as: 'per-one', currency: 'EUR' },
    });
    expect(short(told.rates)).toEqual(['2024-01-02 EUR/USD 1.09']);
    expect(told.certain).toBe(true);
  });
});
