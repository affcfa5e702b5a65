import { AppError } from '../core/app-error';

/**
 * What IndexedDB can hold as JSON and back. JSON has no word for these: each stands as `{"$": kind, "v": …}`, and an
 * object that has a key `$` of its own as its entries.
 */
export function toJsonValue(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : tagged('number', String(value === 0 ? '-0' : value));
  if (value === undefined) return tagged('undefined', null);
  if (typeof value === 'bigint') return tagged('bigint', String(value));
  if (typeof value !== 'object') throw unsupported(value);
  if (Array.isArray(value)) return Array.from(value, toJsonValue);
  if (value instanceof Map)
    return tagged(
      'map',
      [...value].map(([k, v]) => [toJsonValue(k), toJsonValue(v)]),
    );
  if (value instanceof Set) return tagged('set', [...value].map(toJsonValue));
  if (value instanceof Date) return tagged('date', toJsonValue(value.getTime()));
  if (value instanceof ArrayBuffer) return tagged('buffer', base64(new Uint8Array(value)));
  if (ArrayBuffer.isView(value)) {
    const name = value.constructor.name;
    if (!Object.hasOwn(VIEWS, name)) throw unsupported(value);
    return tagged(name, base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
  }
  const proto: unknown = Object.getPrototypeOf(value);
  // Another realm's plain object has another prototype, but no constructor of a name of its own.
  if (proto !== null && (value as object).constructor?.name !== 'Object') throw unsupported(value);
  const entries = Object.entries(value).map(([key, inner]) => [key, toJsonValue(inner)] as const);
  return entries.some(([key]) => key === '$' || key === '__proto__')
    ? tagged('object', entries)
    : Object.fromEntries(entries);
}

/** @throws AppError `backup/damaged`. */
export function fromJsonValue(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromJsonValue);
  if (typeof json !== 'object' || json === null) return json;
  if (!('$' in json)) return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fromJsonValue(v)]));
  const { $: kind, v } = json as { readonly $: unknown; readonly v: unknown };
  if (typeof kind !== 'string') throw new AppError('backup/damaged');
  if (Object.hasOwn(VIEWS, kind)) return VIEWS[kind]?.(bytesOf(v));
  switch (kind) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(v);
    case 'bigint':
      return BigInt(String(v));
    case 'date':
      return new Date(fromJsonValue(v) as number);
    case 'buffer':
      return bytesOf(v);
    case 'map':
      return new Map(fromJsonValue(v) as [unknown, unknown][]);
    case 'set':
      return new Set(fromJsonValue(v) as unknown[]);
    case 'object': {
      const out: Record<string, unknown> = {};
      for (const [key, inner] of v as [string, unknown][])
        Object.defineProperty(out, key, {
          value: fromJsonValue(inner),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      return out;
    }
    default:
      throw new AppError('backup/damaged');
  }
}

const VIEWS: Readonly<Record<string, (buffer: ArrayBuffer) => ArrayBufferView>> = {
  Uint8Array: (b) => new Uint8Array(b),
  Uint8ClampedArray: (b) => new Uint8ClampedArray(b),
  Int8Array: (b) => new Int8Array(b),
  Uint16Array: (b) => new Uint16Array(b),
  Int16Array: (b) => new Int16Array(b),
  Uint32Array: (b) => new Uint32Array(b),
  Int32Array: (b) => new Int32Array(b),
  Float32Array: (b) => new Float32Array(b),
  Float64Array: (b) => new Float64Array(b),
  BigInt64Array: (b) => new BigInt64Array(b),
  BigUint64Array: (b) => new BigUint64Array(b),
  DataView: (b) => new DataView(b),
};

const tagged = (kind: string, v: unknown) => ({ $: kind, v });

/** A kind of value nobody has written a form for: better no backup than one that lacks something. */
const unsupported = (value: unknown): AppError =>
  new AppError('backup/unsupported', {
    params: { kind: typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value },
  });

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function bytesOf(text: unknown): ArrayBuffer {
  if (typeof text !== 'string') throw new AppError('backup/damaged');
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
}
