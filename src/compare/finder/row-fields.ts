import type { Column } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { FIELDS, type Field } from '../../core/fields';
import { ordersWithin, type PeriodOrders } from '../../metrics/people/period-orders';
import { filledRowColumn } from '../../segments/engine/row-column';
import { inCurrency } from '../../segments/engine/row-mask';
import type { Scope } from '../../segments/engine/scope';
import type { Measure, Window } from '../../segments/rule/rule';
import { ruleWords } from '../../segments/sentence/rule-words';
import type { MeasuredSpan } from '../measure/measured-span';
import { amountAsked } from './amount-asked';
import { shareAnswer } from './answers';
import { type Asked, type AskedField, nothingAsked } from './asked';
import type { Candidate, HitsWithin, Trait } from './candidate';
import { codesOf } from './column-codes';
import { hitsWithin } from './dealt-trait';
import { rowKey } from './defining-fields';
import { shareAssociation } from './share-association';
import { A, B, type Sides } from './sides';
import type { StratumPlaces } from './stratum-places';

const MOST_VALUES = 1000;
const OWN_VALUES = 0.5;
const FEW_VALUES = 20;

const words = ruleWords();

type Table = Measure['of'];

/** What people did in the period: products, categories, channels, events and what else stands on their rows. */
export function rowFields(
  scope: Scope,
  span: MeasuredSpan,
  window: Window,
  sides: Sides,
): readonly AskedField[] {
  const { dataset } = scope;
  return (['orders', 'items', 'events'] as const).flatMap((table) => {
    const rows = periodRows(dataset, table, span);
    if (rows === null) return [];
    const named = fieldsOf(dataset, table).flatMap((id): AskedField[] => {
      const column = filledRowColumn(dataset, table, id)?.column;
      if (column === undefined || column.type === 'time') return [];
      const label = words.field(table, id);
      const source = { table, id, label, column, window, scope };
      return [
        {
          of: table,
          field: id,
          label,
          keys: [rowKey(table, id)],
          column: null,
          ask: () =>
            codesOf(column) === null ? numberOf(rows, source, sides) : valuesOf(rows, source, sides),
        },
      ];
    });
    return table === 'events' ? [countField(rows, window, sides), ...named] : named;
  });
}

interface Source {
  readonly table: Table;
  readonly id: string;
  readonly label: AskedField['label'];
  readonly column: Column;
  readonly window: Window;
  readonly scope: Scope;
}

/** Rows of a person that count: `from[p]` up to `to[p]` of the table, those of `counted` alone where it is given. */
interface Rows extends Pick<PeriodOrders, 'from' | 'to'> {
  /** Lines lie in their orders. */
  readonly lines: Uint32Array | null;
  readonly counted: Uint8Array | null;
}

function periodRows(dataset: Dataset, table: Table, span: MeasuredSpan): Rows | null {
  const { orders, items, events } = dataset;
  if ({ orders, items, events }[table].size === 0) return null;
  const { from, to } = ordersWithin(table === 'events' ? events : orders, span);
  return {
    from,
    to,
    lines: table === 'items' ? items.offsets : null,
    counted: table === 'events' ? null : orders.isSale,
  };
}

function fieldsOf({ orders, items, events }: Dataset, table: Table): readonly string[] {
  const columns = { orders, items, events }[table].columns;
  const fields: Readonly<Record<string, Field>> = table === 'events' ? FIELDS.events : FIELDS.orders;
  const own = [...columns.keys()].filter(
    (id) =>
      id !== 'orderId' && id !== 'currency' && !(Object.hasOwn(fields, id) && fields[id]?.key !== undefined),
  );
  switch (table) {
    case 'orders':
      return orders.currency.dictionary.length > 1 ? [...own, 'currency'] : own;
    // What is known by its name needs not be asked for by its number too.
    case 'items':
      return own.filter((id) => id !== 'sku' || !own.includes('product'));
    case 'events':
      return ['kind', ...own];
  }
}

