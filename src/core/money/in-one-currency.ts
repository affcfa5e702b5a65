import { type Column, NULL_CODE, type TextColumn } from '../column';
import {
  type ConvertedInto,
  type Dataset,
  type ItemsTable,
  type ReportColumn,
  type ReportTable,
  SET_APART,
  type SetApart,
} from '../dataset';
import { minorUnits } from '../minor-units';
import { dayOf } from '../time/calendar';
import type { ExchangeRate, ReportingCurrency } from './exchange-rate';
import { factorOn, NO_FACTOR, type RateSeries, rateSeriesInto } from './rate-series';

export interface Rates {
  readonly rates: readonly ExchangeRate[];
  readonly sources: readonly string[];
}

/**
 * The same data with every dated amount in one currency, at the rate of its own day: orders with their lines and events
 * row by row; a report's column whole, where each of its rows can be. What has no rate stays in its own currency, and is
 * so left out of sums as orders in another currency always are. Facts without a day (what a CRM says somebody is worth)
 * stay as they are.
 */
export function inOneCurrency(dataset: Dataset, into: ReportingCurrency, held: Rates): Dataset {
  const series = rateSeriesInto(held.rates, into.currency);
  const convert = new Converter(into, series);
  const { orders, events } = dataset;

  const rowsOfOrders = convert.rows(orders.currency, orders.time);
  const order = (values: Float64Array) => times(values, rowsOfOrders.factors);
  const eventCurrency = events.columns.get('currency');
  const rowsOfEvents = eventCurrency?.type === 'text' ? convert.rows(eventCurrency, events.time) : null;

  return {
    ...dataset,
    orders: {
      ...orders,
      gross: order(orders.gross),
      refunded: order(orders.refunded),
      discount: order(orders.discount),
      currency: rowsOfOrders.currency,
      columns: moneyTimes(orders.columns, rowsOfOrders.factors),
    },
    items: convertedItems(dataset.items, rowsOfOrders.factors),
    events:
      rowsOfEvents === null
        ? events
        : {
            ...events,
            columns: moneyTimes(events.columns, rowsOfEvents.factors).set('currency', rowsOfEvents.currency),
          },
    reports: dataset.reports.map((report) => convertedReport(report, convert)),
    converted: {
      ...into,
      rates: held.rates.length,
      ratesOf: daysOf(held.rates),
      sources: held.sources,
      orderCurrency: orders.currency,
      orderSetApart: rowsOfOrders.setApart,
      eventCurrency: eventCurrency?.type === 'text' ? eventCurrency : null,
    } satisfies ConvertedInto,
  };
}

interface ConvertedRows {
  /** 1 where the amount stays as it is. */
  readonly factors: Float64Array;
  readonly currency: TextColumn;
  /** As `ConvertedInto.orderSetApart`. */
  readonly setApart: Uint8Array;
}

class Converter {
  constructor(
    private readonly into: ReportingCurrency,
    private readonly series: ReadonlyMap<string, RateSeries>,
  ) {}

  rows({ codes, dictionary }: TextColumn, time: Float64Array): ConvertedRows {
    const own = dictionary.indexOf(this.into.currency);
    const shown = own === -1 ? dictionary.length : own;
    const factorOf = dictionary.map((currency) => this.factorsOf(currency));
    const factors = new Float64Array(codes.length).fill(1);
    const setApart = new Uint8Array(codes.length);
    const out = new Int32Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!;
      out[row] = code;
      if (code === NULL_CODE) setApart[row] = CODE['no-currency'];
      else if (code === own) continue;
      else if (Number.isNaN(time[row])) setApart[row] = CODE['no-day'];
      else {
        const factor = factorOf[code]!(dayOf(time[row]!));
        if (factor > 0) {
          factors[row] = factor;
          out[row] = shown;
        } else setApart[row] = factor === NO_FACTOR.tooOld ? CODE['rate-too-old'] : CODE['no-rate'];
      }
    }
    const names = own === -1 ? [...dictionary, this.into.currency] : dictionary;
    return { factors, currency: { type: 'text', codes: out, dictionary: names }, setApart };
  }

  /** Of minor units into minor units, by day: as a table has far fewer days than rows, each is looked up once. */
  factorsOf(currency: string): (day: number) => number {
    const { maxAgeDays, currency: into } = this.into;
    const series = this.series.get(currency);
    const scale = minorUnits(into) / minorUnits(currency);
    const known = new Map<number, number>();
    return (day) => {
      let factor = known.get(day);
      if (factor === undefined) {
        const found = factorOn(series, day, maxAgeDays);
        factor = found > 0 ? found * scale : found;
        known.set(day, factor);
      }
      return factor;
    };
  }

  get currency(): string {
    return this.into.currency;
  }
}

const CODE = Object.fromEntries(SET_APART.map((why, code) => [why, code])) as Record<SetApart, number>;

function times(values: Float64Array, factors: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  for (let row = 0; row < out.length; row++) out[row] = values[row]! * factors[row]!;
  return out;
}

function moneyTimes(columns: ReadonlyMap<string, Column>, factors: Float64Array): Map<string, Column> {
  return new Map(
    [...columns].map(([id, column]) => [
      id,
      column.type === 'money' ? { ...column, values: times(column.values, factors) } : column,
    ]),
  );
}

/** Lines go by their order's day. */
function convertedItems(items: ItemsTable, ofOrders: Float64Array): ItemsTable {
  const factors = new Float64Array(items.size);
  for (let o = 0; o < ofOrders.length; o++)
    factors.fill(ofOrders[o]!, items.offsets[o]!, items.offsets[o + 1]!);
  return { ...items, amount: times(items.amount, factors), columns: moneyTimes(items.columns, factors) };
}

function convertedReport(report: ReportTable, convert: Converter): ReportTable {
  const dates = report.dimensions.find(({ column }) => column.type === 'time')?.column;
  if (dates?.type !== 'time') return report;
  const metrics = report.metrics.map((metric): ReportColumn => {
    const { column, currency, rowCurrency, ...rest } = metric;
    if (column.type !== 'money' || currency === convert.currency) return metric;
    const inside = rowCurrency?.dictionary ?? (currency === null ? [] : [currency]);
    if (inside.length === 0) return metric;
    const factorsOf = inside.map((own) => (own === convert.currency ? () => 1 : convert.factorsOf(own)));
    const values = new Float64Array(report.size);
    for (let row = 0; row < values.length; row++) {
      const amount = column.values[row]!;
      const code = rowCurrency === undefined ? 0 : rowCurrency.codes[row]!;
      // Nothing is nothing in any currency, whatever its day.
      const factor =
        amount === 0 || Number.isNaN(amount) ? 1 : (factorsOf[code]?.(dayOf(dates.values[row]!)) ?? 0);
      if (!(factor > 0)) return metric;
      values[row] = amount * factor;
    }
    const convertedFrom = inside.filter((own) => own !== convert.currency).join(', ');
    return { ...rest, column: { ...column, values }, currency: convert.currency, convertedFrom };
  });
  return { ...report, metrics };
}

function daysOf(rates: readonly ExchangeRate[]): ConvertedInto['ratesOf'] {
  let from = rates[0]?.day;
  let to = from;
  for (const { day } of rates) {
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
  }
  return from === undefined || to === undefined ? null : { from, to };
}
