import type { KeptTable } from '../../ingest/dataset/kept-table';
import type { IsErased } from '../../ingest/erasure/erased-keys';
import { refusedWithout, withoutErased } from '../../ingest/erasure/without-erased';
import type { CaptureRecord } from '../../store/root-record';
import type { Writer } from '../../store/store';
import { storedTable } from '../kept/kept-record';
import { decodeRefused, encodeRefused } from '../kept/kept-refused';

/** A capture as it stands without some people, in its rows and its refused rows; what changed is staged anew. */
export async function captureWithout(
  writer: Writer,
  record: CaptureRecord,
  kept: KeptTable,
  isErased: IsErased,
  alsoRecords?: ReadonlySet<number>,
): Promise<CaptureRecord> {
  const left = withoutErased(kept, isErased, alsoRecords);
  const refused = await leftOfRefused(writer, record, isErased);
  return left === kept
    ? { ...record, refused }
    : {
        ...record,
        refused,
        rows: left.rows,
        passport: left.passport,
        table: await writer.stage(storedTable(left)),
      };
}

async function leftOfRefused(
  writer: Writer,
  record: CaptureRecord,
  isErased: IsErased,
): Promise<CaptureRecord['refused']> {
  if (record.refused === null) return null;
  const [stored] = await writer.load([record.refused]);
  const rows = decodeRefused(stored);
  const left = refusedWithout(rows, record.mapping, isErased);
  if (left.length === rows.length) return record.refused;
  return left.length === 0 ? null : writer.stage(encodeRefused(left));
}
