import type { Filter, NumberTest, Rule, ValueTest, Window } from '../src/segments/rule';
import type { EventRow, ItemRow, OrderRow, PersonRow, Value } from './dataset-of';

/**
 * What a rule means, read off product.md and rule.ts as slowly and plainly as it can be: one person, one row at a time,
 * platform dates, no code of the engine's. Property tests hold the engine to it.
 */
export interface World {
  readonly people: readonly PersonRow[];
  readonly orders: readonly OrderRow[];
  readonly events: readonly EventRow[];
}

export type Answer = 'in' | 'out' | 'unknown' | 'nobody';

const DAY = 86_400_000;
const at = (text: string) => new Date(text.length === 10 ? `${text}T00:00Z` : `${text}Z`).getTime();
const day = (time: number) => Math.floor(time / DAY);

interface Row {
  readonly time: number;
  readonly sale: boolean;
  /** Null is unknown. */
  readonly value: (field: string) => Value;
  /** Of a field that is money: whose. */
  readonly currency: string | null;
}

const MONEY = new Set(['revenue', 'gross', 'refunded', 'discount', 'amount', 'value']);

export function naiveReading(world: World, rule: Rule, asOf: number, currency: string): Map<string, Answer> {
  const end = asOf % DAY === 0 ? asOf + DAY - 1 : asOf;
  const ids = [
    ...new Set([
      ...world.people.map((p) => p.id),
      ...[...world.orders, ...world.events].flatMap((r) => (r.person === null ? [] : [r.person])),
    ]),
  ];
  return new Map(
    ids.map((id) => [id, there(world, id, end) ? read(world, rule, id, end, currency) : 'nobody']),
  );
}

/** Nobody yet while all that is dated of them lies later. */
function there(world: World, id: string, end: number): boolean {
  const created = world.people.find((p) => p.id === id)?.['createdAt'];
  const dated = [
    ...(typeof created === 'string' ? [created] : []),
    ...[...world.orders, ...world.events].flatMap((r) =>
      r.person === id && r.time !== null ? [r.time] : [],
    ),
  ];
  return dated.length === 0 || dated.some((time) => at(time) <= end);
}

function read(
  world: World,
  rule: Rule,
  id: string,
  end: number,
  currency: string,
): Exclude<Answer, 'nobody'> {
  const each = (rules: readonly Rule[]) => rules.map((r) => read(world, r, id, end, currency));
  switch (rule.kind) {
    case 'all': {
      const all = each(rule.rules);
      return all.includes('out') ? 'out' : all.includes('unknown') ? 'unknown' : 'in';
    }
    case 'any': {
      const all = each(rule.rules);
      return all.includes('in') ? 'in' : all.includes('unknown') ? 'unknown' : 'out';
    }
    case 'none': {
      const all = each(rule.rules);
      return all.includes('in') ? 'out' : all.includes('unknown') ? 'unknown' : 'in';
    }
    case 'attribute': {
      const held = world.people.some((p) => Object.hasOwn(p, rule.field));
      if (!held) return 'unknown';
      const value = world.people.find((p) => p.id === id)?.[rule.field] ?? null;
      return said(tested(value, rule.test));
    }
    case 'behaviour': {
      const number = measured(world, rule, id, end, currency);
      if (number === 'unknown') return 'unknown';
      if (number === 'none') return 'out';
      const [least, most] = number;
      const candidates = [least, most, ...(Number.isFinite(most) ? whole(least, most) : [least + 1e9])];
      const passes = candidates.map((n) => passesNumber(n, rule.test));
      return passes.every(Boolean)
        ? 'in'
        : passes.some(Boolean) || between(rule.test, least, most)
          ? 'unknown'
          : 'out';
    }
    case 'rank': {
      const everyone = [
        ...new Set([
          ...world.people.map((p) => p.id),
          ...[...world.orders, ...world.events].flatMap((r) => (r.person === null ? [] : [r.person])),
        ]),
      ].filter((other) => there(world, other, end));
      const numbers = new Map(
        everyone.map((other) => [other, measured(world, rule, other, end, currency, true)]),
      );
      const mine = numbers.get(id) ?? 'none';
      if (mine === 'unknown') return 'unknown';
      if (mine === 'none') return 'out';
      if (mine[1] !== mine[0]) return 'unknown';
      const known = [...numbers.values()].flatMap((n) =>
        typeof n === 'string' || n[0] !== n[1] ? [] : [n[0]],
      );
      const wanted = Math.max(1, Math.ceil(Number((rule.share * known.length).toFixed(9))));
      // In where fewer than that many are strictly better.
      const better = known.filter((n) => (rule.side === 'top' ? n > mine[0] : n < mine[0])).length;
      return better < wanted ? 'in' : 'out';
    }
    default:
      throw new Error(`no naive reading of ${rule.kind}`);
  }
}