/** Of those with any row that has the field: how many have one with each value. */
function valuesOf(rows: Rows, source: Source, { of: side }: Sides): Asked {
  const { codes, names } = codesOf(source.column)!;
  const { counts, known, values } = countedCodes(rows, side, codes, names.length);
  const [nA, nB] = [known[A]!, known[B]!];
  const totals = names.map((_, code) => counts[code * 3 + A]! + counts[code * 3 + B]!);
  const order = names
    .map((_, code) => code)
    .filter((code) => totals[code]! > 0)
    .sort((a, b) => totals[b]! - totals[a]! || a - b);
  if (order.length > FEW_VALUES && order.length > OWN_VALUES * values) return { leftOut: 'own-values' };
  let made: Holders | null = null;
  const holders = () => {
    made ??= holdersOf(rows, side, codes, totals);
    return made;
  };
  let tooFew = 0;
  const candidates = order.slice(0, MOST_VALUES).flatMap((code): Candidate[] => {
    // Everybody has one: nothing to ask.
    if (totals[code] === nA + nB) return [];
    const answer = shareAnswer([counts[code * 3 + A]!, nA], [counts[code * 3 + B]!, nB]);
    if (answer === null) {
      tooFew++;
      return [];
    }
    const value = names[code]!;
    const { table, id, label, window } = source;
    return [
      {
        subject: { of: table, field: id, label, value, asks: 'did' },
        unit: 'rate',
        metric: null,
        answer,
        association: shareAssociation(answer),
        trait: () => heldShare(holders(), code),
        rule: () => ({
          rule: {
            kind: 'behaviour',
            measure: {
              of: table,
              stat: 'count',
              where: [
                {
                  field: id,
                  test:
                    source.column.type === 'flag'
                      ? { op: value === 'yes' ? 'is-yes' : 'is-no' }
                      : { op: 'is-any-of', values: [value] },
                },
              ],
            },
            window,
            test: { op: 'at-least', value: 1 },
          },
          threshold: null,
        }),
      },
    ];
  });
  return {
    leftOut: null,
    candidates,
    tooFew,
    known: null,
    more: order.length > MOST_VALUES ? MOST_VALUES : null,
  };
}

/** Walked plainly, here and below: a call for each of millions of rows would be most of the work. */
function countedCodes(
  { from, to, lines, counted }: Rows,
  side: Uint8Array,
  codes: ArrayLike<number>,
  size: number,
) {
  const counts = new Uint32Array(size * 3);
  const last = new Int32Array(size).fill(-1);
  const known = [0, 0, 0];
  let values = 0;
  for (let p = 0; p < side.length; p++) {
    const s = side[p]!;
    if (s === 0) continue;
    const before = values;
    const end = to[p]!;
    for (let o = from[p]!; o < end; o++) {
      if (counted !== null && counted[o] === 0) continue;
      const stop = lines === null ? o + 1 : lines[o + 1]!;
      for (let i = lines === null ? o : lines[o]!; i < stop; i++) {
        const code = codes[i]!;
        if (code < 0) continue;
        values++;
        if (last[code] === p) continue;
        last[code] = p;
        counts[code * 3 + s]!++;
      }
    }
    if (values > before) known[s]!++;
  }
  return { counts, known, values };
}

/** Who has rows with a code, so that the people of any value are found without walking all rows again. */
interface Holders {
  /** By person: 0 of whom any value is known, NaN of the others. */
  readonly known: Float64Array;
  /** People with code c are `people[offsets[c]]` up to `people[offsets[c + 1]]`. */
  readonly offsets: Uint32Array;
  readonly people: Uint32Array;
  /** How many of them there are with any value. */
  readonly within: (by: StratumPlaces) => Pick<HitsWithin, 'sizes' | 'unknown'>;
}

