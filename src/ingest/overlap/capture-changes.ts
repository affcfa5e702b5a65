import { DAY_MS, dayOf, parseIso } from '../../core/time/calendar';
import type { KeptTable } from '../dataset/capture-table';
import { captureSeries } from '../joins/capture-series';
import type { RecordField } from './record-field';
import { type Records, recordsOf } from './records';

export const CHANGE_KINDS = ['new', 'changed', 'unchanged', 'gone'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a capture brings beside earlier ones of the same export, record by record. */
export interface CaptureChanges {
  readonly records: Records;
  /** The captures it is held against, oldest first. */
  readonly earlier: readonly KeptTable[];
  readonly earlierRecords: readonly Records[];
  readonly fresh: readonly number[];
  readonly changed: readonly ChangedRecord[];
  readonly unchanged: readonly ChangedRecord[];
  /** Held, of the days this one covers, and not in it. */
  readonly gone: readonly HeldRecord[];
  /** Days in which what is gone is looked for, `WallMs`; null where records have no time, and all are looked at. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** Fields that differ in some record, those of most first. */
  readonly fields: readonly { readonly header: string; readonly records: number }[];
  /** Columns that only this one, or only earlier ones have. */
  readonly columnsNew: readonly string[];
  readonly columnsGone: readonly string[];
}

export interface HeldRecord {
  /** Place in `earlier`. */
  readonly capture: number;
  readonly record: number;
}

export interface ChangedRecord {
  readonly record: number;
  readonly before: HeldRecord;
}

/**
 * Holds a capture against the earlier ones of its series; of a record that several hold, against the latest. Null where
 * there is none to hold it against: another export, or a report of other days.
 */
export function captureChanges(kept: KeptTable, before: readonly KeptTable[]): CaptureChanges | null {
  const series = captureSeries(kept.mapping);
  const ofSeries = before.filter((other) => captureSeries(other.mapping) === series);
  // Mostly there is none, and nothing is made of the capture's records in vain.
  if (ofSeries.length === 0) return null;
  const records = recordsOf(kept);
  const isReport = kept.mapping.table === 'reports' || kept.mapping.table === 'spend';
  const earlier = ofSeries.filter((other) => !isReport || records.time !== null || sameRange(kept, other));
  if (earlier.length === 0) return null;
  const earlierRecords = earlier.map(recordsOf);
  const standing = standingIds(earlierRecords);
  const span = spanOf(kept, records);
  const byContent = contentOf(records, earlierRecords, span);

  const fresh: number[] = [];
  const changed: ChangedRecord[] = [];
  const unchanged: ChangedRecord[] = [];
  const met = new Set<string>();
  const differing = new Map<string, { readonly header: string; records: number }>();
  const pairs = earlierRecords.map((other) => commonFields(records, other));
  for (let record = 0; record < records.size; record++) {
    const id = records.ids[record] ?? null;
    if (id === null) {
      const found = byContent.take(record);
      if (found === null) fresh.push(record);
      else unchanged.push({ record, before: found });
      continue;
    }
    met.add(id);
    const held = standing.get(id);
    if (held === undefined) {
      fresh.push(record);
      continue;
    }
    let same = true;
    for (const [field, other] of pairs[held.capture] ?? []) {
      if (field.same(record, other, held.record)) continue;
      same = false;
      const count = differing.get(field.name) ?? { header: field.header, records: 0 };
      count.records++;
      differing.set(field.name, count);
    }
    (same ? unchanged : changed).push({ record, before: held });
  }
  const gone: HeldRecord[] = [];
  for (const [id, held] of standing) {
    if (!met.has(id) && isWithin(earlierRecords[held.capture], held.record, span)) gone.push(held);
  }
  return {
    records,
    earlier,
    earlierRecords,
    fresh,
    changed,
    unchanged,
    gone: [...gone, ...byContent.left()],
    span,
    fields: [...differing.values()].sort((a, b) => b.records - a.records),
    columnsNew: onlyIn(records, earlierRecords),
    columnsGone: onlyIn(earlierRecords.at(-1), [records]),
  };
}

/** Which fields of a changed record differ, before and after. */
export function changedFields(
  changes: CaptureChanges,
  { record, before }: ChangedRecord,
): readonly { readonly own: RecordField; readonly other: RecordField }[] {
  const held = changes.earlierRecords[before.capture];
  if (held === undefined) return [];
  return commonFields(changes.records, held)
    .filter(([own, other]) => !own.same(record, other, before.record))
    .map(([own, other]) => ({ own, other }));
}

export function commonFields(a: Records, b: Records): readonly (readonly [RecordField, RecordField])[] {
  const theirs = new Map(b.fields.map((field) => [field.name, field]));
  return a.fields.flatMap((field) => {
    const other = theirs.get(field.name);
    return other === undefined ? [] : [[field, other] as const];
  });
}

const sameRange = (a: KeptTable, b: KeptTable): boolean =>
  JSON.stringify(a.passport.dateRange) === JSON.stringify(b.passport.dateRange);

function onlyIn(of: Records | undefined, others: readonly Records[]): readonly string[] {
  const known = new Set(others.flatMap((other) => other.fields.map((field) => field.name)));
  return of?.fields.flatMap((field) => (known.has(field.name) ? [] : [field.header])) ?? [];
}

/** By id, the latest capture that holds it. */
function standingIds(earlier: readonly Records[]): ReadonlyMap<string, HeldRecord> {
  const found = new Map<string, HeldRecord>();
  earlier.forEach((records, capture) => {
    records.ids.forEach((id, record) => {
      if (id !== null) found.set(id, { capture, record });
    });
  });
  return found;
}

/** The days a capture covers: those it states, and those its records are of. */
function spanOf(kept: KeptTable, { time }: Records): CaptureChanges['span'] {
  if (time === null) return null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const t of time) {
    if (t < from) from = t;
    if (t > to) to = t;
  }
  const stated = kept.passport.dateRange;
  const first = stated === null ? null : parseIso(stated.from);
  const last = stated === null ? null : parseIso(stated.to);
  if (first !== null) from = Math.min(from, first);
  if (last !== null) to = Math.max(to, (dayOf(last) + 1) * DAY_MS - 1);
  return from <= to ? { from, to } : { from: 0, to: -1 };
}

