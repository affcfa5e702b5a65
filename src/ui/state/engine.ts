import type { EngineClient } from '../../protocol/engine-api';

let current: EngineClient | null = null;

/** Called once by an entry, before anything is rendered; UI tests and the gallery give a mock. */
export function setEngine(client: EngineClient): void {
  current = client;
}

export function engine(): EngineClient {
  if (!current) throw new Error('setEngine() comes first');
  return current;
}