function holdersOf(
  { from, to, lines, counted }: Rows,
  side: Uint8Array,
  codes: ArrayLike<number>,
  totals: readonly number[],
): Holders {
  const offsets = new Uint32Array(totals.length + 1);
  totals.forEach((total, code) => {
    offsets[code + 1] = offsets[code]! + total;
  });
  const next = offsets.slice();
  const people = new Uint32Array(offsets[totals.length]!);
  const known = new Float64Array(side.length).fill(Number.NaN);
  const last = new Int32Array(totals.length).fill(-1);
  for (let p = 0; p < side.length; p++) {
    if (side[p] === 0) continue;
    const end = to[p]!;
    for (let o = from[p]!; o < end; o++) {
      if (counted !== null && counted[o] === 0) continue;
      const stop = lines === null ? o + 1 : lines[o + 1]!;
      for (let i = lines === null ? o : lines[o]!; i < stop; i++) {
        const code = codes[i]!;
        if (code < 0) continue;
        known[p] = 0;
        if (last[code] === p) continue;
        last[code] = p;
        people[next[code]!++] = p;
      }
    }
  }
  return { known, offsets, people, within: knownWithin(known) };
}

function knownWithin(known: Float64Array): Holders['within'] {
  const found = new Map<StratumPlaces, ReturnType<Holders['within']>>();
  return (by) => {
    const held = found.get(by) ?? hitsWithin(known, by);
    found.set(by, held);
    return held;
  };
}

/** 1 of those who have the value, 0 of others with any. */
function heldShare(holders: Holders, code: number): Trait {
  const { known, offsets, people } = holders;
  let made: Float64Array | null = null;
  return {
    kind: 'share',
    get values() {
      if (made === null) {
        made = known.slice();
        for (let i = offsets[code]!; i < offsets[code + 1]!; i++) made[people[i]!] = 1;
      }
      return made;
    },
    per: null,
    hitsWithin(by) {
      const places = by.names.length * 2;
      const hits = new Uint32Array(places);
      for (let i = offsets[code]!; i < offsets[code + 1]!; i++) {
        const place = by.of[people[i]!]!;
        if (place >= 0) hits[place]!++;
      }
      return { ...holders.within(by), hits };
    },
  };
}

/** The mean of each person's rows. */
function numberOf(rows: Rows, source: Source, { of: side }: Sides): Asked {
  const { table, id, label, column, window, scope } = source;
  if (column.type === 'text' || column.type === 'flag') return nothingAsked(0);
  // Money of one currency, as everywhere.
  const ours = column.type === 'money' ? inCurrency(scope, table) : null;
  const values = new Float64Array(side.length).fill(Number.NaN);
  const { from, to, lines, counted } = rows;
  for (let p = 0; p < side.length; p++) {
    if (side[p] === 0) continue;
    let n = 0;
    let sum = 0;
    const end = to[p]!;
    for (let o = from[p]!; o < end; o++) {
      if (counted !== null && counted[o] === 0) continue;
      const stop = lines === null ? o + 1 : lines[o + 1]!;
      for (let i = lines === null ? o : lines[o]!; i < stop; i++) {
        const v = column.values[i]!;
        if (Number.isNaN(v) || (ours !== null && ours[i] === 0)) continue;
        n++;
        sum += v;
      }
    }
    if (n > 0) values[p] = sum / n;
  }
  return amountAsked(values, side, {
    subject: { of: table, field: id, label, value: null, asks: 'amount' },
    unit: column.type === 'money' ? 'money' : 'number',
    units: column.type === 'money' ? scope.units : 1,
    rule: (test) => ({ kind: 'behaviour', measure: { of: table, stat: 'mean', field: id }, window, test }),
  });
}

function countField(rows: Rows, window: Window, { of: side }: Sides): AskedField {
  const label = { en: 'Number of events', pl: 'Liczba zdarzeń' };
  return {
    of: 'events',
    field: 'count',
    label,
    keys: ['events.count'],
    column: null,
    ask: () => {
      const values = Float64Array.from(side, (s, p) => (s === 0 ? Number.NaN : rows.to[p]! - rows.from[p]!));
      return amountAsked(values, side, {
        subject: { of: 'events', field: 'count', label, value: null, asks: 'amount' },
        unit: 'number',
        units: 1,
        rule: (test) => ({ kind: 'behaviour', measure: { of: 'events', stat: 'count' }, window, test }),
      });
    },
  };
}
