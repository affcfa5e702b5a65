const MAX_NAME = 120;

/**
 * A name for what a page exported: its `download` attribute, or the last part of the address. Folders, control and
 * direction marks go, for the name is shown to the person and decides nothing.
 */
export function exportName(stated: string, url: string): string {
  const path = /^https?:/i.test(url) ? (URL.parse(url)?.pathname ?? '') : '';
  const named = cleaned(stated) || cleaned(unescaped(path.slice(path.lastIndexOf('/') + 1)));
  return named || 'export';
}

function cleaned(name: string): string {
  const last = name.slice(0, 10_000).replace(/^.*[\\/]/s, '');
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  if (plain.length <= MAX_NAME) return plain;
  // The ending says what it is.
  const ending = /\.\w{1,8}$/.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, MAX_NAME - ending.length - 1)}…${ending}`;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const NO_TABLE_TYPES =
  /^(?:image|video|audio|font)\/|^application\/(?:pdf|javascript|wasm)\b|^text\/(?:html|css|javascript)\b/i;
const NO_TABLE_NAMES =
  /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|mp[34]|webm|mov|wav|ogg|pdf|docx?|pptx?|html?|css|m?js|ics|vcf|exe|dmg|woff2?)$/i;

/** False for what is surely no table: a picture, a recording, a document. Anything else is offered, and read if taken. */
export const mayHoldTable = (name: string, type: string): boolean =>
  !NO_TABLE_TYPES.test(type) && !NO_TABLE_NAMES.test(name);
