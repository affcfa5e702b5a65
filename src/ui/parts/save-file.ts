import type { ExportedFile } from '../../protocol/engine-api';

/** Hands a made file to the browser's downloads. */
export function saveFile(file: ExportedFile): void {
  saveBlob(file.name, new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.mime }));
}

/** As `saveFile`, for what is too large to be held as bytes. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
