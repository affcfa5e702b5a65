import type { Problem } from '../../../core/problem';
import { encodingOfHead } from '../../bytes/encoding';
import type { WorkOptions } from '../../survey';
import { CAPS } from '../caps';
import { type Contained, WRITTEN } from '../contained';
import { ContainerFault } from '../container-fault';
import type { Packed } from '../packed';
import { TableSpool } from '../table-spool';
import { documentTables } from './document-tables';
import { JsonFault, type JsonValue, parseJson } from './parse-json';
import { isList, RecordTable, textOf } from './record-table';

const MAX_PROBLEMS = 1000;
const FIRST_LINE = 16 * 1024 * 1024;

/** Whether a text is JSON, by how it begins; `name` settles what a CSV could begin with too. */
export function looksLikeJson(name: string, head: Uint8Array): boolean {
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return false;
  const encoding = encodingOfHead(head)?.name ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (/\.(?:json|ndjson|jsonl|geojson)$/i.test(name)) return /^[{["\d-]/.test(text);
  return /^(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*["}]|\{\s*\}\s*$)/.test(text);
}

/**
 * NDJSON, a list of records or a document as tables written as CSV. A line or record that is no JSON is left out and
 * said with its number; what a download lost at its end is said, and what came is kept.
 * @throws ContainerFault
 */
export async function openJson(item: Packed, options: WorkOptions): Promise<readonly Contained[]> {
  const { signal } = options;
  const texts = new TextPieces(item, options);
  let head = '';
  while (!head.includes('\n', firstMark(head)) && head.length < FIRST_LINE) {
    const piece = await texts.next();
    if (piece === null) break;
    head += piece;
  }
  const begin = firstMark(head);
  if (head.charCodeAt(begin) === 91) return await openList(item.name, head.slice(begin + 1), texts, signal);

  const lineEnd = head.indexOf('\n', begin);
  if (lineEnd > 0 && isRecord(head.slice(begin, lineEnd))) {
    return await openLines(item.name, head, texts, signal);
  }
  let text = head;
  for (let piece = await texts.next(); piece !== null; piece = await texts.next()) {
    text += piece;
    if (text.length > CAPS.documentChars) throw tooLarge(CAPS.documentChars);
  }
  const values = parsed(text);
  if (values.length > 1) {
    const table = new RecordTable();
    for (const value of values) {
      signal.throwIfAborted();
      table.add(value);
    }
    return [contained(item.name, table, [], signal)];
  }
  const tables = documentTables(values[0] ?? null, signal);
  return tables.map(({ title, table }) =>
    contained(title === null ? item.name : `${item.name} › ${title}`, table, [], signal),
  );
}

function parsed(text: string): readonly JsonValue[] {
  try {
    return parseJson(text, CAPS.nesting);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (error.what === 'depth') throw tooDeep();
    const line = text.slice(0, error.at).split('\n').length;
    throw new ContainerFault({ code: error.what === 'cut-off' ? 'json/cut-off' : 'json/broken', row: line });
  }
}

function contained(
  name: string,
  table: { finish(signal: AbortSignal): Blob },
  problems: readonly Problem[],
  signal: AbortSignal,
  plain = true,
): Contained {
  const blob = table.finish(signal);
  const source = { name, size: blob.size, stream: () => blob.stream() };
  return {
    kind: 'table',
    source: plain ? { ...source, layout: 'plain' } : source,
    told: WRITTEN,
    problems: () => problems,
  };
}

async function openLines(
  name: string,
  head: string,
  texts: TextPieces,
  signal: AbortSignal,
): Promise<readonly Contained[]> {
  const records = new Records();
  let rest = '';
  let piece: string | null = head;
  while (piece !== null) {
    rest += piece;
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      records.add(rest.slice(from, end));
      from = end + 1;
    }
    rest = rest.slice(from);
    if (rest.length > CAPS.recordChars) throw tooLarge(CAPS.recordChars);
    piece = await texts.next();
  }
  records.add(rest, true);
  return [contained(name, records.table(), records.problems, signal)];
}

/** Elements of `[…]` one at a time, so that a large list is never held as text. */
async function openList(
  name: string,
  head: string,
  texts: TextPieces,
  signal: AbortSignal,
): Promise<readonly Contained[]> {
  const records = new Records();
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let closed = false;
  let rest = head;
  let at = 0;
  let from = 0;
  for (;;) {
    for (; at < rest.length && !closed; at++) {
      const c = rest.charCodeAt(at);
      if (quoted) {
        if (escaped) escaped = false;
        else if (c === 92) escaped = true;
        else if (c === 34) quoted = false;
      } else if (c === 34) quoted = true;
      else if (c === 123 || c === 91) depth++;
      else if ((c === 125 || c === 93) && depth > 0) depth--;
      else if (depth === 0 && (c === 44 || c === 93)) {
        const element = rest.slice(from, at);
        if (c === 44 || element.trim() !== '') records.add(element, false, c === 44);
        from = at + 1;
        closed = c === 93;
      }
    }
    rest = rest.slice(from);
    at -= from;
    from = 0;
    if (!closed && rest.length > CAPS.recordChars) throw tooLarge(CAPS.recordChars);
    const piece = await texts.next();
    if (piece === null) break;
    if (closed) {
      if (piece.trim() !== '') records.trailing = true;
    } else rest += piece;
  }
  if (!closed) records.cutOff(rest);
  else if (rest.trim() !== '' || records.trailing)
    records.problem({ code: 'json/broken', row: records.number + 1 });
  return [contained(name, records.table(), records.problems, signal, !records.ofLists)];
}

/** Texts of records in, a table out: of objects, or of lists of cells where the first record is one. */
class Records {
  readonly problems: Problem[] = [];
  number = 0;
  trailing = false;
  private readonly objects = new RecordTable();
  private lists: TableSpool | null = null;

  get ofLists(): boolean {
    return this.lists !== null;
  }

  /** `last`: nothing follows, so that what is not whole was cut off. `wanted`: nothing at all is a fault too. */
  add(text: string, last = false, wanted = false): void {
    if (text.trim() === '' && !wanted) return;
    this.number++;
    let values: readonly JsonValue[];
    try {
      values = parseJson(text, CAPS.nesting);
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      if (error.what === 'depth') throw tooDeep();
      const value = text.trim().slice(0, 80);
      this.problem(
        last && error.what === 'cut-off'
          ? { code: 'json/cut-off', row: this.number }
          : { code: 'json/broken', row: this.number, value },
      );
      return;
    }
    const [value] = values;
    if (value === undefined || values.length > 1) {
      this.problem({ code: 'json/broken', row: this.number, value: text.trim().slice(0, 80) });
      return;
    }
    if (isList(value) && this.objects.rows === 0) this.lists ??= new TableSpool();
    if (this.lists === null) this.objects.add(value);
    else this.lists.add(isList(value) ? value.map(textOf) : [textOf(value)]);
  }

  cutOff(rest: string): void {
    if (rest.trim() !== '') this.number++;
    this.problem({ code: 'json/cut-off', row: this.number });
  }

  problem(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }

  table(): { finish(signal: AbortSignal): Blob } {
    const { lists } = this;
    if (lists !== null) return { finish: (signal) => lists.finish(null, signal) };
    if (this.objects.rows === 0) {
      throw new ContainerFault(this.problems[0] ?? { code: 'file/empty' });
    }
    return this.objects;
  }
}

/** The file's text, piece by piece. */
class TextPieces {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private decoder: TextDecoder | null = null;
  private ended = false;
  private bytes = 0;

  constructor(
    private readonly item: Packed,
    private readonly options: WorkOptions,
  ) {
    this.reader = item.stream().getReader();
  }

  async next(): Promise<string | null> {
    if (this.ended) return null;
    if (this.options.signal.aborted) {
      await this.reader.cancel().catch(() => {});
      this.options.signal.throwIfAborted();
    }
    const { done, value } = await this.reader.read();
    if (done) {
      this.ended = true;
      return this.decoder?.decode() ?? '';
    }
    this.decoder ??= new TextDecoder(encodingOfHead(value)?.name ?? 'utf-8');
    this.bytes += value.length;
    const totalBytes = Math.max(this.bytes, this.item.size);
    this.options.onProgress?.({ stage: 'reading', rows: 0, bytes: this.bytes, totalBytes });
    return this.decoder.decode(value, { stream: true });
  }
}

const firstMark = (text: string): number => {
  const found = /[^\s\ufeff]/.exec(text);
  return found?.index ?? text.length;
};

function isRecord(line: string): boolean {
  try {
    return parseJson(line, CAPS.nesting).length === 1;
  } catch {
    return false;
  }
}

const tooLarge = (limit: number) => new ContainerFault({ code: 'json/too-large', params: { limit } });
const tooDeep = () => new ContainerFault({ code: 'json/too-deep', params: { limit: CAPS.nesting } });
