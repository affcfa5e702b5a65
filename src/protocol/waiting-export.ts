import type { ExportOffer } from '../core/page-export';
import { count, type Guard, objectOf, oneOf, orNull, text } from './guards';

/** An offer as it waits in `storage.session`, one key each. */
export interface WaitingExport extends ExportOffer {
  readonly tabId: number;
  readonly frameId: number;
  /** Of the frame that exported it. */
  readonly host: string;
  /** Epoch ms. */
  readonly at: number;
}

export const EXPORT_PREFIX = 'export:';

export const waitingExport: Guard<WaitingExport> = objectOf<WaitingExport>({
  exportId: text(100),
  name: text(2_000),
  bytes: orNull(count),
  bytesAre: oneOf('held', 'server', 'too-large', 'unseen'),
  tabId: count,
  frameId: count,
  host: text(2_000),
  at: count,
});
