/** Cells as a spreadsheet takes them from the clipboard: tabs between cells, formulas kept as text. */
export function tableToTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(cellToTsv).join('\t')).join('\r\n');
}

/** `numeric` cells are not touched: their minus is no formula. */
const NUMERIC = /^[−-]?[\d\s\u00a0\u202f.,']+%?$/;

function cellToTsv(cell: string): string {
  const flat = cell.replace(/[\t\r\n]+/g, ' ').replace(/\0/g, '');
  if (NUMERIC.test(flat)) return flat;
  return /^\s*[=+\-@＝＋－＠]/.test(flat) ? `'${flat}` : flat;
}