function whole(least: number, most: number): number[] {
  return Array.from({ length: Math.max(0, most - least) + 1 }, (_, i) => least + i);
}

/** Whether some number of the range passes though neither end does. */
function between(test: NumberTest, least: number, most: number): boolean {
  if (test.op === 'equals') return test.value >= least && test.value <= most;
  if (test.op === 'between') return test.from <= most && test.to >= least;
  return false;
}

const said = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'in' : 'out');

function tested(value: Value, test: ValueTest): boolean | null {
  if (test.op === 'is-empty') return value == null || value === '';
  if (test.op === 'is-filled') return value != null && value !== '';
  if (value == null || value === '') return null;
  switch (test.op) {
    case 'is-any-of':
      return test.values.includes(String(value));
    case 'is-none-of':
      return !test.values.includes(String(value));
    case 'contains':
      return typeof value === 'string' ? value.toLowerCase().includes(test.text.toLowerCase()) : null;
    case 'starts-with':
      return typeof value === 'string' ? value.toLowerCase().startsWith(test.text.toLowerCase()) : null;
    case 'is-yes':
      return typeof value === 'boolean' ? value : null;
    case 'is-no':
      return typeof value === 'boolean' ? !value : null;
    case 'before':
    case 'after':
      return null;
    default:
      return typeof value === 'number' ? passesNumber(value, test) : null;
  }
}

function passesNumber(n: number, test: ValueTest): boolean {
  switch (test.op) {
    case 'at-least':
      return n >= test.value;
    case 'at-most':
      return n <= test.value;
    case 'more-than':
      return n > test.value;
    case 'less-than':
      return n < test.value;
    case 'equals':
      return n === test.value;
    case 'between':
      return n >= test.from && n <= test.to;
    default:
      throw new Error(`no test of numbers: ${test.op}`);
  }
}

function orderRow(order: OrderRow, end: number): Row {
  const currency = order.currency === undefined ? 'USD' : order.currency;
  const sale = order.sale !== false;
  const gross = order.total ?? (sale ? null : 0);
  const refunded = order.refunded ?? 0;
  return {
    time: order.time === null ? Number.NaN : at(order.time),
    sale,
    currency,
    value: (field) => {
      switch (field) {
        case 'gross':
          return gross;
        case 'refunded':
          return refunded;
        case 'revenue':
          return gross === null ? null : Math.round((gross - refunded) * 100) / 100;
        default:
          return timeField(order.time, field, end) ?? (order[field] as Value) ?? null;
      }
    },
  };
}

function timeField(time: string | null, field: string, end: number): Value | undefined {
  if (time === null) return undefined;
  const date = new Date(at(time));
  switch (field) {
    case 'weekday':
      return date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'monthDay':
      return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    case 'daysAgo':
      return day(end) - day(at(time));
    default:
      return undefined;
  }
}

type Measured = readonly [least: number, most: number] | 'none' | 'unknown';

