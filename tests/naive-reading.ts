import type {
  Filter,
  Measure,
  NumberTest,
  Rule,
  SequenceStep,
  ValueTest,
  Window,
} from '../src/segments/rule/rule';
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
      const mine = measured(world, rule, id, end, currency, true);
      if (mine === 'unknown') return 'unknown';
      if (mine === 'none') return 'out';
      if (mine[1] !== mine[0]) return 'unknown';
      const known = ranking(world, rule, end, currency);
      const wanted = Math.max(1, Math.ceil(Number((rule.share * known.length).toFixed(9))));
      // In where fewer than that many are strictly better.
      const better = known.filter((n) => (rule.side === 'top' ? n > mine[0] : n < mine[0])).length;
      return better < wanted ? 'in' : 'out';
    }
    case 'quantile': {
      const mine = measured(world, rule, id, end, currency, true);
      if (mine === 'unknown') return 'unknown';
      if (mine === 'none') return 'out';
      if (mine[1] !== mine[0]) return 'unknown';
      const known = ranking(world, rule, end, currency);
      const below = known.filter((n) => n < mine[0]).length;
      const band = 1 + Math.floor((rule.bands * below) / known.length);
      return band >= rule.from && band <= rule.to ? 'in' : 'out';
    }
    case 'sequence': {
      const steps = rule.steps;
      if (!steps.every((step) => isHeld(world, step.of, step.where ?? [], rule.window, end, currency)))
        return 'unknown';
      const inside = windowOf(world, rule.window, id, end, currency);
      if (inside === 'unknown') return 'unknown';
      if (inside === 'none') return 'out';
      const all = occurrences(world, steps, inside, id, end, currency);
      return all.some((o) => o.sure) ? 'in' : all.length > 0 ? 'unknown' : 'out';
    }
    case 'rfm-scores': {
      const lifetime = { kind: 'lifetime' } as const;
      const number = (measure: Measure, who: string) => {
        const n = measured(world, { measure, window: lifetime }, who, end, currency, true);
        return typeof n === 'string' ? null : n[0];
      };
      const count: Measure = { of: 'orders', stat: 'count' };
      const asked = [
        [rule.r, { of: 'orders', stat: 'days-since-last' }, -1],
        [rule.f, count, 1],
        [rule.m, { of: 'orders', stat: 'sum', field: 'revenue' }, 1],
      ] as const;
      const buyers = everybody(world, end).filter((who) => number(count, who) !== null);
      if (buyers.length < 5) return 'unknown';
      if (!buyers.includes(id)) return 'out';
      const answers = asked.map(([wanted, measure, sign]) => {
        if (wanted === undefined) return true;
        const mine = number(measure, id);
        if (mine === null) return null;
        const known = buyers.flatMap((who) => number(measure, who) ?? []);
        const worse = known.filter((n) => n * sign < mine * sign).length;
        return wanted.includes(1 + Math.floor((5 * worse) / known.length));
      });
      return said(answers.includes(false) ? false : answers.includes(null) ? null : true);
    }
    case 'as-of': {
      const then = rule.at % DAY === 0 ? rule.at + DAY - 1 : rule.at;
      if (then > end) return 'unknown';
      return there(world, id, then) ? read(world, rule.rule, id, then, currency) : 'out';
    }
    case 'list': {
      const KEYS = ['personId', 'crmId', 'userId', 'clientId', 'email', 'phone'] as const;
      const used = KEYS.filter((key) => rule.people.some((one) => one[key] !== undefined));
      const keyOf = (p: PersonRow | undefined, key: string) => {
        const text = p?.[key];
        return typeof text === 'string' && text !== '' ? text : null;
      };
      const around = world.people.filter((p) => there(world, p.id, end));
      const me = world.people.find((p) => p.id === id);
      let answer: Exclude<Answer, 'nobody'> = 'out';
      for (const one of rule.people) {
        const key = used.find((k) => one[k] !== undefined && around.some((p) => keyOf(p, k) === one[k]));
        if (key === undefined || keyOf(me, key) !== one[key]) continue;
        const sharers = around.filter((p) => keyOf(p, key) === one[key]).length;
        if (sharers === 1) return 'in';
        answer = 'unknown';
      }
      return rule.people.length > 0 && used.every((key) => keyOf(me, key) === null) ? 'unknown' : answer;
    }
    default:
      throw new Error(`no naive reading of ${rule.kind}`);
  }
}

