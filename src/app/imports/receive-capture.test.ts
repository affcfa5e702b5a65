import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/app-error';
import type { CaptureHead } from '../../core/page-capture';
import type { Inbox, InboxRecord } from '../../store/inbox';
import { type SessionArea, sessionExpectedCaptures } from '../session-expected-captures';
import { receiveCaptures } from './receive-capture';

const HOUR = 3_600_000;
const frame = { tabId: 5, frameId: 0 };

/** What outlives the background: the inbox and the session area. The background itself is made anew at will. */
function world() {
  const heads = new Map<string, InboxRecord & { chunks: (readonly (readonly string[])[])[] }>();
  const rowsOf = (id: string) => heads.get(id)?.chunks.reduce((sum, rows) => sum + rows.length, 0) ?? 0;
  const inbox: Inbox = {
    async begin(head, now) {
      heads.set(head.captureId, { head, receivedAt: now, rows: 0, complete: false, chunks: [] });
    },
    async append({ captureId, index, rows }) {
      const held = heads.get(captureId);
      if (held === undefined || held.complete) throw new AppError('rpc/bad-message');
      held.chunks[index] = rows;
    },
    async end({ captureId, rows }) {
      const held = heads.get(captureId);
      if (held === undefined || rowsOf(captureId) !== rows) throw new AppError('rpc/bad-message');
      heads.set(captureId, { ...held, rows, complete: true });
    },
    list: async () => [...heads.values()],
    async *rows() {},
    async discard(captureId) {
      heads.delete(captureId);
    },
  };
  const items = new Map<string, unknown>();
  const area: SessionArea = {
    get: async (key) => Object.fromEntries([...items].filter(([k]) => key === null || k === key)),
    set: async (more) => {
      for (const [k, v] of Object.entries(more)) items.set(k, v);
    },
    remove: async (key) => {
      items.delete(key);
    },
  };
  let now = 0;
  return {
    heads,
    rowsOf,
    pass: (ms: number) => {
      now += ms;
    },
    closeBrowser: () => items.clear(),
    background: () =>
      receiveCaptures({ inbox: async () => inbox, expected: sessionExpectedCaptures(area), now: () => now }),
  };
}

const head = (captureId: string) => ({ captureId }) as CaptureHead;
const chunk = (captureId: string, index: number, rows = 2) => ({
  captureId,
  index,
  rows: Array(rows).fill(['a']),
});
const end = (captureId: string, rows: number) => ({ captureId, rows, notes: [], gathering: null });

describe('receiveCaptures', () => {
  it('takes a capture in, with another background for every message', async () => {
    const w = world();
    await w.background().expect('c', frame);
    await w.background().begin(head('c'), frame);
    await w.background().chunk(chunk('c', 0), frame);
    await w.background().chunk(chunk('c', 1), frame);
    await w.background().end(end('c', 4), frame);
    expect(w.heads.get('c')).toMatchObject({ complete: true, rows: 4 });
  });

  it('takes what is sent twice as once', async () => {
    const w = world();
    await w.background().expect('c', frame);
    for (const _ of [1, 2]) await w.background().begin(head('c'), frame);
    for (const _ of [1, 2]) await w.background().chunk(chunk('c', 0), frame);
    for (const _ of [1, 2]) await w.background().end(end('c', 2), frame);
    expect(w.heads.get('c')).toMatchObject({ complete: true, rows: 2 });
  });

  it('takes nothing that nobody asked for, nor from another frame or tab than was asked', async () => {
    const w = world();
    const refused = { code: 'page/not-allowed' };
    await expect(w.background().begin(head('c'), frame)).rejects.toMatchObject(refused);
    await w.background().expect('c', frame);
    await expect(w.background().begin(head('c'), { tabId: 5, frameId: 2 })).rejects.toMatchObject(refused);
    await expect(w.background().begin(head('c'), { tabId: 6, frameId: 0 })).rejects.toMatchObject(refused);
    await w.background().begin(head('c'), frame);
    await expect(w.background().chunk(chunk('c', 0), { tabId: 6, frameId: 0 })).rejects.toMatchObject(
      refused,
    );
    expect(w.rowsOf('c')).toBe(0);
  });

  it('takes no more once a capture has ended', async () => {
    const w = world();
    await w.background().expect('c', frame);
    await w.background().begin(head('c'), frame);
    await w.background().end(end('c', 0), frame);
    await expect(w.background().begin(head('c'), frame)).rejects.toMatchObject({ code: 'page/not-allowed' });
    await expect(w.background().end(end('c', 9), frame)).rejects.toMatchObject({ code: 'page/not-allowed' });
  });

  it('forgets an abandoned capture, and refuses what of it still comes', async () => {
    const w = world();
    await w.background().expect('c', frame);
    await w.background().begin(head('c'), frame);
    await w.background().abandon('c');
    expect(w.heads.size).toBe(0);
    await expect(w.background().chunk(chunk('c', 0), frame)).rejects.toMatchObject({
      code: 'page/not-allowed',
    });
  });

  it('does not discard a complete capture that is abandoned too late', async () => {
    const w = world();
    await w.background().expect('c', frame);
    await w.background().begin(head('c'), frame);
    await w.background().end(end('c', 0), frame);
    await w.background().abandon('c');
    expect(w.heads.get('c')?.complete).toBe(true);
  });

  it('sweeps captures that lost their page, and leaves one that is still coming in', async () => {
    const w = world();
    for (const id of ['lost', 'coming']) {
      await w.background().expect(id, frame);
      await w.background().begin(head(id), frame);
      w.pass(11 * HOUR);
    }
    await w.background().expect('next', frame);
    expect([...w.heads.keys()]).toEqual(['coming']);
    w.closeBrowser();
    await w.background().expect('later', frame);
    expect([...w.heads.keys()]).toEqual([]);
  });
});
