import { effect, type Signal, signal } from '@preact/signals';

/**
 * A signal kept in localStorage and followed between open pages of the extension. `parse` turns what was stored
 * (or anything else somebody put there) into a value, or null for "use the initial one".
 */
export function persisted<T>(key: string, initial: T, parse: (raw: unknown) => T | null): Signal<T> {
  const fullKey = `segment-lens:${key}`;
  const value = signal<T>(read(fullKey, parse) ?? initial);
  let last = JSON.stringify(value.value);
  effect(() => {
    const next = JSON.stringify(value.value);
    if (next === last) return;
    last = next;
    try {
      globalThis.localStorage?.setItem(fullKey, next);
    } catch {
      // Storage is full or off: the choice still holds for this page.
    }
  });
  globalThis.addEventListener?.('storage', (event) => {
    if ((event as StorageEvent).key !== fullKey) return;
    value.value = read(fullKey, parse) ?? initial;
  });
  return value;
}

function read<T>(key: string, parse: (raw: unknown) => T | null): T | null {
  try {
    const raw = globalThis.localStorage?.getItem(key);
    return raw == null ? null : parse(JSON.parse(raw));
  } catch {
    return null;
  }
}
