import { NULL_CODE, type TextColumn } from '../../core/column';
import { minorUnits } from '../../core/minor-units';
import { writtenCurrency } from '../readings/written-currency';
import { fieldColumn, type KeptColumn, type KeptTable } from './capture-table';
import { currencyCodes } from './currency-codes';
import { firstFilled, isOrderLevel, type OrderLines, orderLines, sumOfLines } from './order-lines';
import { saleTest } from './sale-test';

/** The orders of one capture, in the order of their first rows. Amounts in minor units of each order's currency. */
export interface GroupedOrders {
  readonly lines: OrderLines;
  readonly orderId: TextColumn | null;
  readonly time: Float64Array;
  readonly gross: Float64Array;
  readonly refunded: Float64Array;
  readonly discount: Float64Array;
  readonly units: Float64Array;
  readonly isSale: Uint8Array;
  readonly currency: TextColumn;
  /** What each row says its line is worth and how many it is of, by row; null where the capture has no items. */
  readonly items: { readonly amount: Float64Array; readonly quantity: Float64Array } | null;
  /** Orders that are returns or cancellations standing alone. */
  readonly returns: number;
}

const ITEM_FIELDS = ['sku', 'product', 'category', 'quantity', 'unitPrice', 'lineTotal'];

/** Lines become orders by the capture's own rule (`Mapping.orderRows`, `Mapping.cancels`). */
export function groupOrders(kept: KeptTable): GroupedOrders {
  const { rows } = kept;
  const orderId = textField(kept, 'orderId');
  const lines = orderLines(orderId, rows);
  const { orders, offsets, rows: lineRows } = lines;
  const hasItems = ITEM_FIELDS.some((field) => fieldColumn(kept, field) !== null);

  const quantity = numberField(kept, 'quantity');
  const amounts = amountColumns(kept, lines);
  const currency = orderCurrency(kept, amounts.from, lines);
  const scale = currencyScale(kept, amounts.from, currency);

  const gross = new Float64Array(orders);
  const refunded = new Float64Array(orders);
  const units = new Float64Array(orders);
  const isSale = new Uint8Array(orders);
  const { perLine, perOrder } = amounts;
  for (let o = 0; o < orders; o++) {
    const first = offsets[o]!;
    const end = offsets[o + 1]!;
    const useOrder =
      perOrder !== null && (perLine === null || amounts.prefer === 'order' || end - first === 1);
    let plus = Number.NaN;
    let minus = 0;
    let sold = Number.NaN;
    let sale = false;
    if (useOrder) {
      const v = perOrder[o]!;
      if (v < 0) minus = -v;
      else if (!Number.isNaN(v)) plus = v;
    }
    for (let at = first; at < end; at++) {
      const row = lineRows[at]!;
      const q = quantity === null ? Number.NaN : quantity[row]!;
      const amount = useOrder || perLine === null ? Number.NaN : perLine[row]!;
      // Goods that went back at no price are a return of nothing, not a sale of nothing.
      const negative = amount < 0 || (q < 0 && !(amount > 0));
      if (amount < 0) minus -= amount;
      else if (!Number.isNaN(amount)) plus = !Number.isNaN(plus) ? plus + amount : amount;
      if (negative) continue;
      sale = true;
      if (!Number.isNaN(q)) sold = !Number.isNaN(sold) ? sold + q : q;
    }
    // An order's own total decides; its lines only where that is nothing or not known.
    if (plus > 0) sale = true;
    else if (useOrder && minus > 0) sale = false;
    const k = scale === null ? 1 : scale[o]!;
    isSale[o] = sale ? 1 : 0;
    gross[o] = !Number.isNaN(plus) ? plus * k : minus > 0 || !sale ? 0 : Number.NaN;
    refunded[o] = minus * k;
    units[o] = !Number.isNaN(sold) ? sold : quantity === null ? Number.NaN : 0;
  }

  addRefundColumn(kept, lines, refunded, scale);
  const discount = orderDiscount(kept, lines, perLine, scale);
  cancel(kept, lines, orderId, { gross, refunded, isSale });
  giveBackWhole(kept, lines, { gross, refunded, isSale });
  // A deal that is open or lost is no sale, and nothing that came back either.
  let returns = -keepSalesOnly(kept, lines, { gross, refunded, isSale });
  for (let o = 0; o < orders; o++) returns += 1 - isSale[o]!;

  const time = fieldColumn(kept, 'time');
  return {
    lines,
    orderId: orderId === null ? null : (firstFilled(orderId, lines) as TextColumn),
    time:
      time?.column.type === 'time'
        ? (firstFilled(time.column, lines) as typeof time.column).values
        : new Float64Array(orders).fill(Number.NaN),
    gross,
    refunded,
    discount,
    units,
    isSale,
    currency,
    items: hasItems
      ? {
          amount: itemAmounts(perLine, rows, lines, scale),
          quantity: quantity ?? new Float64Array(rows).fill(Number.NaN),
        }
      : null,
    returns,
  };
}

