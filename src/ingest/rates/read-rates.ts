import type { ExchangeRate } from '../../core/money/exchange-rate';
import { isoDay } from '../../core/time/calendar';
import { headerWords } from '../mapping/header-words';
import { isNullToken } from '../readings/null-token';
import { DMY, lastDate, MDY, readCompactDate, readDate, YMD } from '../readings/read-date';
import { isCurrencyCode } from './currency-code';
import { type RateLayout, rateLayout } from './rate-layout';
import type { RateRow } from './read-rate-rows';

/** What the numbers of a file are: the price of each currency in one, or how much of each one of it is worth. */
export interface RatesQuoted {
  readonly as: 'price-in' | 'per-one';
  readonly currency: string;
}

export type UnreadRate =
  | 'no-day'
  | 'day-or-month'
  | 'no-currency'
  | 'same-currency'
  | 'not-a-rate'
  | 'other-rate-that-day';

export interface RatesRead {
  /** By pair and day; each day of a pair once. */
  readonly rates: readonly ExchangeRate[];
  /** What the numbers were taken for; null where neither the file nor anybody says, and so nothing was read. */
  readonly quoted: RatesQuoted | null;
  /** The file itself says it, or it was told. */
  readonly certain: boolean;
  /** Cells with something in them that is no rate. */
  readonly unread: readonly {
    readonly row: number;
    readonly text: string;
    readonly why: UnreadRate;
  }[];
  /** Records above, among and under the rates that hold no day and no rate: names, codes, units. */
  readonly rowsSetApart: number;
  /** False where nothing in the file looks like a table of rates. */
  readonly found: boolean;
}

const NOTHING: RatesRead = {
  rates: [],
  quoted: null,
  certain: false,
  unread: [],
  rowsSetApart: 0,
  found: false,
};

/**
 * The rates in one table: a row for each day and currency, or a column for each currency (tables of central banks).
 * `told` is what the person says of the numbers, `likely` what they are taken for where nothing says otherwise.
 */
export function readRates(
  rows: readonly RateRow[],
  name: string,
  told: RatesQuoted | null,
  likely: RatesQuoted | null,
): RatesRead {
  const layout = rateLayout(rows);
  if (layout === null) return NOTHING;
  const said = told ?? quotedBy(layout, rows, name);
  const quoted = said ?? likely;
  const reader = new Reader(quoted);
  const body = rows.filter(({ row }) => row > layout.headerRow);
  const dayOf = dayReader(body.map(({ cells }) => cells[layout.day] ?? ''));
  const numberOf = numberReader(body.flatMap((row) => rateCells(layout, row)));
  for (const row of body) {
    if (layout.kind === 'long') readLong(reader, layout, row, dayOf, numberOf);
    else readWide(reader, layout, row, dayOf, numberOf);
  }
  const pairsNamed =
    layout.kind === 'long'
      ? layout.against !== null
      : layout.columns.every(({ against }) => against !== null);
  const rates = reader.rates();
  return {
    rates,
    quoted: pairsNamed ? (quoted ?? null) : quoted,
    certain: said !== null || pairsNamed,
    unread: reader.unread,
    rowsSetApart: reader.setApart,
    found: true,
  };
}

function readLong(
  reader: Reader,
  layout: Extract<RateLayout, { kind: 'long' }>,
  { row, cells }: RateRow,
  dayOf: DayReader,
  numberOf: NumberReader,
): void {
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''));
  const text = cells.filter((c) => c !== '').join(' · ');
  const day = dayOf(cell(layout.day));
  const value = numberOf(cell(layout.rate));
  const named = /^(?:(\d{1,6}) ?)?([A-Z]{3})(?: ?\/ ?([A-Z]{3}))?$/.exec(cell(layout.currency).toUpperCase());
  const [, unitsBefore, code = '', pair = ''] = named ?? [];
  const written = cell(layout.units);
  const units = written === '' ? Number(unitsBefore ?? 1) : numberOf(written);
  const against = layout.against === null ? pair : cell(layout.against).toUpperCase();
  if (day === null && Number.isNaN(value)) reader.setApart++;
  else if (day === null) reader.refuse(row, text, 'no-day');
  else if (day === 'either') reader.refuse(row, text, 'day-or-month');
  else if (!isCurrencyCode(code) || (against !== '' && !isCurrencyCode(against)))
    reader.refuse(row, text, 'no-currency');
  else if (!(value > 0 && units > 0)) reader.refuse(row, text, 'not-a-rate');
  else {
    const as = layout.against === null ? 'price-in' : layout.againstIs;
    reader.add(row, text, day, code, value, units, against === '' ? null : { as, currency: against });
  }
}

function readWide(
  reader: Reader,
  layout: Extract<RateLayout, { kind: 'wide' }>,
  { row, cells }: RateRow,
  dayOf: DayReader,
  numberOf: NumberReader,
): void {
  const day = dayOf(cells[layout.day] ?? '');
  const filled = layout.columns.filter(({ at }) => !isBlank(cells[at] ?? ''));
  if (day === null) {
    // Names, codes and units of the currencies stand in rows of their own; a row of rates without its day does not.
    const numbers = filled.filter(
      ({ at }) => /[.,]\d/.test(cells[at] ?? '') && numberOf(cells[at] ?? '') > 0,
    );
    if (numbers.length > filled.length / 2) reader.refuse(row, cells.slice(0, 4).join(' · '), 'no-day');
    else reader.setApart++;
    return;
  }
  for (const { at, units, currency, against } of filled) {
    const text = `${cells[layout.day]} · ${currency} · ${cells[at]}`;
    if (day === 'either') {
      reader.refuse(row, text, 'day-or-month');
      continue;
    }
    const value = numberOf(cells[at] ?? '');
    if (!(value > 0)) reader.refuse(row, text, 'not-a-rate');
    else
      reader.add(
        row,
        text,
        day,
        currency,
        value,
        units,
        against === null ? null : { as: 'price-in', currency: against },
      );
  }
}

