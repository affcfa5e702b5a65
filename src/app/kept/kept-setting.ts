import type { Store } from '../../store/store';

export interface KeptSetting<T> {
  get(): Promise<T>;
  /** Null forgets it. */
  set(value: T | null): Promise<void>;
}

/** One small record of what the person set about segments, read through its guard whatever stands there. */
export function keptSetting<T>(store: Store, key: string, parse: (raw: unknown) => T): KeptSetting<T> {
  const records = store.records<unknown>('segmentSettings');
  return {
    get: async () => parse((await records.all()).get(key)),
    set: (value) => (value === null ? records.drop(key) : records.put(key, value)),
  };
}
