import { strToU8, zipSync } from 'fflate';

/** A cell as XML would have it, or a plain value: strings shared, numbers bare, null no cell at all. */
export type SheetCell = string | number | boolean | null | { readonly xml: string };

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** After the rows. */
  readonly tail?: string;
}

export interface WorkbookOf {
  readonly sheets: readonly SheetOf[];
  /** Format codes of the cell styles 1, 2, …; 0 is General. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Of what XML can't hold.
    .replace(/[\p{Cc}\ufffe\uffff]|_x[\dA-Fa-f]{4}_/gu, (c) =>
      c === '\n' || c === '\t'
        ? c
        : c.length > 1
          ? `_x005F${c}`
          : `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** A number cell shown by style `style`. */
export const styled = (value: number | string, style: number): SheetCell => ({
  xml: `s="${style}"><v>${value}</v>`,
});

/** The bytes of a small .xlsx, as a spreadsheet program writes it. */
export function workbookOf({
  sheets,
  formats = [],
  date1904,
  more = {},
}: WorkbookOf): Uint8Array<ArrayBuffer> {
  const shared = new Map<string, number>();
  const cell = (value: SheetCell, row: number, column: number): string => {
    const at = `<c r="${columnName(column)}${row}"`;
    if (value === null) return '';
    if (typeof value === 'object') return `${at} ${value.xml}</c>`;
    if (typeof value === 'number') return `${at}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${at} t="b"><v>${value ? 1 : 0}</v></c>`;
    const index = shared.get(value) ?? shared.size;
    shared.set(value, index);
    return `${at} t="s"><v>${index}</v></c>`;
  };
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="x"/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${
        date1904 ? ' date1904="1"' : ''
      }/><sheets>${sheets
        .map(
          (s, i) =>
            `<sheet name="${escaped(s.name)}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join('')}<Relationship Id="s" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/>` +
        `<Relationship Id="t" Type="${REL}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${MAIN}"><numFmts>${formats
        .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
        .join(
          '',
        )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
  };
  for (const [i, { rows, tail = '' }] of sheets.entries()) {
    const body = rows
      .map((cells, r) => `<row r="${r + 1}">${cells.map((c, k) => cell(c, r + 1, k)).join('')}</row>`)
      .join('');
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData>${tail}</worksheet>`,
    );
  }
  files['xl/sharedStrings.xml'] = strToU8(
    `<sst xmlns="${MAIN}">${[...shared.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
  );
  return zipSync({ ...files, ...more }) as Uint8Array<ArrayBuffer>;
}