function isWithin(records: Records | undefined, record: number, span: CaptureChanges['span']): boolean {
  if (span === null) return true;
  const at = records?.time?.[record] ?? Number.NaN;
  return at >= span.from && at <= span.to;
}

/**
 * Records without an id are the same where all they say is the same, as often as it stands in one capture: two equal
 * rows of one file are two, the same row in two files is one.
 */
function contentOf(records: Records, earlier: readonly Records[], span: CaptureChanges['span']) {
  const names = new Set(records.fields.map((field) => field.name));
  const common = new Set(
    [...names].filter((name) => earlier.every((e) => e.fields.some((f) => f.name === name))),
  );
  const hashOf = (of: Records) => {
    const fields = of.fields
      .filter((field) => common.has(field.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return (record: number): number => {
      let a = 0;
      let b = 0;
      for (const field of fields) {
        const hash = field.hash(record);
        a = (Math.imul(a, 31) + hash) | 0;
        b = (Math.imul(b ^ hash, 0x5bd1e995) + 1) | 0;
      }
      return (a >>> 0) * 2 ** 21 + (b >>> 11);
    };
  };
  const held = new Map<number, HeldRecord[]>();
  if (records.ids.some((id) => id === null)) {
    earlier.forEach((of, capture) => {
      const hash = hashOf(of);
      const own = new Map<number, HeldRecord[]>();
      of.ids.forEach((id, record) => {
        if (id !== null || !isWithin(of, record, span)) return;
        const key = hash(record);
        const list = own.get(key);
        if (list === undefined) own.set(key, [{ capture, record }]);
        else list.push({ capture, record });
      });
      for (const [key, list] of own) if (list.length >= (held.get(key)?.length ?? 0)) held.set(key, list);
    });
  }
  const ownHash = hashOf(records);
  return {
    take(record: number): HeldRecord | null {
      if (held.size === 0) return null;
      return held.get(ownHash(record))?.pop() ?? null;
    },
    left: (): readonly HeldRecord[] => [...held.values()].flat(),
  };
}