interface Amounts {
  /** By row. */
  readonly perLine: Float64Array | null;
  /** By order. */
  readonly perOrder: Float64Array | null;
  /** Which to believe for an order of several lines where both are held. */
  readonly prefer: 'order' | 'lines';
  /** The column the amounts stand in, whose cells may carry the currency. */
  readonly from: KeptColumn | null;
}

function amountColumns(kept: KeptTable, lines: OrderLines): Amounts {
  const total = fieldColumn(kept, 'total');
  const lineTotal = fieldColumn(kept, 'lineTotal');
  const unitPrice = fieldColumn(kept, 'unitPrice');
  const totals = floats(total);
  const perLine = floats(lineTotal) ?? product(numberField(kept, 'quantity'), floats(unitPrice));
  const lineFrom = lineTotal ?? unitPrice;
  const onFirstRow = () => (totals === null ? null : firstRow(totals, lines));
  switch (kept.mapping.orderRows) {
    case 'first-line':
      return { perLine, perOrder: onFirstRow(), prefer: 'order', from: total ?? lineFrom };
    case 'order':
      return { perLine, perOrder: onFirstRow(), prefer: 'lines', from: total ?? lineFrom };
    case 'line': {
      if (perLine !== null) return { perLine, perOrder: null, prefer: 'lines', from: lineFrom };
      // A total repeated on every line is the order's; one that differs between its lines is the line's.
      const whole = total !== null && isOrderLevel(total.column, lines);
      return whole
        ? { perLine, perOrder: onFirstRow(), prefer: 'order', from: total }
        : { perLine: totals, perOrder: null, prefer: 'lines', from: total };
    }
  }
}

function firstRow(values: Float64Array, lines: OrderLines): Float64Array {
  if (lines.single) return values;
  const out = new Float64Array(lines.orders);
  for (let o = 0; o < out.length; o++) out[o] = values[lines.rows[lines.offsets[o]!]!]!;
  return out;
}

/** A column of amounts an order: one value for all its lines, or the sum of theirs. */
function perOrderAmount(column: KeptColumn | null, kept: KeptTable, lines: OrderLines): Float64Array | null {
  const values = floats(column);
  if (column === null || values === null) return null;
  if (kept.mapping.orderRows === 'first-line') return firstRow(values, lines);
  return isOrderLevel(column.column, lines)
    ? (firstFilled(column.column, lines) as { values: Float64Array }).values
    : sumOfLines(values, lines);
}

function addRefundColumn(
  kept: KeptTable,
  lines: OrderLines,
  refunded: Float64Array,
  scale: Float64Array | null,
): void {
  const given = fieldColumn(kept, 'refunded');
  const values = floats(given);
  // Behind an order's first row stands what was given back later, each time on a row of its own.
  const column =
    kept.mapping.orderRows === 'first-line' && values !== null
      ? sumOfLines(values, lines)
      : perOrderAmount(given, kept, lines);
  if (column === null) return;
  for (let o = 0; o < refunded.length; o++) {
    // Shops write what they gave back with either sign.
    const v = Math.abs(column[o]!);
    if (!Number.isNaN(v)) refunded[o]! += scale === null ? v : v * scale[o]!;
  }
}

