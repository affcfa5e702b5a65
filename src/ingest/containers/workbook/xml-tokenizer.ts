export interface XmlHandler {
  /** `name` without its prefix; `empty` where the tag closes itself, and no `close` follows. */
  open(name: string, attributes: string, empty: boolean): void;
  close(name: string): void;
  /** Text and CDATA, decoded, in as many pieces as they come. */
  text(text: string): void;
}

export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

/** A text or tag longer than this is no spreadsheet's: a cell ends at 32,767 characters. */
const MAX_TOKEN = 16 * 1024 * 1024;
const SLASH = 47;
const GREATER = 62;

/**
 * Takes XML apart as it comes in, for parts too large to be held and workers, which have no DOMParser. No DTD is
 * read: documents that have one are refused.
 */
export class XmlTokenizer {
  private rest = '';

  constructor(private readonly handler: XmlHandler) {}

  push(chunk: string): void {
    const text = this.rest + chunk;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) {
        // An entity may be cut in two.
        const last = text.lastIndexOf('&');
        const cut = last >= Math.max(at, text.length - 12) && text.indexOf(';', last) < 0;
        const end = cut ? last : text.length;
        if (end > at) this.handler.text(decoded(text.slice(at, end)));
        at = end;
        break;
      }
      if (tag > at) {
        this.handler.text(decoded(text.slice(at, tag)));
        at = tag;
      }
      const next = this.tag(text, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = at === 0 ? text : text.slice(at);
    if (this.rest.length > MAX_TOKEN) throw new XmlFault('token too long');
  }

  end(): void {
    if (this.rest.trim() !== '') throw new XmlFault('cut off');
  }

  /** Where the tag at `at` ends; -1 where that is still to come. */
  private tag(text: string, at: number): number {
    const second = text.charCodeAt(at + 1);
    if (second === 33) return this.bang(text, at);
    if (second === 63) {
      const end = text.indexOf('?>', at);
      return end < 0 ? -1 : end + 2;
    }
    if (second === 47) {
      const end = text.indexOf('>', at);
      if (end < 0) return -1;
      this.handler.close(localName(text.slice(at + 2, end)).trimEnd());
      return end + 1;
    }
    let nameEnd = at + 1;
    for (; nameEnd < text.length; nameEnd++) {
      const c = text.charCodeAt(nameEnd);
      if (c <= 32 || c === GREATER || c === SLASH) break;
    }
    let end = nameEnd;
    for (; ; end++) {
      const c = text.charCodeAt(end);
      if (c === GREATER) break;
      // A `>` may stand in an attribute.
      if (c === 34 || c === 39) end = text.indexOf(c === 34 ? '"' : "'", end + 1);
      if (end < 0 || end >= text.length) return -1;
    }
    const empty = text.charCodeAt(end - 1) === SLASH;
    const name = localName(text.slice(at + 1, nameEnd));
    this.handler.open(name, text.slice(nameEnd, empty ? end - 1 : end), empty);
    return end + 1;
  }

  private bang(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end < 0) return -1;
      this.handler.text(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.length - at < 9) return -1;
    throw new XmlFault('a DTD');
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(name as string) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const PATTERNS = new Map<string, { readonly usual: string; readonly pattern: RegExp }>();

/** The value of an attribute by its local name; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  let known = PATTERNS.get(name);
  if (known === undefined) {
    const pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    known = { usual: ` ${name}="`, pattern };
    PATTERNS.set(name, known);
  }
  // As nearly all are written, cells of sheets by the million. Only between apostrophes could it be part of a value.
  const at = attributes.indexOf(known.usual);
  if (at >= 0 && !attributes.includes("'")) {
    const from = at + known.usual.length;
    return decoded(attributes.slice(from, attributes.indexOf('"', from)));
  }
  const found = known.pattern.exec(attributes);
  if (found === null) return null;
  return decoded(found[1] ?? found[2] ?? '');
}
