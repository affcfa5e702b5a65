import { AppError } from '../../core/app-error';
import type { RefusedRow } from '../../core/problem';
import type { Store } from '../../store/store';
import { decodeRefused } from '../kept/kept-refused';

/**
 * What a capture's source held and was not kept, under the source's own headers.
 * @throws AppError `import/source-gone` for a capture that is no more
 */
export async function refusedRows(
  store: Store,
  captureId: string,
): Promise<{
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly RefusedRow[];
}> {
  const { root, values } = await store.read((r) => {
    const refused = r.captures.find((c) => c.id === captureId)?.refused;
    return refused == null ? [] : [refused];
  });
  const capture = root.captures.find((c) => c.id === captureId);
  if (capture === undefined) throw new AppError('import/source-gone');
  const header: string[] = [];
  for (const column of capture.mapping.columns) header[column.source] = column.header;
  return {
    name: capture.name,
    header: Array.from(header, (h) => h ?? ''),
    rows: values[0] === undefined ? [] : decodeRefused(values[0]),
  };
}
