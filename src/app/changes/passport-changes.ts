import type { PassportChanges } from '../../core/passport';
import type { CaptureChanges } from '../../ingest/overlap/capture-changes';

const FIELDS_KEPT = 50;

/** What a passport keeps of the changes; the records themselves are found again in the captures. */
export function passportChanges(
  changes: CaptureChanges,
  nameOf: (captureId: string) => string,
): PassportChanges {
  return {
    unit: changes.records.unit,
    earlier: changes.earlier.map(({ id }) => nameOf(id)),
    new: changes.fresh.length,
    changed: changes.changed.length,
    unchanged: changes.unchanged.length,
    gone: changes.gone.length,
    span: changes.span,
    fields: changes.fields.slice(0, FIELDS_KEPT),
    columnsNew: changes.columnsNew.slice(0, FIELDS_KEPT),
    columnsGone: changes.columnsGone.slice(0, FIELDS_KEPT),
    goneLeftOut: false,
  };
}

/** The capture that says all of this already, however it was written or ordered; null where something is new. */
export function heldAlready(changes: CaptureChanges): string | null {
  const { records, unchanged, columnsNew } = changes;
  if (unchanged.length < records.size || columnsNew.length > 0) return null;
  const captures = new Set(unchanged.map(({ before }) => before.capture));
  const [only] = captures;
  if (only === undefined || captures.size > 1 || changes.earlierRecords[only]?.size !== records.size)
    return null;
  return changes.earlier[only]?.id ?? null;
}

/** Ids by which earlier captures are told to leave out what is gone; what has no id stays. */
export function goneIds(changes: CaptureChanges | null): readonly string[] {
  if (changes === null || changes.records.unit === 'rows') return [];
  return changes.gone.flatMap(({ capture, record }) => changes.earlierRecords[capture]?.ids[record] ?? []);
}