function orderDiscount(
  kept: KeptTable,
  lines: OrderLines,
  perLine: Float64Array | null,
  scale: Float64Array | null,
): Float64Array {
  const given = perOrderAmount(fieldColumn(kept, 'discount'), kept, lines);
  const out = new Float64Array(lines.orders);
  if (given !== null) {
    for (let o = 0; o < out.length; o++) out[o] = Math.abs(given[o]!) * (scale === null ? 1 : scale[o]!);
    return out;
  }
  const rate = numberField(kept, 'discountRate');
  if (rate === null || perLine === null) return out.fill(Number.NaN);
  let percent = false;
  for (const r of rate) if (Math.abs(r) > 1) percent = true;
  const taken = new Float64Array(rate.length);
  for (let row = 0; row < rate.length; row++) {
    const r = percent ? rate[row]! / 100 : rate[row]!;
    // The amount is what is left after the discount. A line given away whole says nothing of its price.
    taken[row] = r === 0 ? 0 : r > 0 && r < 1 ? (Math.max(0, perLine[row]!) * r) / (1 - r) : Number.NaN;
  }
  const sums = sumOfLines(taken, lines);
  for (let o = 0; o < out.length; o++) out[o] = sums[o]! * (scale === null ? 1 : scale[o]!);
  return out;
}

function cancel(
  kept: KeptTable,
  lines: OrderLines,
  orderId: TextColumn | null,
  to: { readonly gross: Float64Array; readonly refunded: Float64Array; readonly isSale: Uint8Array },
): void {
  const { orderIdPrefix, statuses } = kept.mapping.cancels;
  const { orders } = lines;

  if (orderIdPrefix !== null && orderIdPrefix !== '' && orderId !== null) {
    const ids = firstFilled(orderId, lines) as TextColumn;
    const starts = ids.dictionary.map((id) => id.startsWith(orderIdPrefix));
    for (let o = 0; o < orders; o++) {
      const code = ids.codes[o]!;
      if (code === NULL_CODE || !starts[code]) continue;
      // A document of its own that takes back what it names, whichever sign it is written with.
      to.refunded[o]! += !Number.isNaN(to.gross[o]) ? to.gross[o]! : 0;
      to.gross[o] = 0;
      to.isSale[o] = 0;
    }
  }

  const cancelled = ordersOfStatus(kept, lines, statuses) ?? new Uint8Array(orders);
  const at = fieldColumn(kept, 'cancelledAt');
  if (at?.column.type === 'time') {
    const times = (firstFilled(at.column, lines) as typeof at.column).values;
    for (let o = 0; o < orders; o++) if (!Number.isNaN(times[o])) cancelled[o] = 1;
  }
  for (let o = 0; o < orders; o++) {
    if (cancelled[o] === 0) continue;
    to.isSale[o] = 0;
    // Nothing given back means nothing was ever taken; else what was taken and not given back stays revenue.
    if (to.refunded[o] === 0) to.gross[o] = 0;
  }
}

/** A sale whose status says it was refunded, and no amount how much, was given back whole. */
function giveBackWhole(
  kept: KeptTable,
  lines: OrderLines,
  to: { readonly gross: Float64Array; readonly refunded: Float64Array; readonly isSale: Uint8Array },
): void {
  const hit = ordersOfStatus(kept, lines, kept.mapping.cancels.refunds ?? []);
  if (hit === null) return;
  for (let o = 0; o < lines.orders; o++) {
    if (hit[o] === 1 && to.isSale[o] === 1 && to.refunded[o] === 0 && to.gross[o]! > 0)
      to.refunded[o] = to.gross[o]!;
  }
}

/** 1 for orders whose status is one of these, compared without case; null where no order has any. */
function ordersOfStatus(kept: KeptTable, lines: OrderLines, statuses: readonly string[]): Uint8Array | null {
  const status = textField(kept, 'status');
  if (status === null || statuses.length === 0) return null;
  const wanted = new Set(statuses.map(folded));
  const column = firstFilled(status, lines) as TextColumn;
  const isWanted = column.dictionary.map((s) => wanted.has(folded(s)));
  const hit = new Uint8Array(lines.orders);
  for (let o = 0; o < hit.length; o++) {
    const code = column.codes[o]!;
    if (code !== NULL_CODE && isWanted[code]) hit[o] = 1;
  }
  return hit;
}

