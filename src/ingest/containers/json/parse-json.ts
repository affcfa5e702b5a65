/** A number as it was written: 64-bit ids and `12.50` come through whole. */
export class JsonNumber {
  constructor(readonly text: string) {}
}
export type JsonObject = ReadonlyMap<string, JsonValue>;
export type JsonValue = null | boolean | string | JsonNumber | JsonObject | readonly JsonValue[];

export class JsonFault extends Error {
  override readonly name = 'JsonFault';

  constructor(
    readonly what: 'syntax' | 'cut-off' | 'depth',
    /** 0-based, in UTF-16 units. */
    readonly at: number,
  ) {
    super(`${what} at ${at}`);
  }
}

// Python writes NaN and Infinity, which are no JSON: kept as the words they are.
const WORD = /-?(?:NaN|Infinity)|true|false|null/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The values of a text, one after the other (one, in a proper document). Names are keys of maps, so that
 * `__proto__` is a name like any other; a name said twice keeps its last value.
 * @throws JsonFault
 */
export function parseJson(text: string, maxDepth: number): readonly JsonValue[] {
  let at = 0;
  const skip = () => {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9 && c !== 0xfeff) return;
      at++;
    }
  };
  const fault = () => new JsonFault(at >= text.length ? 'cut-off' : 'syntax', at);

  const string = (): string => {
    const from = at;
    let end = at;
    for (;;) {
      end = text.indexOf('"', end + 1);
      if (end < 0) {
        at = text.length;
        throw fault();
      }
      let slashes = 0;
      while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
      if (slashes % 2 === 0) break;
    }
    const raw = text.slice(from + 1, end);
    at = end + 1;
    if (!raw.includes('\\')) return raw;
    try {
      // Control characters are no JSON inside strings, but they are written.
      return JSON.parse(`"${raw.replace(/\p{Cc}/gu, escaped)}"`) as string;
    } catch {
      at = from;
      throw fault();
    }
  };

  const value = (depth: number): JsonValue => {
    if (depth > maxDepth) throw new JsonFault('depth', at);
    const c = text.charCodeAt(at);
    if (c === 34) return string();
    if (c === 110 && text.startsWith('null', at)) {
      at += 4;
      return null;
    }
    if (c === 123) {
      at++;
      const object = new Map<string, JsonValue>();
      skip();
      if (text.charCodeAt(at) === 125) {
        at++;
        return object;
      }
      for (;;) {
        skip();
        if (text.charCodeAt(at) !== 34) throw fault();
        const name = string();
        skip();
        if (text.charCodeAt(at) !== 58) throw fault();
        at++;
        skip();
        object.set(name, value(depth + 1));
        skip();
        const then = text.charCodeAt(at);
        if (then !== 44 && then !== 125) throw fault();
        at++;
        if (then === 125) return object;
      }
    }
    if (c === 91) {
      at++;
      const list: JsonValue[] = [];
      skip();
      if (text.charCodeAt(at) === 93) {
        at++;
        return list;
      }
      for (;;) {
        skip();
        list.push(value(depth + 1));
        skip();
        const then = text.charCodeAt(at);
        if (then !== 44 && then !== 93) throw fault();
        at++;
        if (then === 93) return list;
      }
    }
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word !== undefined) {
      at = WORD.lastIndex;
      return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : word;
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) throw fault();
    at = NUMBER.lastIndex;
    return new JsonNumber(number);
  };

  const values: JsonValue[] = [];
  for (;;) {
    skip();
    if (at >= text.length) return values;
    values.push(value(1));
  }
}

const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
