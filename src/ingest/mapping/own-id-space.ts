import { ContentHash } from '../../core/hashing/content-hash';
import type { ColumnMapping } from '../../core/mapping';
import type { TableSurvey } from '../survey';
import { headerWords } from './header-words';
import { ID_FIELDS } from './id-fields';

/** `7f0b…` of 16 and more, a UUID, or what a browser is called by: nobody else makes the same one up. */
const UNGUESSABLE = [
  /^[0-9a-f]{16,}$/i,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^\d{5,}\.\d{9,}$/,
  /^(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{20,}$/,
];

/**
 * Which numbering the ids of a file of nobody's belong to. Number 123 of two such files is two customers, unless the
 * person says otherwise; the next file under the same headers is of the same numbering. Codes that can't meet by
 * chance share one space: where they are equal, they are the same.
 */
export function ownIdSpace(table: TableSurvey, columns: readonly ColumnMapping[]): string {
  const ids = columns.filter(({ target }) => target.kind === 'field' && ID_FIELDS.has(target.field));
  const guessable = ids.filter(({ source }) => {
    const examples = table.columns.find((c) => c.index === source)?.examples ?? [];
    return !examples.every((value) => UNGUESSABLE.some((shape) => shape.test(value.trim())));
  });
  const [first] = guessable;
  if (first === undefined) return '';
  const shape = new ContentHash();
  const headers = table.columns.map((c) => headerWords(c.header)).sort();
  shape.update(new TextEncoder().encode(headers.join('\u001f')));
  return `${first.header} ${shape.digest().slice(0, 6)}`;
}
