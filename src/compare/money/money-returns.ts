import type { Dataset } from '../../core/dataset';
import { sameName } from '../../core/same-name';
import type { Margin, SpendEntry } from '../../core/spend-entry';
import { DAY_MS, dayOf } from '../../core/time/calendar';
import { comparedCurrency, type SegmentMembers } from '../compare-people';
import { measuredSpan } from '../measure/measured-span';
import { matchFields, nameOfOrder } from './match-fields';
import type { MoneyRequest, MoneyReturns, MoneyRow } from './money';
import { type PaidOrder, periodOrders } from './period-orders';
import { RowSums, returnsOf } from './row-sums';
import { lineName, namesOf, type SpendLine, shareWithin, spendLines } from './spend-lines';

export interface MoneyInputs {
  readonly dataset: Dataset;
  /** Captures that are tables of spend. */
  readonly spendCaptures: ReadonlySet<string>;
  readonly entries: readonly SpendEntry[];
  readonly margin: Margin | null;
  readonly segments: readonly SegmentMembers[];
  /** Epoch ms of the real clock. */
  readonly now: number;
}

export interface ReturnsWithSums {
  readonly returns: MoneyReturns;
  /** By key of the row. */
  readonly sums: ReadonlyMap<string, RowSums>;
}

const MOST_ROWS = 200;
const SEED = 20_260_601;

/**
 * ROAS, ROI and CAC by campaign, channel or segment, over the days that spend, orders and the comparison have in common.
 * What was spent is taken as it is; how sure the rest is comes from drawing the customers again. Revenue goes to the
 * name on the order itself, or to the one its customer came by, as the field matched on has it.
 */
export function moneyReturns(inputs: MoneyInputs, request: MoneyRequest): ReturnsWithSums {
  const { dataset, entries, margin, segments } = inputs;
  const { by } = request;
  const currency = comparedCurrency(dataset, request.comparison);
  const { lines: all, replacedRows } = spendLines(dataset, inputs.spendCaptures, entries);
  const lines = all.filter((line) => line.currency === currency);
  const span = measuredSpan(dataset, request.comparison, inputs.now);
  const days = commonDays(lines, dataset, span);

  const costOf = new Map<SpendLine, number>();
  let [outsideMinor, undatedMinor, spreadMinor] = [0, 0, 0];
  for (const line of lines) {
    const share = days === null ? 0 : shareWithin(line, days.first, days.last);
    if (share === null) undatedMinor += line.costMinor;
    else {
      costOf.set(line, line.costMinor * share);
      outsideMinor += line.costMinor * (1 - share);
      if (line.firstDay !== line.lastDay) spreadMinor += line.costMinor * share;
    }
  }
  const names = namesOf(lines, by);
  const costByName = new Map<string, number>();
  const claimedByName = new Map<string, number>();
  let unnamedSpend = 0;
  for (const [line, cost] of costOf) {
    const name = lineName(line, by);
    if (name === null) {
      if (line.segmentId === null) unnamedSpend += cost;
      continue;
    }
    add(costByName, sameName(name), cost);
    const share = line.costMinor === 0 ? 0 : cost / line.costMinor;
    if (line.claimedMinor !== null) add(claimedByName, sameName(name), line.claimedMinor * share);
  }

  const fields = matchFields(dataset, by, costByName);
  const field = fields.find(({ id }) => id === request.matchOn) ?? fields[0] ?? null;
  const keyOf = nameOfOrder(dataset, field);
  const paid =
    days === null
      ? { orders: [], inOtherCurrencies: 0, newIsKnown: false }
      : periodOrders(dataset, days, currency, margin);
  const options = { hasMargin: margin !== null, newIsKnown: paid.newIsKnown };

  const written = new Map(names);
  for (const name of field?.column.dictionary ?? [])
    if (!written.has(sameName(name))) written.set(sameName(name), name);
  const byName = new Map<string, RowSums>();
  const everything = new RowSums(SEED);
  const unattributed = { ordersUnnamed: 0, revenueUnnamedMinor: 0, ordersUnpaid: 0, revenueUnpaidMinor: 0 };
  for (const order of paid.orders) {
    everything.add(order);
    const key = keyOf(order.order);
    if (key === null) {
      if (order.isSale) unattributed.ordersUnnamed++;
      unattributed.revenueUnnamedMinor += order.revenueMinor;
      continue;
    }
    if (!costByName.has(key)) {
      if (order.isSale) unattributed.ordersUnpaid++;
      unattributed.revenueUnpaidMinor += order.revenueMinor;
    }
    let sums = byName.get(key);
    if (sums === undefined) {
      sums = new RowSums(SEED + byName.size + 1);
      byName.set(key, sums);
    }
    sums.add(order);
  }
  const unmatched = [...costByName].filter(([key]) => (byName.get(key)?.orders ?? 0) === 0);

  const rowOf = (
    key: string,
    name: MoneyRow['name'],
    costMinor: number | null,
    sums: RowSums,
    more: Partial<MoneyRow> = {},
  ): MoneyRow => ({
    key,
    name,
    costMinor,
    directMinor: null,
    counts: null,
    orders: sums.orders,
    customers: sums.customers,
    newCustomers: paid.newIsKnown ? sums.newCustomers : null,
    revenueMinor: sums.revenueMinor,
    marginMinor: margin === null ? null : sums.marginMinor,
    ...returnsOf(sums, costMinor, options),
    platformRoas: null,
    ...more,
  });

  const sums = new Map<string, RowSums>();
  const rows: MoneyRow[] = [];
  if (by === 'segment') {
    const costs = segmentCosts(paid.orders, keyOf, costByName, byName, dataset.people.size);
    segments.forEach(({ segment, members }, s) => {
      const direct = [...costOf].reduce(
        (total, [line, cost]) => total + (line.segmentId === segment.id ? cost : 0),
        0,
      );
      const own = new RowSums(SEED + 10_000 + s);
      for (const order of paid.orders) {
        if (order.person < 0 || !members.in.has(order.person)) continue;
        const key = keyOf(order.order);
        if (direct > 0 || (key !== null && costByName.has(key))) own.add(order);
      }
      let allocated = 0;
      members.in.forEach((p) => {
        allocated += costs[p]!;
      });
      const costMinor = direct + allocated > 0 ? direct + allocated : null;
      sums.set(segment.id, own);
      rows.push(
        rowOf(segment.id, segment.name, costMinor, own, {
          directMinor: direct,
          counts: direct > 0 ? 'all-orders' : 'named-orders',
        }),
      );
    });
  } else {
    for (const key of new Set([...costByName.keys(), ...byName.keys()])) {
      const name = written.get(key) ?? key;
      const own = byName.get(key) ?? new RowSums(SEED);
      const cost = costByName.get(key) ?? null;
      const claimed = claimedByName.get(key);
      sums.set(key, own);
      rows.push(
        rowOf(key, { en: name, pl: name }, cost, own, {
          platformRoas: claimed === undefined || cost === null || !(cost > 0) ? null : claimed / cost,
        }),
      );
    }
    rows.sort((a, b) => (b.costMinor ?? -1) - (a.costMinor ?? -1) || b.revenueMinor - a.revenueMinor);
  }

  const spent = [...costOf.values()].reduce((a, b) => a + b, 0);
  const ofReports = new Set(dataset.reports.map((r) => r.captureId));
  return {
    sums,
    returns: {
      currency,
      period: days && { from: days.first * DAY_MS, to: (days.last + 1) * DAY_MS - 1 },
      matchOn: field?.id ?? null,
      matchFields: fields.map(({ id, label, names: carried, costMinor }) => ({
        id,
        label,
        names: carried,
        costMinor,
      })),
      margin,
      categories: categoriesOf(dataset),
      rows: rows.slice(0, MOST_ROWS),
      rowsLeft: Math.max(0, rows.length - MOST_ROWS),
      total: rowOf('', { en: '', pl: '' }, spent > 0 ? spent : null, everything),
      unattributed: {
        spendMinor: unnamedSpend + unmatched.reduce((total, [, cost]) => total + cost, 0),
        spendNames: unmatched.length,
        ...unattributed,
        otherCurrencies: otherCurrencies(all, currency),
        outsideMinor,
        undatedMinor,
        spreadMinor,
        replacedRows,
        ordersInOtherCurrencies: paid.inOtherCurrencies,
      },
      passports: dataset.passports.filter(
        (p) => inputs.spendCaptures.has(p.captureId) || !ofReports.has(p.captureId),
      ),
    },
  };
}

