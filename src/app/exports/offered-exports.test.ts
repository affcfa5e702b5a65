import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../core/granted-site';
import { EXPORT_OFFER_MS, type ExportOffer } from '../../core/page-export';
import { offeredExports } from './offered-exports';

const PAGE = 'https://analytics.google.com/analytics/web/';
const from = { tabId: 7, frameId: 0 };
const offerOf = (exportId: string): ExportOffer => ({
  exportId,
  name: `${exportId}.csv`,
  bytes: 12,
  bytesAre: 'held',
});

function offering() {
  const held: Record<string, unknown> = {};
  const shown = new Map<number, number>();
  const clock = { now: 1_000 };
  const exports = offeredExports({
    area: {
      get: async (key) => (key === null ? { ...held } : { [key]: held[key] }),
      set: async (items) => void Object.assign(held, items),
      remove: async (key) => void delete held[key],
    },
    choicesOf: async (url) => (url.startsWith(PAGE) ? { ...NO_CHOICES, exports: true } : NO_CHOICES),
    showCount: async (tabId, count) => void shown.set(tabId, count),
    now: () => clock.now,
  });
  return { exports, shown, clock, held, waiting: () => Object.keys(held).sort() };
}

describe('offers of exported files', () => {
  it('come from sites allowed it, with the host of the frame, and are counted on the button', async () => {
    const { exports, held, shown } = offering();
    await exports.offered(offerOf('a'), from, `${PAGE}#/p1`);
    expect(held['export:a']).toEqual({ ...offerOf('a'), ...from, host: 'analytics.google.com', at: 1_000 });
    expect(shown.get(7)).toBe(1);
  });

  it('are refused from any other', async () => {
    const { exports, waiting } = offering();
    await expect(exports.offered(offerOf('a'), from, 'https://evil.example/')).rejects.toThrow(
      'page/not-allowed',
    );
    expect(waiting()).toEqual([]);
  });

  it('are the three newest of a tab, however many come at once', async () => {
    const { exports, waiting, shown, clock } = offering();
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        clock.now++;
        return exports.offered(offerOf(`e${String(i).padStart(2, '0')}`), from, PAGE);
      }),
    );
    expect(waiting()).toHaveLength(3);
    expect(shown.get(7)).toBe(3);
  });

  it('go after an hour, and with their tab', async () => {
    const { exports, waiting, clock } = offering();
    await exports.offered(offerOf('old'), from, PAGE);
    clock.now += EXPORT_OFFER_MS + 1;
    await exports.offered(offerOf('new'), { tabId: 8, frameId: 0 }, PAGE);
    expect(waiting()).toEqual(['export:new']);
    await exports.tabClosed(8);
    expect(waiting()).toEqual([]);
  });

  it('leave alone what else is kept there', async () => {
    const { exports, held, shown } = offering();
    held['export:broken'] = { tabId: 7 };
    held['expected-capture:x'] = { tabId: 7, frameId: 0 };
    await exports.offered(offerOf('a'), from, PAGE);
    expect(shown.get(7)).toBe(1);
    await exports.tabClosed(7);
    expect(held['expected-capture:x']).toEqual({ tabId: 7, frameId: 0 });
  });
});
