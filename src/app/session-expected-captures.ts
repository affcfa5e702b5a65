import type { CaptureSource, ExpectedCaptures } from './imports/receive-capture';

/** The part of `storage.session` that is used. */
export interface SessionArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const PREFIX = 'expected-capture:';

/** One key a capture: two of them being put at once cannot undo each other. */
export function sessionExpectedCaptures(area: SessionArea): ExpectedCaptures {
  return {
    async get(captureId) {
      const key = PREFIX + captureId;
      return captureSource((await area.get(key))[key]);
    },
    put: (captureId, { tabId, frameId }) => area.set({ [PREFIX + captureId]: { tabId, frameId } }),
    delete: (captureId) => area.remove(PREFIX + captureId),
    async ids() {
      return Object.keys(await area.get(null))
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length));
    },
  };
}

function captureSource(raw: unknown): CaptureSource | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { tabId, frameId } = raw as { tabId?: unknown; frameId?: unknown };
  return typeof tabId === 'number' && typeof frameId === 'number' ? { tabId, frameId } : null;
}