class Reader {
  readonly unread: { row: number; text: string; why: UnreadRate }[] = [];
  setApart = 0;
  private readonly byPair = new Map<string, Map<string, ExchangeRate>>();

  constructor(private readonly quoted: RatesQuoted | null) {}

  refuse(row: number, text: string, why: UnreadRate): void {
    this.unread.push({ row, text, why });
  }

  add(
    row: number,
    text: string,
    day: string,
    currency: string,
    value: number,
    units: number,
    named: RatesQuoted | null,
  ): void {
    const quoted = named ?? this.quoted;
    if (quoted === null) return;
    if (currency === quoted.currency) {
      // A table against the euro may list the euro, at 1.
      if (value / units !== 1) this.refuse(row, text, 'same-currency');
      return;
    }
    const priced = quoted.as === 'price-in';
    const rate: ExchangeRate = {
      day,
      from: priced ? currency : quoted.currency,
      to: priced ? quoted.currency : currency,
      rate: value / units,
    };
    const pair = `${rate.from}/${rate.to}`;
    const days = this.byPair.get(pair) ?? new Map<string, ExchangeRate>();
    this.byPair.set(pair, days);
    const before = days.get(day);
    if (before === undefined) days.set(day, rate);
    else if (before.rate !== rate.rate) this.refuse(row, text, 'other-rate-that-day');
  }

  rates(): readonly ExchangeRate[] {
    return [...this.byPair]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, days]) => [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)));
  }
}

/** Tables of banks are known by their own marks; of anything else the file says nothing. */
function quotedBy(layout: RateLayout, rows: readonly RateRow[], name: string): RatesQuoted | null {
  const header = rows.find(({ row }) => row === layout.headerRow)?.cells.map(headerWords) ?? [];
  if (header.some((word) => word === 'kurs sredni' || /^(?:pelny )?n(?:ume)?r tabeli$/.test(word)))
    return { as: 'price-in', currency: 'PLN' };
  if (layout.kind === 'wide') {
    const codes = new Set(layout.columns.map(({ currency }) => currency));
    const many = codes.size >= 5;
    if (layout.columns.some(({ units }) => units > 1) && !codes.has('PLN'))
      return { as: 'price-in', currency: 'PLN' };
    // The European Central Bank gives units of each currency for one euro, and so never lists the euro.
    if (!codes.has('EUR') && codes.has('USD') && (many || /eurofxref|\becb\b/i.test(name)))
      return { as: 'per-one', currency: 'EUR' };
  }
  return null;
}

type DayReader = (text: string) => string | 'either' | null;

/** Days as the whole column is written; `either` where day and month could be either way round throughout. */
function dayReader(column: readonly string[]): DayReader {
  const encoder = new TextEncoder();
  const read = (text: string, orders: number) => {
    const bytes = encoder.encode(text);
    const compact = readCompactDate(bytes, 0, bytes.length);
    return Number.isNaN(compact) ? readDate(bytes, 0, bytes.length, orders) : compact;
  };
  let orders = DMY | MDY;
  for (const text of column) {
    if (Number.isNaN(read(text, YMD | DMY | MDY))) continue;
    const fits = lastDate.orders & (DMY | MDY);
    if (fits === DMY || fits === MDY) orders &= fits;
  }
  return (text) => {
    if (text === '' || isBlank(text)) return null;
    if (orders !== (DMY | MDY)) {
      const day = read(text, YMD | orders);
      return Number.isNaN(day) ? null : isoDay(day);
    }
    const [one, other] = [read(text, YMD | DMY), read(text, YMD | MDY)];
    if (Number.isNaN(one)) return null;
    return isoDay(one) === isoDay(other) ? isoDay(one) : 'either';
  };
}

type NumberReader = (text: string) => number;

/** Numbers as the whole table is written: the decimal sign is the one its cells have. NaN where a cell fits it not. */
function numberReader(cells: readonly string[]): NumberReader {
  let commas = 0;
  let dots = 0;
  for (const cell of cells) {
    const last = Math.max(cell.lastIndexOf(','), cell.lastIndexOf('.'));
    if (last === -1) continue;
    if (cell[last] === ',') commas++;
    else dots++;
  }
  const decimal = commas > dots ? ',' : '.';
  const group = decimal === ',' ? '.' : ',';
  const pattern = new RegExp(
    `^(?:\\d+|\\d{1,3}(?:[ \\${group}]\\d{3})+)(?:\\${decimal}\\d+)?(?:e[-+]?\\d+)?$`,
    'i',
  );
  return (text) =>
    pattern.test(text)
      ? Number(text.replaceAll(' ', '').replaceAll(group, '').replace(decimal, '.'))
      : Number.NaN;
}

function rateCells(layout: RateLayout, { cells }: RateRow): readonly string[] {
  const at = layout.kind === 'long' ? [layout.rate] : layout.columns.map((column) => column.at);
  return at.map((i) => cells[i] ?? '').filter((cell) => /^\d/.test(cell));
}

const isBlank = (cell: string): boolean => cell === '' || isNullToken(cell);
