import type { SiteChoices } from '../src/core/granted-site';
import type { Extension } from './extension';

export const LOOPBACK = 'http://127.0.0.1/*';

/**
 * Chooses what the loopback host is for, which the test build is granted as it is installed, and waits until scripts are
 * registered as chosen.
 */
export async function choose(extension: Extension, choices: Partial<SiteChoices>): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate(
    async ([pattern, chosen]) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          storage: { local: { set(items: object): Promise<void> } };
          scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
        };
      };
      await chrome.storage.local.set({ [`site:${pattern}`]: chosen });
      const wanted = [
        ...(chosen.exports ? ['export-catcher', 'export-receiver'] : []),
        ...(chosen.badges ? ['overlay'] : []),
        ...(chosen.follow ? ['reader'] : []),
      ].join();
      for (let tries = 0; tries < 200; tries++) {
        const ids = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
        if (ids.sort().join() === wanted) return;
        await new Promise((done) => setTimeout(done, 25));
      }
      throw new Error('never registered');
    },
    [LOOPBACK, { follow: false, exports: false, badges: false, ...choices }] as const,
  );
}