function add(to: Map<string, number>, key: string, amount: number): void {
  to.set(key, (to.get(key) ?? 0) + amount);
}

/** Days from the first to the last that the comparison, the orders held and the dated spend all reach. */
function commonDays(
  lines: readonly SpendLine[],
  dataset: Dataset,
  span: { readonly from: number; readonly to: number },
): { readonly first: number; readonly last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) {
    if (line.firstDay === null || line.lastDay === null) continue;
    first = Math.min(first, line.firstDay);
    last = Math.max(last, line.lastDay);
  }
  if (dataset.coverage === null || span.to < span.from) return null;
  first = Math.max(first, dayOf(span.from), dayOf(dataset.coverage.from));
  last = Math.min(last, dayOf(span.to), dayOf(dataset.coverage.to));
  return first <= last ? { first, last } : null;
}

/** By person: what it cost to reach them, each campaign's cost shared evenly among those who ordered by it. */
function segmentCosts(
  orders: readonly PaidOrder[],
  keyOf: (order: number) => string | null,
  costByName: ReadonlyMap<string, number>,
  byName: ReadonlyMap<string, RowSums>,
  people: number,
): Float64Array {
  const costs = new Float64Array(people);
  const seen = new Map<string, number>();
  for (const { order, person, isSale } of orders) {
    const key = keyOf(order);
    if (!isSale || person < 0 || key === null || seen.get(key) === person) continue;
    seen.set(key, person);
    const cost = costByName.get(key);
    const customers = byName.get(key)?.customers ?? 0;
    if (cost !== undefined && customers > 0) costs[person]! += cost / customers;
  }
  return costs;
}

function otherCurrencies(lines: readonly SpendLine[], currency: string | null) {
  const sums = new Map<string | null, number>();
  for (const line of lines)
    if (line.currency !== currency) sums.set(line.currency, (sums.get(line.currency) ?? 0) + line.costMinor);
  return [...sums].map(([code, costMinor]) => ({ currency: code, costMinor }));
}

function categoriesOf({ items }: Dataset): readonly string[] {
  const column = items.columns.get('category');
  if (column?.type !== 'text') return [];
  const counts = new Float64Array(column.dictionary.length);
  for (const code of column.codes) if (code >= 0) counts[code]!++;
  return column.dictionary
    .map((name, code) => ({ name, count: counts[code]! }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 50)
    .map(({ name }) => name);
}