function everybody(world: World, end: number): string[] {
  return [
    ...new Set([
      ...world.people.map((p) => p.id),
      ...[...world.orders, ...world.events].flatMap((r) => (r.person === null ? [] : [r.person])),
    ]),
  ].filter((other) => there(world, other, end));
}

/** The numbers of everybody who surely has one. */
function ranking(
  world: World,
  rule: { readonly measure: Measure; readonly window: Window },
  end: number,
  currency: string,
): number[] {
  return everybody(world, end).flatMap((other) => {
    const n = measured(world, rule, other, end, currency, true);
    return typeof n === 'string' || n[0] !== n[1] ? [] : [n[0]];
  });
}

interface Moment {
  readonly time: number;
  readonly match: readonly (boolean | null)[];
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly sure: boolean;
}

/** Every way the sequence may have happened to somebody, by trying all rows for all steps. */
function occurrences(
  world: World,
  steps: readonly SequenceStep[],
  inside: (time: number) => boolean,
  id: string,
  end: number,
  currency: string,
): Occurrence[] {
  const matchOf = (of: SequenceStep['of'], row: Row, lines: readonly ItemRow[]) =>
    steps.map((step): boolean | null => {
      if (!row.sale || (step.of === 'events') !== (of === 'events')) return false;
      const where = step.where ?? [];
      if (step.of !== 'items') return matches(world, step.of, row, where, currency);
      if (lines.length === 0) return null;
      const each = lines.map((line) =>
        matches(world, 'items', { ...row, value: itemValue(line, row) }, where, currency),
      );
      return each.includes(true) ? true : each.includes(null) ? null : false;
    });
  const moments: Moment[] = [
    ...world.orders
      .filter((o) => o.person === id && o.time !== null && at(o.time) <= end)
      .map((o) => ({
        time: at(o.time as string),
        match: matchOf('orders', orderRow(o, end), o.items ?? []),
      })),
    ...world.events
      .filter((e) => e.person === id && e.time !== null && at(e.time) <= end)
      .map((e) => ({ time: at(e.time as string), match: matchOf('events', eventRow(e, end), []) })),
  ];
  const until = (time: number, { within }: SequenceStep): number => {
    if (within === undefined) return Number.POSITIVE_INFINITY;
    if (within.unit === 'days') return (day(time) + within.n + 1) * DAY - 1;
    return time + within.n * (within.unit === 'hours' ? 3_600_000 : 60_000);
  };
  const found: Occurrence[] = [];
  const go = (s: number, times: readonly number[], sure: boolean): void => {
    const last = times.at(-1) as number;
    // The `not`s that follow the last row chosen, and the step after them.
    let next = s;
    while (steps[next]?.not) next++;
    const nots = steps.slice(s, next).map((step, i) => ({ step, i: s + i }));
    const kept = (before: number): boolean | null => {
      let open = false;
      for (const { step, i } of nots) {
        const limit = until(last, step);
        for (const m of moments) {
          if (m.time <= last || m.time >= before || m.time > limit || m.match[i] === false) continue;
          if (m.match[i] === true) return false;
          open = true;
        }
        if (before === Number.POSITIVE_INFINITY && limit !== Number.POSITIVE_INFINITY && limit > end)
          open = true;
      }
      return open ? null : true;
    };
    const step = steps[next];
    if (step === undefined) {
      const ok = kept(Number.POSITIVE_INFINITY);
      if (ok !== false) found.push({ start: times[0] as number, end: last, sure: sure && ok === true });
      return;
    }
    for (const m of moments) {
      const match = m.match[next] ?? null;
      if (match === false || !inside(m.time) || m.time <= last || m.time > until(last, step)) continue;
      const ok = kept(m.time);
      if (ok !== false) go(next + 1, [...times, m.time], sure && match === true && ok === true);
    }
  };
  for (const m of moments) if (m.match[0] !== false && inside(m.time)) go(1, [m.time], m.match[0] === true);
  return found;
}