/** Where the mapping says which statuses are sales, all others are worth nothing. How many sales that made none. */
function keepSalesOnly(
  kept: KeptTable,
  lines: OrderLines,
  to: { readonly gross: Float64Array; readonly refunded: Float64Array; readonly isSale: Uint8Array },
): number {
  const isSold = saleTest(kept.mapping.cancels.sales);
  const status = textField(kept, 'status');
  if (isSold === null || status === null) return 0;
  const column = firstFilled(status, lines) as TextColumn;
  const sold = column.dictionary.map(isSold);
  let others = 0;
  for (let o = 0; o < to.isSale.length; o++) {
    const code = column.codes[o]!;
    if (code !== NULL_CODE && sold[code]) continue;
    if (to.isSale[o] === 1) others++;
    to.isSale[o] = 0;
    to.gross[o] = 0;
    to.refunded[o] = 0;
  }
  return others;
}

/** Cell, then currency column, then the amount column's one currency, then the mapping's. */
function orderCurrency(kept: KeptTable, from: KeptColumn | null, lines: OrderLines): TextColumn {
  const reading = from?.mapping.reading;
  const stated = (reading?.kind === 'money' ? reading.currency : null) ?? kept.mapping.currency;
  const sources = [from?.cellCurrency ?? null, textField(kept, 'currency')].filter((c) => c !== null);
  const { dictionary, codeOf } = currencyCodes();
  const codes = new Int32Array(lines.orders).fill(NULL_CODE);
  for (const source of sources) {
    const column = firstFilled(source, lines) as TextColumn;
    const map = column.dictionary.map(codeOf);
    for (let o = 0; o < codes.length; o++) {
      const code = column.codes[o]!;
      if (codes[o] === NULL_CODE && code !== NULL_CODE) codes[o] = map[code]!;
    }
  }
  if (stated !== null) {
    const rest = codeOf(stated);
    for (let o = 0; o < codes.length; o++) if (codes[o] === NULL_CODE) codes[o] = rest;
  }
  return { type: 'text', codes, dictionary };
}

/**
 * Amounts were typed with the minor units of what the column itself says; where a currency column beside it says
 * otherwise (JPY, KWD), this puts them right. Null where nothing changes.
 */
function currencyScale(kept: KeptTable, from: KeptColumn | null, currency: TextColumn): Float64Array | null {
  if (from === null) return null;
  const reading = from.mapping.reading;
  // Minor units are those of the row's own currency already.
  if (reading.kind === 'money' && reading.minor) return null;
  const typedBy = (reading.kind === 'money' ? reading.currency : null) ?? kept.mapping.currency;
  const cells = new Set(from.cellCurrency?.dictionary ?? []);
  const factor = currency.dictionary.map((c) =>
    cells.has(c) ? 1 : minorUnits(c) / minorUnits(typedBy === null ? null : writtenCurrency(typedBy)),
  );
  if (factor.every((f) => f === 1)) return null;
  return Float64Array.from(currency.codes, (code) => (code === NULL_CODE ? 1 : (factor[code] ?? 1)));
}

function itemAmounts(
  perLine: Float64Array | null,
  rows: number,
  lines: OrderLines,
  scale: Float64Array | null,
): Float64Array {
  if (perLine === null) return new Float64Array(rows).fill(Number.NaN);
  if (scale === null) return perLine;
  const out = perLine.slice();
  for (let o = 0; o < lines.orders; o++) {
    for (let at = lines.offsets[o]!; at < lines.offsets[o + 1]!; at++) out[lines.rows[at]!]! *= scale[o]!;
  }
  return out;
}

function product(a: Float64Array | null, b: Float64Array | null): Float64Array | null {
  if (a === null || b === null) return null;
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
  return out;
}

function textField(kept: KeptTable, field: string): TextColumn | null {
  const found = fieldColumn(kept, field);
  return found?.column.type === 'text' ? found.column : null;
}

function numberField(kept: KeptTable, field: string): Float64Array | null {
  return floats(fieldColumn(kept, field));
}

function floats(column: KeptColumn | null): Float64Array | null {
  return column?.column.type === 'number' || column?.column.type === 'money' ? column.column.values : null;
}

const folded = (text: string): string => text.trim().normalize('NFC').toLowerCase();
