import { turn } from '../../core/turn';

/** Lets waiting messages in, such as the one that stops this very work, and ends with AbortError if it did. */
export async function stepAside(signal: AbortSignal): Promise<void> {
  await turn();
  signal.throwIfAborted();
}
