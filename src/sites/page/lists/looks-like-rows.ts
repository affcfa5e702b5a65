import { isValueLike } from '../value-like';

/** More words than this are prose: a comment, a message, a description. */
const MOST_WORDS = 12;
/** "14:05", "3 min ago", "2 godz. temu": when something was said, in every chat and every feed. */
const WHEN =
  /^\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?$|^\d+\s?(?:s|sec|min|m|h|d|w|godz|dni|dn|hours?|days?|minutes?|weeks?|months?|years?)\b|\bago$|\btemu$/iu;
const REACHES = /^[^\s@]+@[^\s@]+\.[^\s@]+$|^\+\d[\d\s()-]{7,}\d$/;

const words = (text: string): number => text.split(/\s+/).length;

export interface RowsSeen {
  /** Texts of the first rows, one a column, header left out. */
  readonly rows: readonly (readonly string[])[];
  /** Whether a header names the columns. */
  readonly named: boolean;
  /** Whether most rows have a picture or a button: tiles, with something to look at and to press. */
  readonly tiles: boolean;
}

/**
 * Whether rows of equal shape are data. With names over its columns a list says itself that it is a table: then one
 * column of values, or three columns, do. Without, it has to hold three columns, two of them values that are no mere
 * times, or somebody's e-mail or phone. Menus have one column, counts beside their words make two; chats and comments
 * have a name, a time and prose; tiles of a shop have a picture or a button; a calendar has days and nothing else.
 */
export function looksLikeRows({ rows, named, tiles }: RowsSeen): boolean {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map((row) => row[column] ?? '').filter((text) => text !== ''),
  ).filter((texts) => texts.length * 2 >= rows.length);
  if (rows.length < (named ? 2 : 3) || columns.length < 2) return false;
  if (new Set(rows.map((row) => row.join('\n'))).size * 10 < rows.length * 6) return false;
  if (columns.length === 7 && columns.every(isDays)) return false;
  const prose = columns.filter((texts) => mean(texts.map(words)) > MOST_WORDS).length;
  const values = columns.filter((texts) =>
    mostly(texts, (text) => isValueLike(text) && !WHEN.test(text)),
  ).length;
  const reaches = columns.some((texts) => mostly(texts, (text) => REACHES.test(text)));
  if (named) return prose <= 1 && (values > 0 || reaches || columns.length - prose >= 3);
  return prose === 0 && columns.length >= 3 && (reaches || (values >= 2 && !tiles));
}

const mostly = (texts: readonly string[], is: (text: string) => boolean): boolean =>
  texts.filter(is).length * 5 >= texts.length * 4;

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length);

const isDays = (texts: readonly string[]): boolean =>
  texts.every((text) => /^\d{1,2}$/.test(text) && Number(text) <= 31);

/** Words over a column, rather than one of its values. */
export const isColumnName = (text: string): boolean =>
  text !== '' && text.length <= 60 && words(text) <= 6 && !isValueLike(text) && !REACHES.test(text);

/** A sentence or more: what somebody says, no field of anything. */
export const isProse = (text: string): boolean => words(text) > MOST_WORDS;