function measured(
  world: World,
  { measure, window }: { measure: Extract<Rule, { kind: 'behaviour' }>['measure']; window: Window },
  id: string,
  end: number,
  currency: string,
  forRank = false,
): Measured {
  const orders = world.orders.filter((o) => o.time !== null && at(o.time) <= end);
  const events = world.events.filter((e) => e.time !== null && at(e.time) <= end);
  const where = [...(measure.among ?? []), ...(measure.where ?? [])];

  // Is anything of the kind held for that time?
  const firstOrder = (who: string) =>
    orders
      .filter((o) => o.person === who && o.sale !== false)
      .map((o) => at(o.time as string))
      .sort((a, b) => a - b)[0];
  const inside = (time: number, who: string | null): boolean => {
    switch (window.kind) {
      case 'lifetime':
        return true;
      case 'last-days':
        return day(end) - day(time) < window.days;
      case 'between':
        return time >= window.from && time <= (window.to % DAY === 0 ? window.to + DAY - 1 : window.to);
      case 'since-first-order': {
        const first = who === null ? undefined : firstOrder(who);
        return first !== undefined && time >= first && day(time) - day(first) <= window.days;
      }
    }
  };
  const kinds = measure.of === 'events' ? where.filter((f) => f.field === 'kind') : [];
  const everywhere = window.kind === 'since-first-order';
  const held =
    measure.of === 'events'
      ? events.some(
          (e) =>
            (everywhere || inside(at(e.time as string), e.person)) &&
            kinds.every((f) => tested(e.kind, f.test) === true),
        ) &&
        (!everywhere || orders.some((o) => o.person !== null && o.sale !== false))
      : orders.some(
          (o) =>
            (everywhere || inside(at(o.time as string), o.person)) &&
            (measure.of === 'orders' || (o.items ?? []).length > 0),
        );
  if (!held) return 'unknown';
  if (window.kind === 'since-first-order' && firstOrder(id) === undefined) return 'none';

  const mine: (Row & { readonly lineless?: boolean })[] = [];
  if (measure.of === 'events') {
    for (const e of events)
      if (e.person === id && inside(at(e.time as string), id))
        mine.push({
          time: at(e.time as string),
          sale: true,
          currency: null,
          value: (field) => timeField(e.time, field, end) ?? e[field] ?? null,
        });
  } else {
    for (const o of orders) {
      if (o.person !== id || !inside(at(o.time as string), id)) continue;
      const row = orderRow(o, end);
      if (measure.of === 'orders') mine.push(row);
      else if (row.sale) {
        if ((o.items ?? []).length === 0) mine.push({ ...row, lineless: true });
        for (const item of o.items ?? []) mine.push({ ...row, value: itemValue(item, row) });
      }
    }
  }
  mine.sort((a, b) => a.time - b.time);

  const matches = (row: Row, filters: readonly Filter[]): boolean | null => {
    const answers = filters.map(({ field, test }) => {
      if (!fieldHeld(world, field)) return null;
      if (MONEY.has(field) && row.currency !== currency && measure.of !== 'events') {
        const sign =
          'value' in test
            ? test.value === 0
            : test.op === 'between'
              ? test.from === 0 && test.to === 0
              : true;
        if (!sign) return null;
      }
      return tested(row.value(field), test);
    });
    return answers.includes(false) ? false : answers.includes(null) ? null : true;
  };
  const usable = (row: Row, field: string): number | null => {
    const value = row.value(field);
    if (typeof value !== 'number') return null;
    return MONEY.has(field) && row.currency !== currency ? null : value;
  };
  const lineless = mine.some((r) => r.lineless);
  const rows = mine.filter((r) => !r.lineless);
  const counted = rows.filter((r) => r.sale).map((r) => ({ row: r, match: matches(r, where) }));
  const certain = counted.filter((c) => c.match === true).map((c) => c.row);
  const open = counted.filter((c) => c.match === null).length;
  const some = counted.some((c) => c.match !== false);
  const exact = (n: number): Measured => [round(n), round(n)];
  const empty = (zero: boolean): Measured =>
    lineless || some ? 'unknown' : zero && !forRank ? [0, 0] : 'none';
  const field = measure.field ?? 'revenue';

  switch (measure.stat) {
    case 'count': {
      const most = certain.length + (lineless ? Number.POSITIVE_INFINITY : open);
      if (forRank && most === 0) return 'none';
      return [certain.length, most];
    }
    case 'sum':
    case 'mean': {
      const all = rows.filter((r) => matches(r, where) === true && usable(r, field) !== null);
      const total = all.reduce((n, r) => n + (usable(r, field) as number), 0);
      const n = certain.filter((r) => usable(r, field) !== null).length;
      if (measure.stat === 'mean') return n === 0 ? empty(false) : exact(total / n);
      if (all.length > 0) return exact(total);
      return lineless || rows.some((r) => matches(r, where) !== false)
        ? 'unknown'
        : forRank
          ? 'none'
          : [0, 0];
    }
    case 'min':
    case 'max': {
      const all = certain.flatMap((r) => usable(r, field) ?? []);
      return all.length === 0
        ? empty(false)
        : exact(measure.stat === 'min' ? Math.min(...all) : Math.max(...all));
    }
    case 'distinct': {
      const values = new Set(
        certain.map((r) => (field === 'day' ? day(r.time) : r.value(field))).filter((v) => v !== null),
      );
      return values.size === 0 ? empty(true) : exact(values.size);
    }
    case 'days-since-last':
    case 'days-since-first': {
      const row = certain.at(measure.stat === 'days-since-last' ? -1 : 0);
      return row === undefined ? empty(false) : exact(day(end) - day(row.time));
    }
    case 'share': {
      const base = rows
        .filter((r) => r.sale)
        .map((r) => ({ row: r, among: matches(r, measure.among ?? []) }));
      const told = base
        .filter((b) => b.among === true)
        .map((b) => matches(b.row, measure.where ?? []))
        .filter((m) => m !== null);
      if (told.length > 0) {
        const share = told.filter(Boolean).length / told.length;
        return [share, share];
      }
      return lineless || base.some((b) => b.among !== false) ? 'unknown' : 'none';
    }
    case 'share-of-gross': {
      const all = rows.filter((r) => matches(r, where) === true);
      const both = all.filter((r) => usable(r, field) !== null && usable(r, 'gross') !== null);
      const gross = both.reduce((n, r) => n + (usable(r, 'gross') as number), 0);
      if (gross > 0) {
        const share = both.reduce((n, r) => n + (usable(r, field) as number), 0) / gross;
        return [share, share];
      }
      return both.length === 0 && rows.some((r) => matches(r, where) !== false) ? 'unknown' : 'none';
    }
    case 'rate': {
      const first = certain[0];
      if (first === undefined) return empty(false);
      const rate = (certain.length * 30) / Math.max(30, day(end) - day(first.time) + 1);
      return [rate, rate];
    }
    case 'median-gap':
    case 'lateness': {
      const days = [...new Set(certain.map((r) => day(r.time)))].sort((a, b) => a - b);
      const gaps = days.slice(1).map((d, i) => d - (days[i] as number));
      if (gaps.length === 0) return certain.length > 0 && !lineless ? 'none' : empty(false);
      gaps.sort((a, b) => a - b);
      const middle = gaps.length >> 1;
      const gap =
        gaps.length % 2 === 1
          ? (gaps[middle] as number)
          : ((gaps[middle - 1] as number) + (gaps[middle] as number)) / 2;
      const number = measure.stat === 'median-gap' ? gap : (day(end) - (days.at(-1) as number)) / gap;
      return [number, number];
    }
  }
}

/** Discounts are held once one of them is known. */
function fieldHeld(world: World, field: string): boolean {
  return field !== 'discount' || world.orders.some((o) => o.discount != null);
}

function itemValue(item: ItemRow, order: Row): Row['value'] {
  return (field) => {
    if (field === 'revenue' || field === 'amount') return item.amount ?? null;
    if (field === 'units' || field === 'quantity') return item.quantity ?? null;
    if (field === 'category' || field === 'product') return item[field] ?? null;
    return order.value(field);
  };
}

const round = (n: number) => Math.round(n * 1e6) / 1e6;
