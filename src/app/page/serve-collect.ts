import { type CollectNews, parseCollectOrder } from '../../protocol/page-messages';
import type { Collecting, Collectings } from './collectings';

/** The part of a port that is used. */
export interface CollectPort {
  postMessage(news: CollectNews): void;
  readonly onMessage: { addListener(listen: (raw: unknown) => void): void };
  readonly onDisconnect: { addListener(listen: () => void): void };
}

/**
 * Lets whoever opened the port start one table, or watch one that was started before, and steer it. A port that
 * closes stops nothing: the popup closes when the person clicks elsewhere, and the capture they asked for goes on
 * into the inbox.
 */
export function serveCollect(port: CollectPort, collectings: Collectings): void {
  let mine: Collecting | null = null;
  let leave = () => {};
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
    leave();
  });
  port.onMessage.addListener((raw) => {
    const order = parseCollectOrder(raw);
    if (order === undefined) return;
    if (order.kind === 'start' || order.kind === 'follow') {
      if (mine !== null || !open) return;
      mine = order.kind === 'start' ? collectings.start(order) : collectings.of(order.captureId);
      if (mine === null) port.postMessage({ kind: 'failed', code: 'page/gone' });
      else leave = mine.watch((news) => port.postMessage(news));
      return;
    }
    if (order.kind === 'cancel') mine?.cancel();
    else if (order.kind === 'pause') mine?.control.pause();
    else if (order.kind === 'resume') mine?.control.resume();
    else mine?.control.finish();
  });
}
