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
        const cut = text.indexOf('&', Math.max(at, text.length - 12));
        const end = cut < 0 || text.indexOf(';', cut) > 0 ? text.length : cut;
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
    let end = text.indexOf('>', at);
    if (end < 0) return -1;
    if (second === 47) {
      this.handler.close(localName(text.slice(at + 2, end)).trimEnd());
      return end + 1;
    }
    let inside = text.slice(at + 1, end);
    // A `>` may stand in an attribute.
    while (!isBalanced(inside)) {
      end = text.indexOf('>', end + 1);
      if (end < 0) return -1;
      inside = text.slice(at + 1, end);
    }
    const empty = inside.endsWith('/');
    if (empty) inside = inside.slice(0, -1);
    const space = inside.search(/\s/);
    const name = space < 0 ? inside : inside.slice(0, space);
    this.handler.open(localName(name), space < 0 ? '' : inside.slice(space), empty);
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

function isBalanced(inside: string): boolean {
  let quote = 0;
  for (let i = 0; i < inside.length; i++) {
    const c = inside.charCodeAt(i);
    if (quote === 0) {
      if (c === 34 || c === 39) quote = c;
    } else if (c === quote) quote = 0;
  }
  return quote === 0;
}

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

const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute by its local name; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  if (found === null) return null;
  return decoded(found[1] ?? found[2] ?? '');
}
