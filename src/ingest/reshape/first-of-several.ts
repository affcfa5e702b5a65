import { NULL_CODE, type TextColumn } from '../../core/column';

/** `101;205`, as CRMs list the ids of everybody a deal is with. */
const SEVERAL = /[^\s;]\s*;\s*[^\s;]/;

/** The column with the first of several ids, which a CRM lists its main contact as, and how many rows held several. */
export function firstOfSeveral(column: TextColumn): { readonly column: TextColumn; readonly rows: number } {
  const several = column.dictionary.map((text) => SEVERAL.test(text));
  if (!several.includes(true)) return { column, rows: 0 };
  const at = new Map<string, number>();
  const to = column.dictionary.map((text, code) => {
    const first = several[code] ? (text.split(';').find((part) => part.trim() !== '') ?? text).trim() : text;
    const known = at.get(first) ?? at.size;
    at.set(first, known);
    return known;
  });
  let rows = 0;
  const codes = column.codes.map((code) => {
    if (code === NULL_CODE) return code;
    if (several[code]) rows++;
    return to[code]!;
  });
  return { column: { ...column, codes, dictionary: [...at.keys()] }, rows };
}
