import { EXPORT_OFFER_MS, type ExportOffer, MAX_EXPORT_BYTES } from '../../../core/page-export';
import { agreedEvent, CATCHER_IS_HERE, RECEIVER_IS_HERE, stopEvent } from './catcher-events';
import { dataUrlBytes } from './data-url-bytes';
import { exportName, mayHoldTable } from './export-name';

/** Files held at once; an older one goes for a newer. */
const MAX_HELD = 5;
/** A page that exports without end is offered that many at once, and one more each ten seconds. */
const BURST = 5;
const ONE_MORE_AFTER_MS = 10_000;
/** A message is JSON: a part is sent as base64, a third longer. */
const PART_BYTES = 3 << 20;

export interface ReceiverDeps {
  readonly window: Window;
  readonly newId: () => string;
  readonly now: () => number;
  /** Tells of an offer; false where the site is not allowed it any longer, or the extension is gone. */
  readonly offer: (offer: ExportOffer) => Promise<boolean>;
}

/** What this frame exported. The bytes are the page's own, held by reference and copied to nowhere until they are asked for. */
export interface ExportBox {
  /** Part of a file as base64, from an offset; null where it is held no longer. `total` in bytes. */
  part(exportId: string, offset: number): Promise<{ readonly base64: string; readonly total: number } | null>;
  drop(exportId: string): void;
}

/**
 * Listens to the catcher in the page's world. Whatever comes, from it or from a page that has found the way, is a claim:
 * it can make an offer, at a bounded rate, and nothing else.
 */
export function receiveExports({ window, newId, now, offer }: ReceiverDeps): ExportBox {
  const held = new Map<string, Blob>();
  // Nobody heard it before the scripts of the page run.
  const agreed = `segment-lens/${newId()}`;
  let room = BURST;
  let filledAt = now();

  const greet = () => window.dispatchEvent(new CustomEvent(RECEIVER_IS_HERE, { detail: agreed }));
  const endGreeting = () => window.removeEventListener(CATCHER_IS_HERE, greet, true);
  const stop = () => {
    endGreeting();
    window.removeEventListener(agreed, hear, true);
    window.dispatchEvent(new CustomEvent(stopEvent(agreed)));
    held.clear();
  };
  const hear = (event: Event) => {
    try {
      const found = claimOf((event as CustomEvent<unknown>).detail);
      if (found === null || !hasRoom()) return;
      const exportId = newId();
      if (found.blob !== null) hold(exportId, found.blob);
      const { name, bytesAre } = found;
      offer({ exportId, name, bytesAre, bytes: found.blob?.size ?? null }).then(
        (allowed) => allowed || stop(),
        stop,
      );
    } catch {
      // Nothing of ours is for the page to see, an error least of all.
    }
  };
  window.addEventListener(CATCHER_IS_HERE, greet, true);
  window.addEventListener(agreedEvent(agreed), endGreeting, { capture: true, once: true });
  window.addEventListener(agreed, hear, true);
  greet();

  const hasRoom = (): boolean => {
    const more = Math.floor((now() - filledAt) / ONE_MORE_AFTER_MS);
    if (more > 0) {
      room = Math.min(BURST, room + more);
      filledAt += more * ONE_MORE_AFTER_MS;
    }
    if (room === 0) return false;
    room--;
    return true;
  };

  const hold = (exportId: string, blob: Blob) => {
    held.set(exportId, blob);
    const bytes = () => [...held.values()].reduce((sum, { size }) => sum + size, 0);
    for (const older of held.keys()) {
      if (held.size <= MAX_HELD && bytes() <= MAX_EXPORT_BYTES) break;
      held.delete(older);
    }
    setTimeout(() => held.delete(exportId), EXPORT_OFFER_MS);
  };

  return {
    async part(exportId, offset) {
      const blob = held.get(exportId);
      if (blob === undefined) return null;
      return { base64: await base64Of(blob.slice(offset, offset + PART_BYTES)), total: blob.size };
    },
    drop: (exportId) => {
      held.delete(exportId);
    },
  };
}

interface Claim {
  readonly name: string;
  readonly blob: Blob | null;
  readonly bytesAre: ExportOffer['bytesAre'];
}

function claimOf(raw: unknown): Claim | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { name: stated, url, blob } = raw as { name?: unknown; url?: unknown; blob?: unknown };
  if (typeof stated !== 'string' || typeof url !== 'string') return null;
  const name = exportName(stated, url);
  if (/^https?:/i.test(url)) return mayHoldTable(name, '') ? { name, blob: null, bytesAre: 'server' } : null;
  if (/^data:/i.test(url)) {
    // Every byte is at most three letters of it.
    if (url.length > 3 * MAX_EXPORT_BYTES) return { name, blob: null, bytesAre: 'too-large' };
    const found = dataUrlBytes(url);
    return found === null ? null : claimed(name, new Blob([found.bytes], { type: found.type }));
  }
  if (blob === null) return mayHoldTable(name, '') ? { name, blob: null, bytesAre: 'unseen' } : null;
  return blob instanceof Blob ? claimed(name, blob) : null;
}

function claimed(name: string, blob: Blob): Claim | null {
  if (blob.size === 0 || !mayHoldTable(name, blob.type)) return null;
  return blob.size > MAX_EXPORT_BYTES
    ? { name, blob: null, bytesAre: 'too-large' }
    : { name, blob, bytesAre: 'held' };
}

/** By a reader of our own: in Firefox, buffers that a page's blob makes by itself are the page's, and shut to us. */
function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