/** When a window is, for somebody. */
function windowOf(
  world: World,
  window: Window,
  id: string | null,
  end: number,
  currency: string,
): ((time: number) => boolean) | 'none' | 'unknown' {
  switch (window.kind) {
    case 'lifetime':
      return () => true;
    case 'last-days':
      return (time) => day(end) - day(time) < window.days;
    case 'days-ago':
      return (time) => day(end) - day(time) <= window.from && day(end) - day(time) >= window.to;
    case 'between':
      return (time) =>
        time >= window.from && time <= (window.to % DAY === 0 ? window.to + DAY - 1 : window.to);
    case 'since-first-order': {
      const first = world.orders
        .filter((o) => o.person === id && o.sale !== false && o.time !== null && at(o.time) <= end)
        .map((o) => at(o.time as string))
        .sort((a, b) => a - b)[0];
      if (id === null || first === undefined) return 'none';
      return (time) => time >= first && day(time) - day(first) <= window.days;
    }
    case 'before-sequence':
    case 'after-sequence': {
      if (id === null) return 'none';
      const all = occurrences(world, window.steps, () => true, id, end, currency);
      const first = (some: readonly Occurrence[]) =>
        [...some].sort((a, b) => a.start - b.start || a.end - b.end)[0];
      const maybe = first(all);
      const sure = first(all.filter((o) => o.sure));
      if (maybe === undefined) return 'none';
      const before = window.kind === 'before-sequence';
      if (sure === undefined || (before ? sure.start !== maybe.start : sure.end !== maybe.end))
        return 'unknown';
      return (time) => (before ? time < sure.start : time > sure.end);
    }
  }
}

/** Is anything of the kind held for that time, of anybody? */
function isHeld(
  world: World,
  of: Measure['of'],
  where: readonly Filter[],
  window: Window,
  end: number,
  currency: string,
): boolean {
  if (window.kind === 'before-sequence' || window.kind === 'after-sequence') {
    const lifetime = { kind: 'lifetime' } as const;
    const steps = window.steps;
    if (!steps.every((s) => isHeld(world, s.of, s.where ?? [], lifetime, end, currency))) return false;
  }
  const everywhere = ['since-first-order', 'before-sequence', 'after-sequence'].includes(window.kind);
  const fieldsOf = (filter: Filter): string[] =>
    'kind' in filter ? filter.filters.flatMap(fieldsOf) : [filter.field];
  const kinds = where.filter((f) => fieldsOf(f).length > 0 && fieldsOf(f).every((field) => field === 'kind'));
  const inside = (time: string | null) => {
    if (time === null || at(time) > end) return false;
    const window_ = everywhere ? () => true : windowOf(world, window, null, end, currency);
    return typeof window_ === 'function' && window_(at(time));
  };
  if (of !== 'events')
    return world.orders.some((o) => inside(o.time) && (of === 'orders' || (o.items ?? []).length > 0));
  return (
    world.events.some(
      (e) => inside(e.time) && matches(world, of, eventRow(e, end), kinds, currency) === true,
    ) &&
    (window.kind !== 'since-first-order' ||
      world.orders.some((o) => o.person !== null && o.sale !== false && o.time !== null && at(o.time) <= end))
  );
}

function eventRow(e: EventRow, end: number): Row {
  return {
    time: at(e.time as string),
    sale: true,
    currency: null,
    value: (field) => timeField(e.time, field, end) ?? e[field] ?? null,
  };
}

