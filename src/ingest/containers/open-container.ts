import type { Problem } from '../../core/problem';
import type { ByteSource, WorkOptions } from '../survey';
import { CAPS } from './caps';
import type { Contained } from './contained';
import { ContainerFault } from './container-fault';
import { gunzipStream } from './gunzip-stream';
import { heldBlob } from './held-blob';
import { looksLikeJson, openJson } from './json/open-json';
import { memberFault, memberStream } from './member-stream';
import { ole } from './ole';
import type { Packed } from './packed';
import { openWorkbook, workbookKind } from './workbook/open-workbook';
import { readZipDirectory, type ZipMember } from './zip-directory';

/** What one file may use up, whatever is inside what. */
interface Budget {
  members: number;
  unpacked: number;
}

const HEAD = 4096;
/** Of a file system or a sync tool, not of whoever packed the tables. */
const NOISE = /(?:^|[/\\])(?:__MACOSX[/\\]|\.[^/\\]*$|Thumbs\.db$|desktop\.ini$)/i;
const NO_TABLE =
  /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|pdf|docx?|pptx?|rtf|html?|css|js|mjs|exe|dll|mp[34]|mov|woff2?|ttf|md)$/i;

/**
 * The tables in a file: the file itself where it is plain text, what a gzip or ZIP holds, each sheet of a workbook,
 * JSON as rows. What a container is, its bytes say; names decide only where those can't. What can't be read is an
 * `unread` entry with its reason; never empty. Only an abort rejects.
 */
export async function openContainer(file: File, options: WorkOptions): Promise<readonly Contained[]> {
  const item: Packed = {
    name: file.name,
    size: file.size,
    stream: () => file.stream(),
    blob: async () => file,
  };
  return await opened(item, 0, { members: 0, unpacked: 0 }, options);
}

async function opened(
  item: Packed,
  depth: number,
  budget: Budget,
  options: WorkOptions,
): Promise<readonly Contained[]> {
  try {
    return await inside(item, depth, budget, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof ContainerFault) return [unread(item, [error.problem])];
    // A text or list that JavaScript can't hold; all else is the file that can't be read any more.
    return [unread(item, [{ code: error instanceof RangeError ? 'file/too-large' : 'file/unreadable' }])];
  }
}

async function inside(
  item: Packed,
  depth: number,
  budget: Budget,
  options: WorkOptions,
): Promise<readonly Contained[]> {
  const { signal } = options;
  const head = await headOf(item, signal);
  const kind = kindOf(head);
  if (kind === 'text') {
    // Web pages and old XML that call themselves workbooks, as some tools' "Excel" exports are.
    if (/\.xls[xmb]?$/i.test(item.name) && head[0] === 0x3c) {
      throw new ContainerFault({ code: 'workbook/other-format' });
    }
    return looksLikeJson(item.name, head) ? await openJson(item, options) : [table(item, depth > 0)];
  }
  if (kind === 'ole') throw new ContainerFault(await ole(item));
  if (depth >= CAPS.depth) {
    throw new ContainerFault({ code: 'archive/too-deep', params: { limit: CAPS.depth } });
  }
  if (kind === 'gzip') {
    const name = item.name.replace(/\.(?:gz|gzip)$/i, '');
    const stream = () => gunzipStream(item.size, item.stream);
    const blob = () => heldBlob(stream(), signal);
    return await opened({ name, size: item.size, stream, blob }, depth + 1, budget, options);
  }
  const archive = await item.blob();
  const members = await readZipDirectory(archive, signal);
  const workbook = workbookKind(members);
  // A workbook's parts are not looked at one by one.
  spend(budget, members, workbook === null ? members.length : 1);
  if (workbook === 'other') throw new ContainerFault({ code: 'workbook/other-format' });
  if (workbook === 'xlsx') return await openWorkbook(item, archive, members, options);
  return await openMembers(item, archive, members, depth + 1, budget, options);
}

function spend(budget: Budget, members: readonly ZipMember[], counted: number): void {
  budget.members += counted;
  if (budget.members > CAPS.members) {
    throw new ContainerFault({ code: 'archive/too-many-members', params: { limit: CAPS.members } });
  }
  for (const member of members) budget.unpacked += member.size;
  if (budget.unpacked > CAPS.unpackedBytes) {
    throw new ContainerFault({ code: 'archive/too-large', params: { limit: CAPS.unpackedBytes } });
  }
}

async function openMembers(
  item: Packed,
  archive: Blob,
  members: readonly ZipMember[],
  depth: number,
  budget: Budget,
  options: WorkOptions,
): Promise<readonly Contained[]> {
  const found: Contained[] = [];
  const leftOut: Problem[] = [];
  for (const member of members) {
    options.signal.throwIfAborted();
    if (NOISE.test(member.name)) continue;
    const shown = shownName(member.name);
    if (NO_TABLE.test(member.name)) {
      leftOut.push({ code: 'archive/no-table', value: shown });
      continue;
    }
    const inner: Packed = {
      name: `${item.name} › ${shown}`,
      size: member.size,
      stream: () => memberStream(archive, member),
      blob: () => heldBlob(memberStream(archive, member), options.signal),
    };
    const fault = memberFault(member);
    if (fault !== null) found.push(unread(inner, [fault.problem]));
    else found.push(...(await opened(inner, depth, budget, options)));
  }
  if (leftOut.length > 0) found.push(unread(item, leftOut));
  if (found.length === 0) throw new ContainerFault({ code: 'file/empty' });
  return found;
}

/** For eyes only: no way up, no control characters, no turned-round text. */
function shownName(name: string): string {
  const steps = name
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[/\\]+/)
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/').slice(0, 200) || '?';
}

function kindOf(head: Uint8Array): 'zip' | 'gzip' | 'ole' | 'text' {
  const [a, b, c, d] = head;
  // An empty ZIP is its end record alone.
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if (a === 0x1f && b === 0x8b && c === 8) return 'gzip';
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0 ? 'ole' : 'text';
}

/** Text, as far as its head tells; a fault of the packing that shows further in is said once it was met. */
function table({ name, size, stream }: Packed, packed: boolean): Contained {
  if (!packed) return { kind: 'table', source: { name, size, stream }, told: null, problems: () => [] };
  const met: Problem[] = [];
  const note = (problem: Problem) => {
    met[0] = problem;
  };
  const source: ByteSource = { name, size, stream: () => noted(stream(), note) };
  return { kind: 'table', source, told: null, problems: () => met };
}

function noted(
  stream: ReadableStream<Uint8Array>,
  note: (problem: Problem) => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (error instanceof ContainerFault) note(error.problem);
          throw error;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

function unread(item: Packed, problems: readonly Problem[]): Contained {
  return { kind: 'unread', name: item.name, bytes: item.size, problems };
}

async function headOf(item: Packed, signal: AbortSignal): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD);
  let length = 0;
  const reader = item.stream().getReader();
  try {
    while (length < HEAD) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      const piece = value.subarray(0, HEAD - length);
      head.set(piece, length);
      length += piece.length;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  return head.subarray(0, length);
}
