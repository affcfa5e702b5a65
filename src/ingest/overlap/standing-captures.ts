import { NULL_CODE } from '../../core/column';
import { normaliseKey, PERSON_KEYS } from '../../core/person-keys';
import { fieldColumn, type KeptTable } from '../dataset/capture-table';
import { personKeyColumns } from '../dataset/person-columns';
import { captureSeries } from '../joins/capture-series';
import { pickRows } from '../reshape/pick-rows';
import { cellHash, sameCell, textHash } from './record-field';
import { targetName } from './records';

/**
 * The captures as they count. Orders are told apart by their ids, and people by their keys; what has neither (events,
 * orders without a number, contacts without a key) is the same where it says the same in every column that two
 * captures of one export have in common, and counts once. So an export that overlaps an earlier one doubles nothing.
 * What a later capture was told to leave out of the earlier ones is left out.
 */
export function standingCaptures(captures: readonly KeptTable[]): readonly KeptTable[] {
  const series = new Map<string, number[]>();
  captures.forEach(({ mapping }, i) => {
    if (mapping.table === 'reports' || mapping.table === 'spend') return;
    const name = captureSeries(mapping);
    series.set(name, [...(series.get(name) ?? []), i]);
  });
  const standing = [...captures];
  for (const members of series.values()) {
    if (members.length < 2) continue;
    leaveOut(captures, members, standing);
    leaveRepeats(members, standing);
  }
  return standing;
}

/** What each capture was told to leave out goes from all before it. */
function leaveOut(captures: readonly KeptTable[], members: readonly number[], standing: KeptTable[]): void {
  const gone = new Set<string>();
  for (const i of [...members].reverse()) {
    const kept = captures[i] as KeptTable;
    if (gone.size > 0) standing[i] = withoutRows(kept, rowsOf(kept, gone));
    for (const id of kept.leavesOut ?? []) gone.add(id);
  }
}

function rowsOf(kept: KeptTable, ids: ReadonlySet<string>): Uint8Array {
  const drop = new Uint8Array(kept.rows);
  if (kept.mapping.table === 'orders') {
    const orderId = fieldColumn(kept, 'orderId')?.column;
    if (orderId?.type !== 'text') return drop;
    const hit = orderId.dictionary.map((id) => ids.has(id));
    for (let row = 0; row < kept.rows; row++) if (hit[orderId.codes[row]!]) drop[row] = 1;
    return drop;
  }
  const known = new Uint8Array(kept.rows);
  const keys = personKeyColumns(kept);
  for (const key of PERSON_KEYS) {
    const column = keys.get(key);
    if (column === undefined) continue;
    const names = column.dictionary.map((text) => normaliseKey(key, text));
    for (let row = 0; row < kept.rows; row++) {
      const value = names[column.codes[row]!] ?? null;
      if (value === null || known[row] === 1) continue;
      known[row] = 1;
      if (ids.has(`${key} ${value}`)) drop[row] = 1;
    }
  }
  return drop;
}

interface Place {
  readonly capture: number;
  readonly row: number;
}

