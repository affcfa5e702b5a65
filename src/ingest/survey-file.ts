import { AppError, isAbort } from '../core/app-error';
import type { Problem } from '../core/problem';
import { CellReader } from './bytes/cell-batch';
import type { Encoding } from './bytes/encoding';
import { EncodingEvidence, encodingOfHead, notText } from './bytes/encoding';
import { readRecords } from './bytes/read-records';
import type { RowForecast } from './bytes/row-forecast';
import { sniffDialect } from './bytes/sniff-dialect';
import { Layout } from './layout/layout';
import { tellTwinsApart } from './layout/tell-twins-apart';
import { ProgressTicker } from './progress-ticker';
import type { FileHabits } from './readings/settle-reading';
import type { ByteSource, Dialect, FileSurvey, WorkOptions } from './survey';
import { ReadAlone } from './typist/read-alone';
import { type Hiring, SharedTyping } from './typist/shared-typing';

export type SurveyOptions = WorkOptions & {
  readonly told?: Partial<Dialect> & { readonly encoding?: string };
  /** Types some of the columns of a large source. */
  readonly typist?: Hiring;
};

const NOBODY: Hiring = { hire: () => null };
const DEFAULT: Dialect = { delimiter: ',', quote: '"', escape: 'double', lineEnd: 'lf' };

/**
 * Reads a source whole and says what is in it: encoding, dialect, tables, and how each column's values are written.
 * A source that can't be read gives a survey without tables and a problem that says why; only an abort rejects.
 */
export async function surveyFile(source: ByteSource, options: SurveyOptions): Promise<FileSurvey> {
  try {
    const head = await firstBytes(source, options.signal);
    if (head.length === 0) return nothing(source, 0, { code: 'file/empty' });
    let encoding: Encoding;
    if (options.told?.encoding !== undefined) {
      const known = encodingOfHead(head);
      const name = canonicalEncoding(options.told.encoding);
      if (name === null) {
        const params = { encoding: options.told.encoding };
        return nothing(source, head.length, { code: 'file/unknown-encoding', params });
      }
      encoding = { name, how: 'told', skip: known?.name === name ? known.skip : 0 };
    } else {
      const known = encodingOfHead(head);
      const kind = known === null ? notText(head) : null;
      if (kind !== null) return nothing(source, source.size, { code: 'file/not-text', params: { kind } });
      encoding = known ?? { name: 'utf-8', how: 'valid', skip: 0 };
    }
    const first = await surveyShared(source, encoding, options);
    if (encoding.how !== 'valid' || first.evidence.isUtf8) return first.survey;
    // Not UTF-8 after all, which only the whole file could tell: once more, as what its letters speak for.
    const likely: Encoding = { name: first.evidence.eightBit(), how: 'statistics', skip: 0 };
    return (await surveyShared(source, likely, options)).survey;
  } catch (error) {
    if (isAbort(error) || options.signal.aborted) throw error;
    if (error instanceof AppError && error.params['reason'] === 'too-large') {
      return nothing(source, source.size, { code: 'file/too-large', params: error.params });
    }
    return nothing(source, source.size, { code: 'file/unreadable' });
  }
}

/** `surveyAs` with a typist, and without it where they could not get on. */
async function surveyShared(source: ByteSource, encoding: Encoding, { typist, ...options }: SurveyOptions) {
  if (typist !== undefined) {
    try {
      return await surveyAs(source, encoding, { ...options, typist });
    } catch (error) {
      if (!(error instanceof ReadAlone)) throw error;
    }
  }
  return surveyAs(source, encoding, options);
}

async function surveyAs(
  source: ByteSource,
  encoding: Encoding,
  options: SurveyOptions,
): Promise<{ readonly survey: FileSurvey; readonly evidence: EncodingEvidence }> {
  const evidence = new EncodingEvidence();
  const ticker = new ProgressTicker(options, 'reading', source.size);
  let bytes = 0;
  let layout: Layout | null = null;
  let dialect = DEFAULT;
  let rows = 0;
  const forecast: RowForecast = { rows: 0 };
  const onRaw = (raw: Uint8Array) => {
    bytes += raw.length;
    if (encoding.how === 'valid') evidence.add(raw);
  };
  const judge = (head: Uint8Array, whole: boolean) => sniffDialect(head, whole, options.told);
  const records = readRecords(source.stream(), encoding, judge, options.signal, onRaw);
  const shared = new SharedTyping(options.typist ?? NOBODY, source.size, forecast);
  try {
    for await (const { batch, final, dialect: settled } of records) {
      dialect = settled;
      layout ??= new Layout(new CellReader(settled), source.layout === 'plain', settled, forecast);
      layout.push(batch, final);
      rows += batch.count;
      if (bytes < source.size) forecast.rows = Math.ceil((rows / bytes) * source.size * 1.05);
      await shared.after(bytes, settled, layout);
      ticker.tick(rows, bytes, final);
      // Past saying anything in this encoding: only the evidence is still wanted.
      if (encoding.how === 'valid' && evidence.invalid > 1000 && !evidence.isUtf8) break;
    }
    await shared.finish(layout?.tables ?? []);
  } finally {
    shared.drop(layout?.tables ?? []);
  }
  const builders = layout?.tables ?? [];
  const habits: FileHabits = {
    decimal: builders.reduce<'.' | ',' | null>((found, table) => found ?? table.decimalHabit(), null),
    likelyDecimal: dialect.delimiter === ';' ? ',' : null,
    dateOrder: builders.reduce<'dmy' | 'mdy' | null>((found, table) => found ?? table.dateHabit(), null),
  };
  const tables = tellTwinsApart(builders.map((table, index) => table.finish(index, habits)));
  const problems: Problem[] = [];
  if (encoding.how === 'valid' && evidence.invalid > 0 && evidence.isUtf8) {
    problems.push({
      code: 'file/unknown-encoding',
      params: { encoding: 'utf-8', invalid: evidence.invalid },
    });
  }
  if (layout !== null && layout.tooLong !== null)
    problems.push({ code: 'row/too-long', row: layout.tooLong });
  if (layout !== null && layout.tooManyColumns !== null) {
    const { row, columns } = layout.tooManyColumns;
    problems.push({ code: 'table/too-many-columns', row, params: { columns } });
  }
  if (tables.length === 0) problems.push({ code: rows === 0 ? 'file/empty' : 'file/no-table' });
  else if (tables.every((table) => table.rows === 0)) {
    problems.push({ code: tables.length === 1 ? 'file/header-only' : 'table/empty' });
  }
  const { name, how } = encoding;
  return {
    survey: { name: source.name, bytes, encoding: { name, how }, dialect, tables, problems },
    evidence,
  };
}

async function firstBytes(source: ByteSource, signal: AbortSignal): Promise<Uint8Array> {
  const reader = source.stream().getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < 8192) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    head.set(piece, at);
    at += piece.length;
  }
  return head;
}

function canonicalEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function nothing(source: ByteSource, bytes: number, problem: Problem): FileSurvey {
  return {
    name: source.name,
    bytes,
    encoding: { name: 'utf-8', how: 'valid' },
    dialect: DEFAULT,
    tables: [],
    problems: [problem],
  };
}
