import type { Problem, ProblemCode } from '../../core/problem';
import { plural } from '../plural';

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

const megabytes = (problem: Problem) =>
  `${Math.floor(Number(problem.params?.['limit'] ?? 0) / (1024 * 1024)).toLocaleString('en-GB')} MB`;
/** `3 rows are`, `1 row is`. */
const counted = (problem: Problem, one: string, other: string) => {
  const count = Number(problem.params?.['count'] ?? 0);
  return `${count.toLocaleString('en-GB')} ${plural('en', count, { one, other })}`;
};

type Sentence = (problem: Problem) => string;

/** What is wrong with a source, and where. */
export const en: Record<ProblemCode, Sentence> = {
  'file/empty': () => 'The file is empty.',
  'file/header-only': () => 'The file has a header and no rows under it.',
  'file/not-text': () =>
    'This is not a table: it looks like a picture, a document or a program’s own file. Export it as CSV, Excel or JSON and add it again.',
  'file/too-large': () => 'The file is larger than the browser can read.',
  'file/unreadable': () =>
    'The browser could not read the file. It may have been moved or changed since it was picked.',
  'file/no-table': () => 'No table was found in the file: no two lines have the same columns.',
  'file/unknown-encoding': () =>
    'The letters could not be made out for certain. Look at names with accents; if they look wrong, save the file as UTF-8 and add it again.',
  'file/cut-off': () => 'The file ends in the middle of a row; the download may not have finished.',
  'archive/encrypted': () =>
    'It is protected by a password, so it can’t be read. Save it without one and add it again.',
  'archive/damaged': () =>
    'The packed file is damaged or was not downloaded to its end. Download it again, or unpack it and add what is inside.',
  'archive/method': () =>
    'It is packed in a way browsers can’t unpack. Unpack it on your computer and add what is inside.',
  'archive/too-large': (p) =>
    `Unpacked, it is larger than what is taken in one go (${megabytes(p)}). Unpack it and add the files one by one.`,
  'archive/ratio': (p) =>
    `It would unpack to more than ${param(p, 'limit')} times its size, as harmful files do, so it was not unpacked. If you trust it, unpack it and add what is inside.`,
  'archive/too-many-members': (p) =>
    `More than ${param(p, 'limit')} files are packed in it. Unpack it and add the ones you need.`,
  'archive/too-deep': (p) =>
    `It is packed more than ${param(p, 'limit')} times over. Unpack it and add what is inside.`,
  'archive/no-table': (p) => `${value(p)} is no table and was left out.`,
  'workbook/other-format': () =>
    'This spreadsheet is in a format that can’t be read (an old .xls, .xlsb, .ods or Numbers). Save it as Excel workbook (.xlsx) or CSV and add it again.',
  'workbook/damaged': () =>
    'The workbook is damaged. Open it in your spreadsheet program, save it again and add the new file.',
  'workbook/too-many-sheets': (p) =>
    `The workbook has more than ${param(p, 'limit')} sheets. Save the ones you need on their own.`,
  'workbook/too-many-cells': (p) =>
    `The table has more than ${param(p, 'limit')} cells. Save it as CSV, which can be of any length.`,
  'sheet/hidden': () => 'This sheet is hidden in the workbook.',
  'sheet/hidden-rows': (p) =>
    `${counted(p, 'row is', 'rows are')} hidden or filtered out in the sheet, and read like the others.`,
  'sheet/merged-cells': (p) =>
    `${counted(p, 'group of cells is', 'groups of cells are')} merged; the value stands in the first cell, the others are empty.`,
  'sheet/no-value': (p) =>
    `${counted(p, 'formula has', 'formulas have')} no saved result and ${Number(p.params?.['count']) === 1 ? 'was' : 'were'} read as empty. Open the workbook in a spreadsheet program, save it and add it again.`,
  'json/broken': (p) =>
    `${at(p)}not valid JSON${p.value === undefined ? '' : ` (${value(p)})`}, so it was not read.`,
  'json/cut-off': (p) => `${at(p)}the JSON ends before it is complete; the download may not have finished.`,
  'json/too-deep': (p) =>
    `The JSON is nested deeper than can be made into a table (${param(p, 'limit')} levels).`,
  'json/too-large': () =>
    'The JSON is one value too large to be read at once. Export it as NDJSON (a record a line) or CSV.',
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
  'row/duplicate': (p) =>
    `${counted(p, 'row is', 'rows are')} the same as an earlier row in every cell, the first in row ${p.row?.toLocaleString('en-GB') ?? '?'}. Nothing was left out: look whether the file was put together from parts that overlap.`,
  'cell/not-a-number': (p) => `${at(p)}${value(p)} is not a number as this column writes them.`,
  'cell/not-a-date': (p) => `${at(p)}${value(p)} is not a date in this column's order.`,
  'cell/not-a-flag': (p) => `${at(p)}${value(p)} is neither yes nor no.`,
  'cell/not-a-duration': (p) => `${at(p)}${value(p)} is not a length of time.`,
  'cell/other-currency': (p) => `${at(p)}${value(p)} is in another currency than the column.`,
  'cell/formula-error': (p) => `${at(p)}the formula has an error (${value(p)}) instead of a value.`,
  'column/ambiguous-date-order': (p) => `${at(p)}every date fits day/month and month/day alike.`,
  'column/ambiguous-decimal': (p) => `${at(p)}the comma or dot could mark decimals or thousands.`,
  'column/ambiguous-scale': (p) => `${at(p)}the amounts could be in whole units, in cents or in millionths.`,
  'column/told-date-order': (p) =>
    `${at(p)}every date fits day/month and month/day alike; you said that the ${{ dmy: 'day', mdy: 'month', ymd: 'year' }[String(p.params?.['as'])] ?? ''} comes first (${value(p)}).`,
  'column/told-decimal': (p) =>
    `${at(p)}the comma or dot could mark decimals or thousands; you said that the ${p.params?.['as'] === ',' ? 'comma' : 'dot'} marks decimals (${value(p)}).`,
  'column/told-scale': (p) =>
    `${at(p)}the amounts could be in whole units, in cents or in millionths; you said that they are in ${{ minor: 'cents', micros: 'millionths' }[String(p.params?.['as'])] ?? 'whole units'} (${value(p)}).`,
  'column/mixed-currencies': (p) =>
    `${at(p)}several currencies stand in one column; each is kept as its own.`,
  'column/collapsed-ids': (p) =>
    `Column “${p.column ?? ''}”: ${counted(p, 'value is', 'values are')} written like ${value(p)} (row ${p.row?.toLocaleString('en-GB') ?? '?'}). A spreadsheet has shortened long numbers, so different IDs have become the same; they join nobody. Export the file again and don’t save it from a spreadsheet.`,
  'table/row-limit': (p) =>
    `The table ends at row ${param(p, 'limit')}, the most a spreadsheet holds. Rows after it are probably missing: export in smaller parts, or without a spreadsheet.`,
  'totals/mismatch': (p) =>
    `${at(p)}the rows do not add up to the total the source states${
      param(p, 'kept') === undefined ? '' : ` (${param(p, 'kept')} against ${param(p, 'stated')})`
    }.`,
  'page/changed-while-reading': () => 'The page changed while it was read. Collect it again to be sure.',
  'page/too-large': () =>
    'The table on the page is larger than can be taken from a page. Use the tool’s own export.',
  'page/no-table': () => 'No table was found on the page.',
};
