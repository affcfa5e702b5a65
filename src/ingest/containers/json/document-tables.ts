import { ContainerFault } from '../container-fault';
import { JsonNumber, type JsonObject, type JsonValue } from './parse-json';
import { isList, isObject, RecordTable, textOf } from './record-table';

export interface DocumentTable {
  /** Where in the document it stands; null for the document itself. */
  readonly title: string | null;
  readonly table: RecordTable;
}

/** How deep inside answers of APIs their lists of rows are looked for. */
const LIST_DEPTH = 4;
const MAX_TABLES = 100;

/**
 * The tables of one JSON document that is no list of records itself: a GA4 Data API report (or several), lists of
 * objects under names, objects by id or by day, lists side by side as columns, or one record.
 * @throws ContainerFault `file/no-table`, `archive/too-many-members`, and what `RecordTable` throws
 */
export function documentTables(document: JsonValue, signal: AbortSignal): readonly DocumentTable[] {
  if (!isObject(document)) throw new ContainerFault({ code: 'file/no-table' });
  const reports = document.get('reports');
  if (isList(reports) && reports.length > 0 && reports.every(isDataReport)) {
    return reports.map((report, i) => ({
      title: reports.length === 1 ? null : `reports ${i + 1}`,
      table: dataReport(report as JsonObject, signal),
    }));
  }
  if (isDataReport(document)) return [{ title: null, table: dataReport(document, signal) }];

  const table = byDay(document, signal) ?? sideBySide(document);
  if (table !== null) return [{ title: null, table }];

  const lists: (readonly [string, readonly JsonValue[]])[] = [];
  collectLists(document, '', 1, lists);
  if (lists.length > MAX_TABLES) {
    throw new ContainerFault({ code: 'archive/too-many-members', params: { limit: MAX_TABLES } });
  }
  if (lists.length > 0) {
    return lists.map(([path, list]) => ({
      title: lists.length === 1 ? null : path,
      table: tableOf(list, signal),
    }));
  }
  return [{ title: null, table: byKey(document, signal) ?? tableOf([document], signal) }];
}

function tableOf(list: readonly JsonValue[], signal: AbortSignal): RecordTable {
  const table = new RecordTable();
  for (const record of list) {
    signal.throwIfAborted();
    table.add(record);
  }
  return table;
}

function collectLists(
  object: JsonObject,
  path: string,
  depth: number,
  into: (readonly [string, readonly JsonValue[]])[],
): void {
  for (const [name, value] of object) {
    const place = path === '' ? name : `${path}.${name}`;
    if (isList(value)) {
      if (value.length > 0 && value.every(isObject)) into.push([place, value]);
    } else if (isObject(value) && depth < LIST_DEPTH) collectLists(value, place, depth + 1, into);
  }
}

const headersOf = (value: JsonValue | undefined): readonly string[] =>
  isList(value) ? value.map((h) => (isObject(h) ? textOf(h.get('name') ?? null) : textOf(h))) : [];

function isDataReport(value: JsonValue): boolean {
  return isObject(value) && (isList(value.get('dimensionHeaders')) || isList(value.get('metricHeaders')));
}

/** A GA4 Data API `runReport` answer: headers apart, all values strings. No `rows` where there are none. */
function dataReport(report: JsonObject, signal: AbortSignal): RecordTable {
  const names = [...headersOf(report.get('dimensionHeaders')), ...headersOf(report.get('metricHeaders'))];
  const dimensions = headersOf(report.get('dimensionHeaders')).length;
  const table = new RecordTable();
  const rows = report.get('rows');
  for (const row of isList(rows) ? rows : []) {
    signal.throwIfAborted();
    if (!isObject(row)) continue;
    const cells = (name: string): readonly string[] => {
      const values = row.get(name);
      if (!isList(values)) return [];
      return values.map((v) => (isObject(v) ? textOf(v.get('value') ?? null) : textOf(v)));
    };
    const of = cells('dimensionValues');
    const metrics = cells('metricValues');
    table.addCells(names, [...names.slice(0, dimensions).map((_, i) => of[i] ?? ''), ...metrics]);
  }
  if (table.rows === 0) table.header(names);
  return table;
}

const DAY = /^\d{4}-\d{2}(?:-\d{2})?(?:,\d{4}-\d{2}-\d{2})?$|^\d{8}$/;

/** `{"2026-01-01": [{…}], "2026-01-02": [{…}]}` (Matomo): the day becomes a column. */
function byDay(document: JsonObject, signal: AbortSignal): RecordTable | null {
  if (document.size === 0) return null;
  for (const [name, value] of document) {
    const records = isList(value) ? value.every(isObject) : isObject(value) || isNumber(value);
    if (!DAY.test(name) || !records) return null;
  }
  const table = new RecordTable();
  for (const [day, value] of document) {
    signal.throwIfAborted();
    for (const record of isList(value) ? value : [value]) table.add(record, ['date', day]);
  }
  return table;
}

const isNumber = (value: JsonValue) => value instanceof JsonNumber;

/** `{"date": ["…"], "visits": [1]}`: lists of plain values of one length are columns. */
function sideBySide(document: JsonObject): RecordTable | null {
  const lists = [...document.values()];
  const first = lists[0];
  if (lists.length < 2 || !isList(first) || first.length === 0) return null;
  const same = lists.every(
    (list) => isList(list) && list.length === first.length && list.every((v) => !isList(v) && !isObject(v)),
  );
  if (!same) return null;
  const names = [...document.keys()];
  const table = new RecordTable();
  for (let row = 0; row < first.length; row++) {
    table.addCells(
      names,
      lists.map((list) => textOf((list as readonly JsonValue[])[row] ?? null)),
    );
  }
  return table;
}

/** `{"c-1": {…}, "c-2": {…}}`: records by id, known by sharing their names. */
function byKey(document: JsonObject, signal: AbortSignal): RecordTable | null {
  const values = [...document.values()];
  if (values.length < 2 || !values.every(isObject)) return null;
  const [first, ...others] = values as readonly JsonObject[];
  const names = [...(first as JsonObject).keys()];
  if (names.length === 0 || !others.every((o) => names.some((name) => o.has(name)))) return null;
  const table = new RecordTable();
  for (const [key, record] of document) {
    signal.throwIfAborted();
    table.add(record, ['key', key]);
  }
  return table;
}
