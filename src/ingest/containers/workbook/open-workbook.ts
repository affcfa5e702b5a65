import type { Problem } from '../../../core/problem';
import type { WorkOptions } from '../../survey';
import { CAPS } from '../caps';
import { type Contained, WRITTEN } from '../contained';
import { ContainerFault } from '../container-fault';
import { memberStream } from '../member-stream';
import type { Packed } from '../packed';
import type { ZipMember } from '../zip-directory';
import { SharedStringsPart } from './shared-strings-part';
import { type BookFacts, SheetPart } from './sheet-part';
import { StylesPart } from './styles-part';
import { attributeOf, XmlFault, type XmlHandler, XmlTokenizer } from './xml-tokenizer';

/** Whether a ZIP is a spreadsheet, and of which kind; null for any other. */
export function workbookKind(members: readonly ZipMember[]): 'xlsx' | 'other' | null {
  const names = new Set(members.map((m) => partName(m.name)));
  if (names.has('[content_types].xml')) {
    if ([...names].some((name) => /(?:^|\/)workbook\d*\.xml$/.test(name))) return 'xlsx';
    return 'other';
  }
  const document = names.has('mimetype') && names.has('content.xml');
  return document || [...names].some((name) => name.startsWith('index/') && name.endsWith('.iwa'))
    ? 'other'
    : null;
}

/** Part names are compared without case (ECMA-376 part 2), and some writers put backslashes. */
const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/**
 * Each worksheet of an .xlsx that has a cell filled, as a table.
 * @throws ContainerFault `workbook/*`, `file/empty` where no sheet has anything
 */
export async function openWorkbook(
  item: Packed,
  archive: Blob,
  members: readonly ZipMember[],
  options: WorkOptions,
): Promise<readonly Contained[]> {
  const { signal } = options;
  const parts = new Map(members.map((member) => [partName(member.name), member]));
  let read = 0;
  const total = members.reduce((sum, m) => sum + m.size, 0);
  const run = async (name: string, handler: XmlHandler): Promise<boolean> => {
    const member = parts.get(partName(name));
    if (member === undefined) return false;
    const before = read;
    await tokenize(memberStream(archive, member), handler, signal, (bytes) => {
      read = before + bytes;
      options.onProgress?.({ stage: 'reading', rows: 0, bytes: read, totalBytes: Math.max(read, total) });
    });
    return true;
  };

  try {
    const top = new RelationsPart('');
    await run('_rels/.rels', top);
    const main = top.ofType('officeDocument')?.target ?? 'xl/workbook.xml';
    const book = new WorkbookPart();
    if (!(await run(main, book))) throw damaged();
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const relations = new RelationsPart(folder);
    await run(`${folder}_rels/${main.slice(folder.length)}.rels`, relations);
    const strings = new SharedStringsPart();
    await run(relations.ofType('sharedStrings')?.target ?? `${folder}sharedStrings.xml`, strings);
    const styles = new StylesPart();
    await run(relations.ofType('styles')?.target ?? `${folder}styles.xml`, styles);

    // A chart on a sheet of its own has no cells.
    const sheets = book.sheets.flatMap((sheet) => {
      const relation = relations.byId.get(sheet.relation);
      return relation?.type === 'worksheet' ? [{ ...sheet, part: relation.target }] : [];
    });
    if (sheets.length > CAPS.sheets) {
      throw new ContainerFault({ code: 'workbook/too-many-sheets', params: { limit: CAPS.sheets } });
    }
    const facts: BookFacts = {
      texts: strings.texts,
      styles: styles.styles,
      from1904: book.from1904,
    };
    const found: Contained[] = [];
    let filled = 0;
    for (const sheet of sheets) {
      const name = sheets.length === 1 ? item.name : `${item.name} › ${sheet.name}`;
      const part = new SheetPart(facts);
      try {
        if (!(await run(sheet.part, part))) throw damaged();
        filled += part.filled;
        if (filled > CAPS.cells) {
          throw new ContainerFault({ code: 'workbook/too-many-cells', params: { limit: CAPS.cells } });
        }
        if (part.filled > 0) found.push(sheetTable(name, sheet, part, signal));
      } catch (error) {
        // One sheet's fault is not the others'.
        const problem = problemOf(error);
        if (problem === null) throw error;
        found.push({ kind: 'unread', name, bytes: 0, problems: [problem] });
      }
    }
    if (found.length === 0) throw new ContainerFault({ code: 'file/empty' });
    return found;
  } catch (error) {
    const problem = problemOf(error);
    throw problem === null ? error : new ContainerFault(problem, { cause: error });
  }
}

/** What is damaged inside a workbook is the workbook, to whoever reads of it. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof XmlFault) return { code: 'workbook/damaged' };
  if (!(error instanceof ContainerFault)) return null;
  return error.problem.code === 'archive/damaged' ? { code: 'workbook/damaged' } : error.problem;
}

function sheetTable(name: string, sheet: Sheet, part: SheetPart, signal: AbortSignal): Contained {
  const blob = part.spool.finish(null, signal);
  const hidden: readonly Problem[] = sheet.hidden ? [{ code: 'sheet/hidden' }] : [];
  const problems = [...hidden, ...part.problems];
  return {
    kind: 'table',
    source: { name, size: blob.size, stream: () => blob.stream() },
    told: WRITTEN,
    problems: () => problems,
  };
}

async function tokenize(
  stream: ReadableStream<Uint8Array>,
  handler: XmlHandler,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const tokenizer = new XmlTokenizer(handler);
  const reader = stream.getReader();
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      // UTF-8 and UTF-16 are what the format allows; the latter begins with a mark.
      decoder ??= new TextDecoder(utf16Of(value) ?? 'utf-8');
      tokenizer.push(decoder.decode(value, { stream: true }));
      bytes += value.length;
      onBytes(bytes);
    }
    tokenizer.push(decoder?.decode() ?? '');
    tokenizer.end();
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function utf16Of(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

class WorkbookPart implements XmlHandler {
  readonly sheets: Sheet[] = [];
  from1904 = false;

  open(name: string, attributes: string): void {
    if (name === 'workbookPr') {
      this.from1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    } else if (name === 'sheet') {
      this.sheets.push({
        name: attributeOf(attributes, 'name') ?? `Sheet ${this.sheets.length + 1}`,
        hidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
        relation: attributeOf(attributes, 'id') ?? '',
      });
    }
  }

  close(): void {}
  text(): void {}
}

interface Relation {
  /** Last part of the type's address. */
  readonly type: string;
  /** Part name from the root. */
  readonly target: string;
}

class RelationsPart implements XmlHandler {
  readonly byId = new Map<string, Relation>();

  constructor(private readonly folder: string) {}

  ofType(type: string): Relation | undefined {
    return [...this.byId.values()].find((relation) => relation.type === type);
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship') return;
    const type = attributeOf(attributes, 'Type') ?? '';
    const target = attributeOf(attributes, 'Target') ?? '';
    this.byId.set(attributeOf(attributes, 'Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolvedPart(this.folder, target),
    });
  }

  close(): void {}
  text(): void {}
}

/** Inside the package: `..` beyond its root names nothing. */
function resolvedPart(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

const damaged = () => new ContainerFault({ code: 'workbook/damaged' });
