import type { Column } from '../../core/column';
import { CUSTOM_PREFIX } from '../../core/fields';
import type { Label } from '../../core/label';
import { sortFloats } from '../../core/sorting/sort-floats';
import { dayOf } from '../../core/time/calendar';
import { personColumn } from '../../segments/engine/person-column';
import { filledRowColumn, isFilled } from '../../segments/engine/row-column';
import { firstOrderTimes } from '../../segments/engine/row-ranges';
import type { Scope } from '../../segments/engine/scope';
import type { Measure } from '../../segments/rule/rule';
import { ruleWords } from '../../segments/sentence/rule-words';
import { quantile } from '../../stats/ranks/quantile';
import { codesOf } from './column-codes';
import { personKeys, rowKey } from './defining-fields';
import type { StratifierId } from './findings';

/** Everybody's channel, country, device or time with us: what a difference may come of instead. */
export interface Stratifier {
  readonly id: StratifierId;
  readonly label: Label;
  readonly keys: readonly string[];
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** Values kept apart; the others are one stratum together. */
const MOST_STRATA = 12;
export const OTHER = '…';

const words = ruleWords();

/** Those the data holds, each from the first place that has it. */
export function stratifiersOf(scope: Scope): readonly Stratifier[] {
  return [
    firstOf(scope, 'channel', CHANNEL),
    firstOf(scope, 'country', COUNTRY),
    firstOf(scope, 'device', DEVICE),
    tenure(scope),
  ].filter((found) => found !== null);
}

interface Place {
  readonly table: 'people' | Measure['of'];
  readonly field: string;
}

const CHANNEL: readonly Place[] = [
  { table: 'people', field: 'acquisitionChannel' },
  { table: 'people', field: 'acquisitionSource' },
  { table: 'orders', field: 'channel' },
  { table: 'events', field: 'channel' },
];
const COUNTRY: readonly Place[] = [
  { table: 'people', field: 'personCountry' },
  { table: 'orders', field: 'country' },
];
const OWN_CHANNEL = /^(channel|kanał|kanal|source|źródło|zrodlo)$/i;
const DEVICE = /^(device|urządzenie|urzadzenie)([ _-]?(category|type|typ|kategoria))?$/i;
const OWN_COUNTRY = /^(country|kraj)$/i;

function firstOf(scope: Scope, id: StratifierId, places: readonly Place[] | RegExp): Stratifier | null {
  const own = id === 'channel' ? OWN_CHANNEL : id === 'country' ? OWN_COUNTRY : (places as RegExp);
  const wanted = Array.isArray(places) ? (places as readonly Place[]) : [];
  for (const place of [...wanted, ...ownPlaces(scope, own)]) {
    const found =
      place.table === 'people' ? ofPerson(scope, place.field) : ofRows(scope, place.table, place.field);
    if (found === null) continue;
    const { codes, names } = commonest(found.codes, found.names);
    if (names.length < 2) continue;
    return {
      id,
      label: words.field(place.table, place.field),
      keys: place.table === 'people' ? personKeys(place.field) : [rowKey(place.table, place.field)],
      codes,
      names,
    };
  }
  return null;
}

/** Columns a file calls so. */
function ownPlaces({ dataset }: Scope, header: RegExp): readonly Place[] {
  return (['people', 'orders', 'events'] as const).flatMap((table) =>
    [...dataset[table].columns.keys()]
      .filter(
        (field) => field.startsWith(CUSTOM_PREFIX) && header.test(field.slice(CUSTOM_PREFIX.length).trim()),
      )
      .map((field) => ({ table, field })),
  );
}

type Coded = { readonly codes: ArrayLike<number>; readonly names: readonly string[] };

function ofPerson(scope: Scope, field: string): Coded | null {
  const column = personColumn(scope, field);
  return column === null || !isFilled(column) ? null : codesOf(column);
}

/** Of each person the value of their first row up to the as-of: where they came from, before all that was done. */
function ofRows(scope: Scope, table: Measure['of'], field: string): Coded | null {
  const found = filledRowColumn(scope.dataset, table, field);
  const own = found === null || found.rowsOf !== table ? null : codesOf(found.column);
  if (own === null) return null;
  const { offsets, time } = scope.dataset[table === 'events' ? 'events' : 'orders'];
  const codes = new Int32Array(scope.dataset.people.size).fill(-1);
  for (let p = 0; p < codes.length; p++) {
    for (let row = offsets[p]!; row < offsets[p + 1]! && !(time[row]! > scope.asOf); row++) {
      codes[p] = own.codes[row]!;
      if (codes[p]! >= 0) break;
    }
  }
  return { codes, names: own.names };
}

function commonest(codes: ArrayLike<number>, names: readonly string[]) {
  const counts = new Uint32Array(names.length);
  for (let p = 0; p < codes.length; p++) if (codes[p]! >= 0) counts[codes[p]!]!++;
  const order = [...counts.keys()]
    .filter((c) => counts[c]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b);
  const kept = order.length > MOST_STRATA ? order.slice(0, MOST_STRATA - 1) : order;
  const place = new Int32Array(names.length).fill(kept.length);
  kept.forEach((code, i) => {
    place[code] = i;
  });
  return {
    codes: Int32Array.from(codes, (code) => (code < 0 ? -1 : place[code]!)),
    names: [...kept.map((code) => names[code]!), ...(order.length > kept.length ? [OTHER] : [])],
  };
}

/** Days since somebody was made, or first ordered; or a column called so. In four parts alike in size. */
function tenure(scope: Scope): Stratifier | null {
  const created = personColumn(scope, 'daysSinceCreated');
  const first = firstOrderTimes(scope);
  const own = ownPlaces(scope, /^(tenure|staż|staz)/i).find(({ table }) => table === 'people');
  const ownColumn = own === undefined ? null : personColumn(scope, own.field);
  const [values, label, keys] = isNumber(created)
    ? ([created.values, words.field('people', 'daysSinceCreated'), personKeys('createdAt')] as const)
    : isNumber(ownColumn) && own !== undefined
      ? ([ownColumn.values, words.field('people', own.field), personKeys(own.field)] as const)
      : ([
          first.map((at) =>
            Number.isNaN(at) || at > scope.asOf ? Number.NaN : dayOf(scope.asOf) - dayOf(at),
          ),
          { en: 'Days since first order', pl: 'Dni od pierwszego zamówienia' },
          ['orders.time'],
        ] as const);
  const sorted = sortFloats(values.filter((v) => !Number.isNaN(v)));
  const cuts = [...new Set([0.25, 0.5, 0.75].map((p) => Math.round(quantile(sorted, p))))].filter(
    (cut) => cut > sorted[0]! && cut <= sorted[sorted.length - 1]!,
  );
  if (cuts.length === 0) return null;
  const names = [...cuts, null].map((cut, i) => {
    const from = cuts[i - 1];
    return cut === null ? `≥ ${from}` : from === undefined ? `< ${cut}` : `${from}–${cut - 1}`;
  });
  return {
    id: 'tenure',
    label,
    keys,
    names,
    codes: Int32Array.from(values, (v) => (Number.isNaN(v) ? -1 : cuts.filter((cut) => v >= cut).length)),
  };
}

function isNumber(column: Column | null): column is Extract<Column, { type: 'number' }> {
  return column?.type === 'number' && isFilled(column);
}
