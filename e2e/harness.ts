import { dropExport, exportsOfTab, takeExport } from '../src/protocol/export-client';
import { type CollectSteer, collect, offerOfTab, openWorkspace } from '../src/protocol/page-client';
import { openInbox } from '../src/store/inbox';

let sent = 0;
let steer: CollectSteer | null = null;

/**
 * What the popup calls, put into an extension page so that a test can call it. Built by `extension.ts`; runs with
 * the page's own address, and is trusted no further than that.
 */
const harness = {
  offer: offerOfTab,

  /** What the buttons of the collecting under way do. */
  steer: (what: keyof CollectSteer) => steer?.[what](),

  /** Rows sent so far by the collecting under way. */
  sent: () => sent,

  /** @param all rows beyond those shown too */
  async collect(
    tabId: number,
    ref: string,
    columnsLeftOut: readonly string[] = [],
    cancelAt = Infinity,
    all = false,
  ) {
    const progress: number[] = [];
    sent = 0;
    const stop = new AbortController();
    try {
      const { inboxId, rows, gathering } = await collect({
        tabId,
        ref,
        columnsLeftOut,
        all,
        onStarted: (given) => {
          steer = given;
        },
        signal: stop.signal,
        onProgress: ({ rows }) => {
          progress.push(rows);
          sent = rows;
          if (rows >= cancelAt) stop.abort();
        },
      });
      return { inboxId, rows, gathering, progress, error: null };
    } catch (error) {
      return { inboxId: null, rows: 0, gathering: null, progress, error: String((error as Error).message) };
    }
  },

  async inbox() {
    const inbox = await openInbox();
    return Promise.all(
      (await inbox.list()).map(async (record) => {
        const rows: (readonly string[])[] = [];
        if (record.complete) for await (const chunk of inbox.rows(record.head.captureId)) rows.push(...chunk);
        return { ...record, cells: rows };
      }),
    );
  },

  async emptyInbox() {
    const inbox = await openInbox();
    for (const { head } of await inbox.list()) await inbox.discard(head.captureId);
  },

  openWorkspace,

  exports: exportsOfTab,

  async takeExport(exportId: string) {
    try {
      const file = await takeExport(exportId);
      return { name: file.name, bytes: [...new Uint8Array(await file.arrayBuffer())] };
    } catch (error) {
      return { name: String((error as Error).message), bytes: null };
    }
  },

  async dropExports(tabId: number) {
    for (const offer of await exportsOfTab(tabId)) await dropExport(offer);
  },
};
export type Harness = typeof harness;

Object.assign(globalThis, { segmentLens: harness });
