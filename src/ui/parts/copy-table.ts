import { text } from '../state/text';
import { announce } from './live-region';
import { tableToTsv } from './table-copy';

/** Puts lines of cells on the clipboard as a spreadsheet takes them, and says whether that went well. */
export async function copyTable(
  lines: readonly (readonly string[])[],
  said: { readonly copied: string; readonly copyFailed: string } = text.value.action,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(tableToTsv(lines));
    announce(said.copied);
  } catch {
    announce(said.copyFailed);
  }
}
