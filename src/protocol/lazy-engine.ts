import type { EngineClient } from './engine-api';

/** An engine whose code and worker are loaded at the first call: a page that is looked at and closed starts neither. */
export function lazyEngine(load: () => Promise<EngineClient>): EngineClient {
  let loading: Promise<EngineClient> | null = null;
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  return new Proxy({} as EngineClient, {
    get: (_, method) => async (request: never, options: never) => {
      const client = await loaded();
      const call = client[method as keyof EngineClient] as (r: never, o: never) => Promise<unknown>;
      return call(request, options);
    },
  });
}
