/**
 * Small guards from `unknown`, for whatever arrives from another context. Each answers the typed value or
 * undefined; objects are rebuilt field by field, so that nothing travels further than was asked for.
 */
export type Guard<T> = (raw: unknown) => T | undefined;

export const text =
  (maxLength: number): Guard<string> =>
  (raw) =>
    typeof raw === 'string' && raw.length <= maxLength ? raw : undefined;

export const count: Guard<number> = (raw) =>
  typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0 ? raw : undefined;

export const flag: Guard<boolean> = (raw) => (typeof raw === 'boolean' ? raw : undefined);

export const oneOf =
  <const T extends string>(...values: readonly T[]): Guard<T> =>
  (raw) =>
    values.find((v) => v === raw);

export const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (raw) =>
    raw === null ? null : guard(raw);

export const listOf =
  <T>(guard: Guard<T>, maxLength: number): Guard<readonly T[]> =>
  (raw) => {
    if (!Array.isArray(raw) || raw.length > maxLength) return undefined;
    const out: T[] = [];
    for (const item of raw as readonly unknown[]) {
      const value = guard(item);
      if (value === undefined) return undefined;
      out.push(value);
    }
    return out;
  };

/** Reads own fields only: `__proto__` in a message is no field of it. */
export const objectOf =
  <T extends object>(guards: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> =>
  (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
    const out: Partial<T> = {};
    for (const key of Object.keys(guards) as (keyof T & string)[]) {
      const value = Object.hasOwn(raw, key)
        ? guards[key]((raw as Readonly<Record<string, unknown>>)[key])
        : undefined;
      if (value === undefined) return undefined;
      out[key] = value;
    }
    return out as T;
  };
