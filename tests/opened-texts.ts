import type { Problem } from '../src/core/problem';
import { openContainer } from '../src/ingest/containers/open-container';

export interface OpenedText {
  readonly name: string;
  /** What its source reads as; null where it could not be opened or read through. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** Everything a file holds, read through. */
export async function openedTexts(
  name: string,
  bytes: Uint8Array | string,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly OpenedText[]> {
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  const found: OpenedText[] = [];
  for (const part of await openContainer(file, { signal })) {
    if (part.kind === 'unread') {
      found.push({ name: part.name, text: null, problems: part.problems });
      continue;
    }
    const text = await new Response(part.source.stream() as ReadableStream<Uint8Array<ArrayBuffer>>)
      .text()
      .catch(() => null);
    found.push({ name: part.source.name, text, problems: part.problems() });
  }
  return found;
}
