import {
  type CaptureChanges,
  type ChangeKind,
  changedFields,
  type HeldRecord,
} from '../../ingest/overlap/capture-changes';
import type { RecordField } from '../../ingest/overlap/record-field';
import type { Records } from '../../ingest/overlap/records';
import type { ChangedRecordView } from '../../protocol/api/changes';

/** Of a record that is only new or gone, so many values say which one it is. */
const SAID = 4;

export function changePage(
  changes: CaptureChanges,
  kind: ChangeKind,
  offset: number,
  limit: number,
): { readonly total: number; readonly records: readonly ChangedRecordView[] } {
  const page = <T>(all: readonly T[], view: (one: T) => ChangedRecordView) => ({
    total: all.length,
    records: all.slice(offset, offset + limit).map(view),
  });
  const { records } = changes;
  const held = ({ capture, record }: HeldRecord): ChangedRecordView => {
    const of = changes.earlierRecords[capture] as Records;
    return {
      ...whichOne(of, record),
      fields: said(of, record).map((field) => ({
        header: field.header,
        before: field.shown(record),
        after: null,
      })),
    };
  };
  switch (kind) {
    case 'new':
      return page(changes.fresh, (record) => ({
        ...whichOne(records, record),
        fields: said(records, record).map((field) => ({
          header: field.header,
          before: null,
          after: field.shown(record),
        })),
      }));
    case 'changed':
      return page(changes.changed, (change) => ({
        ...whichOne(records, change.record),
        fields: changedFields(changes, change).map(({ own, other }) => ({
          header: own.header,
          before: other.shown(change.before.record),
          after: own.shown(change.record),
        })),
      }));
    case 'unchanged':
      return page(changes.unchanged, ({ record }) => ({ ...whichOne(records, record), fields: [] }));
    case 'gone':
      return page(changes.gone, held);
  }
}

function whichOne(records: Records, record: number): Omit<ChangedRecordView, 'fields'> {
  const at = records.time?.[record] ?? Number.NaN;
  return { label: records.label(record), row: records.row(record), at: Number.isNaN(at) ? null : at };
}

const said = (records: Records, record: number): readonly RecordField[] =>
  records.fields.filter((field) => field.shown(record).length > 0).slice(0, SAID);
