import { plainText } from '../plain-text';
import { isValueLike } from '../value-like';
import { isProse } from './looks-like-rows';

export interface Definition {
  readonly label: string;
  readonly value: string;
}

/**
 * A definition list as records: one, or as many as its labels come again. Null where it defines words: without three
 * labels, without a single value among what it says, or in prose.
 */
export function definedRecords(
  pairs: readonly Definition[],
): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null {
  const records: Map<string, string>[] = [];
  for (const { label, value } of pairs) {
    const name = plainText(label).replace(/\s*:$/, '');
    const last = records.at(-1);
    const record = last === undefined || last.has(name) ? new Map<string, string>() : last;
    if (record !== last) records.push(record);
    record.set(name, plainText(value));
  }
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const values = records.flatMap((record) => [...record.values()]);
  const labels = columns.every((name) => name !== '' && name.length <= 60 && !name.endsWith('?'));
  if (columns.length < (records.length > 1 ? 2 : 3) || !labels) return null;
  if (values.filter(isProse).length * 4 > values.length) return null;
  if (!values.some((value) => isValueLike(value) || /^\S+@\S+\.\S+$/.test(value))) return null;
  // The same labels again and again are records; a few that come twice are a list of something else.
  if (records.some((record) => record.size * 2 < columns.length)) return null;
  return { columns, rows: records.map((record) => columns.map((name) => record.get(name) ?? '')) };
}