function matches(
  world: World,
  of: Measure['of'],
  row: Row,
  filters: readonly Filter[],
  currency: string,
): boolean | null {
  const answers = filters.map((filter): boolean | null => {
    if ('kind' in filter) {
      const inner = filter.filters.map((one) => matches(world, of, row, [one], currency));
      if (filter.kind === 'all') return inner.includes(false) ? false : inner.includes(null) ? null : true;
      const some = inner.includes(true) ? true : inner.includes(null) ? null : false;
      return filter.kind === 'any' || some === null ? some : !some;
    }
    const { field, test } = filter;
    if (!fieldHeld(world, field)) return null;
    if (MONEY.has(field) && row.currency !== currency && of !== 'events') {
      const sign =
        'value' in test ? test.value === 0 : test.op === 'between' ? test.from === 0 && test.to === 0 : true;
      if (!sign) return null;
    }
    return tested(row.value(field), test);
  });
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
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

export function passesNumber(n: number, test: ValueTest): boolean {
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

  if (!isHeld(world, measure.of, where, window, end, currency)) return 'unknown';
  const inside = windowOf(world, window, id, end, currency);
  if (typeof inside === 'string') return inside;

  const mine: (Row & { readonly lineless?: boolean })[] = [];
  if (measure.of === 'events') {
    for (const e of events) if (e.person === id && inside(at(e.time as string))) mine.push(eventRow(e, end));
  } else {
    for (const o of orders) {
      if (o.person !== id || !inside(at(o.time as string))) continue;
      const row = orderRow(o, end);
      if (measure.of === 'orders') mine.push(row);
      else if (row.sale) {
        if ((o.items ?? []).length === 0) mine.push({ ...row, lineless: true });
        for (const item of o.items ?? []) mine.push({ ...row, value: itemValue(item, row) });
      }
    }
  }
  mine.sort((a, b) => a.time - b.time);

  const matching = (row: Row, filters: readonly Filter[]) =>
    matches(world, measure.of, row, filters, currency);
  const usable = (row: Row, field: string): number | null => {
    const value = row.value(field);
    if (typeof value !== 'number') return null;
    return MONEY.has(field) && row.currency !== currency ? null : value;
  };
  const lineless = mine.some((r) => r.lineless);
  const rows = mine.filter((r) => !r.lineless);
  const counted = rows.filter((r) => r.sale).map((r) => ({ row: r, match: matching(r, where) }));
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
      const all = rows.filter((r) => matching(r, where) === true && usable(r, field) !== null);
      const total = all.reduce((n, r) => n + (usable(r, field) as number), 0);
      const n = certain.filter((r) => usable(r, field) !== null).length;
      if (measure.stat === 'mean') return n === 0 ? empty(false) : exact(total / n);
      if (all.length > 0) return exact(total);
      return lineless || rows.some((r) => matching(r, where) !== false)
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
        .map((r) => ({ row: r, among: matching(r, measure.among ?? []) }));
      const told = base
        .filter((b) => b.among === true)
        .map((b) => matching(b.row, measure.where ?? []))
        .filter((m) => m !== null);
      if (told.length > 0) {
        const share = told.filter(Boolean).length / told.length;
        return [share, share];
      }
      return lineless || base.some((b) => b.among !== false) ? 'unknown' : 'none';
    }
    case 'share-of-gross': {
      const all = rows.filter((r) => matching(r, where) === true);
      const both = all.filter((r) => usable(r, field) !== null && usable(r, 'gross') !== null);
      const gross = both.reduce((n, r) => n + (usable(r, 'gross') as number), 0);
      if (gross > 0) {
        const share = both.reduce((n, r) => n + (usable(r, field) as number), 0) / gross;
        return [share, share];
      }
      return both.length === 0 && rows.some((r) => matching(r, where) !== false) ? 'unknown' : 'none';
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
