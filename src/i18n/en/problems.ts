import type { Problem, ProblemCode } from '../../core/problem';

/** `Row 1,203: ` or `Column "Paid at": `, as much as the problem knows of its place. */
const at = ({ row, column }: Problem) => {
  const place = row === undefined ? '' : `Row ${row.toLocaleString('en-GB')}`;
  const where = column === undefined ? '' : `column “${column}”`;
  if (place && where) return `${place}, ${where}: `;
  if (place) return `${place}: `;
  return where ? `Column “${column}”: ` : '';
};
const value = (problem: Problem) => `“${problem.value ?? ''}”`;
const param = (problem: Problem, name: string) => {
  const found = problem.params?.[name];
  return typeof found === 'number' ? found.toLocaleString('en-GB') : found;
};
const cells = (problem: Problem) => {
  const [has, wants] = [param(problem, 'found'), param(problem, 'expected')];
  return has === undefined || wants === undefined ? '' : ` (${has} instead of ${wants})`;
};

type Sentence = (problem: Problem) => string;

/** What is wrong with a source, and where. */
export const en: Record<ProblemCode, Sentence> = {
  'file/empty': () => 'The file is empty.',
  'file/header-only': () => 'The file has a header and no rows under it.',
  'file/not-text': () =>
    'This is not a text file: it looks like a picture, a spreadsheet or an archive. Save it as CSV and add it again.',
  'file/too-large': () => 'The file is larger than the browser can read.',
  'file/unreadable': () =>
    'The browser could not read the file. It may have been moved or changed since it was picked.',
  'file/no-table': () => 'No table was found in the file: no two lines have the same columns.',
  'file/unknown-encoding': () =>
    'The letters could not be made out for certain. Look at names with accents; if they look wrong, save the file as UTF-8 and add it again.',
  'file/cut-off': () => 'The file ends in the middle of a row; the download may not have finished.',
  'table/empty': () => 'The table has no rows.',
  'table/too-many-columns': (p) =>
    `The table has more columns than can be kept${param(p, 'columns') === undefined ? '' : ` (${param(p, 'columns')})`}.`,
  'header/empty': (p) => `${at(p)}the header is empty, so the column is called by its place.`,
  'header/duplicate': (p) => `${at(p)}another column has the same header, so this one got a number.`,
  'row/too-many-cells': (p) => `${at(p)}more cells than the header has${cells(p)}.`,
  'row/too-few-cells': (p) => `${at(p)}fewer cells than the header has${cells(p)}.`,
  'row/too-long': (p) => `${at(p)}the row is longer than a row can be; a quote may never have been closed.`,
  'row/unclosed-quote': (p) =>
    p.params?.['mended'] === 1
      ? `${at(p)}a quote opens and never closes; the row was read as if it closed at its end.`
      : `${at(p)}a quote opens and never closes.`,
  'row/other-delimiter': (p) =>
    `${at(p)}the row is written with another separator than the rest; its cells were told apart by their kinds.`,
  'row/stray-quote': (p) =>
    `${at(p)}a quotation mark stands inside the text unescaped; it was kept as written.`,
  'row/required-missing': (p) => `${at(p)}the cell is empty, and a row can't be kept without it.`,
  'row/required-unreadable': (p) =>
    `${at(p)}${value(p)} can't be read as the rest of the column, and a row can't be kept without it.`,
  'row/duplicate': (p) => `${at(p)}the same row stands earlier in the file.`,
  'cell/not-a-number': (p) => `${at(p)}${value(p)} is not a number as this column writes them.`,
  'cell/not-a-date': (p) => `${at(p)}${value(p)} is not a date in this column's order.`,
  'cell/not-a-flag': (p) => `${at(p)}${value(p)} is neither yes nor no.`,
  'cell/not-a-duration': (p) => `${at(p)}${value(p)} is not a length of time.`,
  'cell/other-currency': (p) => `${at(p)}${value(p)} is in another currency than the column.`,
  'column/ambiguous-date-order': (p) => `${at(p)}every date fits day/month and month/day alike.`,
  'column/ambiguous-decimal': (p) => `${at(p)}the comma or dot could mark decimals or thousands.`,
  'column/mixed-currencies': (p) =>
    `${at(p)}several currencies stand in one column; each is kept as its own.`,
  'totals/mismatch': (p) =>
    `${at(p)}the rows do not add up to the total the source states${
      param(p, 'kept') === undefined ? '' : ` (${param(p, 'kept')} against ${param(p, 'stated')})`
    }.`,
  'page/changed-while-reading': () => 'The page changed while it was read. Collect it again to be sure.',
  'page/too-large': () =>
    'The table on the page is larger than can be taken from a page. Use the tool’s own export.',
  'page/no-table': () => 'No table was found on the page.',
};