/** Rows without an id that a later capture holds as well go from the earlier one, one for one. */
function leaveRepeats(members: readonly number[], standing: KeptTable[]): void {
  const spans = members.map((i) => spanOf(standing[i] as KeptTable));
  const common = commonNames(members.map((i) => standing[i] as KeptTable));
  const columns = new Map(members.map((i) => [i, columnsNamed(standing[i] as KeptTable, common)]));
  const stands = new Map<number, Place[]>();
  for (let m = members.length - 1; m >= 0; m--) {
    const i = members[m] as number;
    const kept = standing[i] as KeptTable;
    const nameless = rowsWithoutId(kept);
    if (nameless === null) continue;
    const own = columns.get(i) ?? [];
    const hashes = own.map(({ column }) => (column.type === 'text' ? column.dictionary.map(textHash) : null));
    const time = timeOf(kept);
    const drop = new Uint8Array(kept.rows);
    const taken = new Set<Place>();
    /** By key: places before this one are taken. Many rows that are the same would else be looked through for each. */
    const free = new Map<number, number>();
    const more: (readonly [number, Place])[] = [];
    let dropped = 0;
    const twinOf = (row: number, places: readonly Place[] | undefined, key: number): Place | undefined => {
      if (places === undefined) return undefined;
      let p = free.get(key) ?? 0;
      while (p < places.length && taken.has(places[p]!)) p++;
      free.set(key, p);
      for (; p < places.length; p++) {
        const place = places[p]!;
        const theirs = columns.get(place.capture) ?? [];
        if (taken.has(place)) continue;
        if (own.every(({ column }, c) => sameCell(column, row, theirs[c]!.column, place.row))) return place;
      }
      return undefined;
    };
    for (let row = 0; row < kept.rows; row++) {
      if (nameless[row] === 0) continue;
      const at = time?.[row] ?? Number.NaN;
      // Most rows are of days that no other capture has.
      if (
        !Number.isNaN(at) &&
        !spans.some((span, s) => s !== m && span !== null && at >= span.from && at <= span.to)
      )
        continue;
      let a = 0;
      let b = 0;
      for (let c = 0; c < own.length; c++) {
        const hash = cellHash(own[c]!.column, hashes[c]!, row);
        a = (Math.imul(a, 31) + hash) | 0;
        b = (Math.imul(b ^ hash, 0x5bd1e995) + 1) | 0;
      }
      const key = (a >>> 0) * 2 ** 21 + (b >>> 11);
      const twin = twinOf(row, stands.get(key), key);
      if (twin === undefined) more.push([key, { capture: i, row }]);
      else {
        taken.add(twin);
        drop[row] = 1;
        dropped++;
      }
    }
    for (const [key, place] of more) {
      const places = stands.get(key);
      if (places === undefined) stands.set(key, [place]);
      else places.push(place);
    }
    // The columns compared stay those of all rows: places are counted in them.
    if (dropped > 0) standing[i] = withoutRows(kept, drop);
  }
}

/** 1 for each row that nothing but its content names; null where there is none. */
function rowsWithoutId(kept: KeptTable): Uint8Array | null {
  if (kept.mapping.table === 'events') return new Uint8Array(kept.rows).fill(1);
  const without = new Uint8Array(kept.rows).fill(1);
  if (kept.mapping.table === 'orders') {
    const orderId = fieldColumn(kept, 'orderId')?.column;
    if (orderId?.type !== 'text') return without;
    for (let row = 0; row < kept.rows; row++) if (orderId.codes[row] !== NULL_CODE) without[row] = 0;
  } else {
    for (const column of personKeyColumns(kept).values())
      for (let row = 0; row < kept.rows; row++) if (column.codes[row] !== NULL_CODE) without[row] = 0;
  }
  return without.includes(1) ? without : null;
}

function timeOf(kept: KeptTable): Float64Array | null {
  const column = fieldColumn(kept, 'time')?.column;
  return column?.type === 'time' ? column.values : null;
}

function spanOf(kept: KeptTable): { readonly from: number; readonly to: number } | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const t of timeOf(kept) ?? []) {
    if (t < from) from = t;
    if (t > to) to = t;
  }
  return from <= to ? { from, to } : null;
}

function commonNames(captures: readonly KeptTable[]): readonly string[] {
  const [first, ...others] = captures.map(
    (kept) => new Set(kept.columns.map(({ mapping }) => targetName(mapping))),
  );
  return [...(first ?? [])].filter((name) => others.every((names) => names.has(name))).sort();
}

/** In the order of `names`, so that those of two captures stand side by side. */
function columnsNamed(kept: KeptTable, names: readonly string[]): readonly KeptTable['columns'][number][] {
  return names.flatMap((name) => kept.columns.find(({ mapping }) => targetName(mapping) === name) ?? []);
}

function withoutRows(kept: KeptTable, drop: Uint8Array): KeptTable {
  const stay: number[] = [];
  for (let row = 0; row < kept.rows; row++) if (drop[row] === 0) stay.push(row);
  if (stay.length === kept.rows) return kept;
  return { ...kept, ...pickRows(kept, Uint32Array.from(stay)) };
}
