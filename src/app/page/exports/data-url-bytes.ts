/** Bytes of a `data:` address and the type it states; null where it is none, or its base64 is broken. */
export function dataUrlBytes(
  url: string,
): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | null {
  const comma = url.indexOf(',');
  if (!/^data:/i.test(url) || comma < 0) return null;
  const head = url.slice('data:'.length, comma);
  // A fragment is no part of what is saved, as in browsers.
  const hash = url.indexOf('#', comma);
  const body = percentDecoded(url.slice(comma + 1, hash < 0 ? undefined : hash));
  const type = head.replace(/;\s*base64\s*$/i, '').trim();
  if (!/;\s*base64\s*$/i.test(head)) return { type, bytes: body };
  try {
    const text = new TextDecoder('latin1').decode(body).replace(/[\t\n\f\r ]/g, '');
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return { type, bytes };
  } catch {
    return null;
  }
}

/** `%41` is a byte, a lone `%` itself, anything else its UTF-8. */
function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const raw = new TextEncoder().encode(text);
  const out = new Uint8Array(raw.length);
  let length = 0;
  for (let i = 0; i < raw.length; i++) {
    const high = raw[i] === 0x25 ? hexDigit(raw[i + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(raw[i + 2]);
    if (low < 0) out[length++] = raw[i] ?? 0;
    else {
      out[length++] = high * 16 + low;
      i += 2;
    }
  }
  return out.slice(0, length);
}

function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
