import { describe, expect, it, vi } from 'vitest';
import { NO_CHOICES } from '../../core/granted-site';
import type { RegisteredScript } from './keep-registered';
import { keptChoices } from './kept-choices';
import { siteChoices } from './site-choices';
import { type GrantsApi, watchGrants } from './watch-grants';

const GA = 'https://analytics.google.com/*';
const CRM = 'https://app.hubspot.com/*';
const FOLLOW = { ...NO_CHOICES, follow: true };

/** A browser that grants, registers and forgets as the real ones do. */
function fakeBrowser() {
  const event = <T extends unknown[]>() => {
    const listeners: ((...told: T) => void)[] = [];
    return {
      addListener: (listen: (...told: T) => void) => listeners.push(listen),
      tell: (...told: T) => {
        for (const listen of listeners) listen(...told);
      },
    };
  };
  const held: Record<string, unknown> = {};
  const granted = new Set<string>();
  const scripts = new Map<string, RegisteredScript>();
  const injected: string[] = [];
  const onChanged = event<[Readonly<Record<string, unknown>>, string]>();
  const onAdded = event<[{ origins?: readonly string[] }]>();
  const onRemoved = event<[]>();
  const onInstalled = event<[]>();
  const area = {
    get: async (key: string | null) => (key === null ? { ...held } : { [key]: held[key] }),
    set: async (items: Record<string, unknown>) => {
      Object.assign(held, items);
      onChanged.tell(items, 'local');
    },
    remove: async (key: string) => {
      if (!(key in held)) return;
      delete held[key];
      onChanged.tell({ [key]: {} }, 'local');
    },
  };
  const api: GrantsApi = {
    permissions: {
      contains: async ({ origins }) => origins.every((o) => granted.has(o) || granted.has('*://*/*')),
      onAdded,
      onRemoved,
    },
    runtime: { onInstalled, onStartup: event<[]>() },
    storage: { onChanged },
    tabs: { query: async ({ url }) => (url === GA ? [{ id: 7 }] : []) },
    scripting: {
      getRegisteredContentScripts: async () => [...scripts.values()],
      registerContentScripts: async (fresh) => {
        for (const script of fresh) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          scripts.set(script.id, script);
        }
      },
      updateContentScripts: async (changed) => {
        for (const { id, matches } of changed) {
          const before = scripts.get(id);
          if (before === undefined) throw new Error(`no script ${id}`);
          scripts.set(id, { ...before, matches });
        }
      },
      unregisterContentScripts: async ({ ids }) => {
        for (const id of ids) if (!scripts.delete(id)) throw new Error(`no script ${id}`);
      },
      executeScript: async ({ target, files }) => {
        injected.push(`${target.tabId} ${files.join()}`);
      },
    },
  };
  return {
    api,
    area,
    scripts,
    injected,
    matchesOf: (id: string) => scripts.get(id)?.matches ?? [],
    grant: (...origins: string[]) => {
      for (const origin of origins) granted.add(origin);
      onAdded.tell({ origins });
    },
    withdraw: (...origins: string[]) => {
      for (const origin of origins) granted.delete(origin);
      onRemoved.tell();
    },
    update: () => {
      scripts.clear();
      onInstalled.tell();
    },
  };
}

function watched() {
  const browser = fakeBrowser();
  const kept = keptChoices(browser.area);
  watchGrants(browser.api, kept);
  return { ...browser, kept };
}

describe('content scripts of granted sites', () => {
  it('are registered once a site is granted, for what was chosen before the browser asked', async () => {
    const { kept, grant, matchesOf, injected } = watched();
    await kept.put(GA, FOLLOW);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([]));
    grant(GA);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([GA]));
    // The page the person is on is reached at once.
    await vi.waitFor(() => expect(injected).toContain('7 /content.js'));
  });

  it('are not registered for a site that is granted and chosen for nothing', async () => {
    const { grant, kept, scripts, injected } = watched();
    grant(GA);
    await kept.put(GA, NO_CHOICES);
    await kept.put(CRM, FOLLOW);
    await new Promise((done) => setTimeout(done, 20));
    expect(scripts.size).toBe(0);
    expect(injected).toEqual([]);
  });

  it('follow a choice that changes', async () => {
    const { kept, grant, matchesOf, scripts } = watched();
    grant(GA, CRM);
    await kept.put(GA, FOLLOW);
    await kept.put(CRM, { ...NO_CHOICES, badges: true });
    await vi.waitFor(() => expect([matchesOf('reader'), matchesOf('overlay')]).toEqual([[GA], [CRM]]));
    await kept.put(GA, { ...NO_CHOICES, badges: true });
    await vi.waitFor(() => expect(matchesOf('overlay')).toEqual([GA, CRM]));
    expect([...scripts.keys()]).toEqual(['overlay']);
    await kept.put(GA, NO_CHOICES);
    await kept.put(CRM, NO_CHOICES);
    await vi.waitFor(() => expect(scripts.size).toBe(0));
  });

  it('go with the grant, wherever it was withdrawn, and the choice with them', async () => {
    const { kept, grant, withdraw, scripts, matchesOf } = watched();
    grant(GA, CRM);
    await kept.put(GA, FOLLOW);
    await kept.put(CRM, FOLLOW);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([GA, CRM]));
    withdraw(GA);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([CRM]));
    expect(await kept.of(GA)).toEqual(NO_CHOICES);
    withdraw(CRM);
    await vi.waitFor(() => expect(scripts.size).toBe(0));
  });

  it('are registered again after an update, which makes the browser forget them', async () => {
    const { kept, grant, update, matchesOf } = watched();
    grant(GA);
    await kept.put(GA, FOLLOW);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([GA]));
    update();
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([GA]));
  });

  it('hold under a grant of all sites only those that were chosen', async () => {
    const { kept, grant, withdraw, matchesOf } = watched();
    grant('*://*/*');
    await kept.put(GA, FOLLOW);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([GA]));
    withdraw('*://*/*');
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([]));
  });

  it('replace what an earlier version registered', async () => {
    const { kept, grant, scripts, matchesOf } = watched();
    scripts.set('older', { id: 'older', matches: [GA] } as unknown as RegisteredScript);
    grant(GA);
    await kept.put(GA, FOLLOW);
    await vi.waitFor(() => expect(matchesOf('reader')).toEqual([GA]));
    expect([...scripts.keys()]).toEqual(['reader']);
  });

  it('forget at the next start what was chosen and then declined', async () => {
    const { kept, update } = watched();
    await kept.put(GA, FOLLOW);
    update();
    await vi.waitFor(async () => expect((await kept.all()).size).toBe(0));
  });
});

describe('what a page is granted for', () => {
  it('is what was chosen for its host, port or path whatever, and nothing where it is not granted', async () => {
    const { api, kept, grant } = watched();
    const choicesOf = siteChoices((asked) => api.permissions.contains(asked), kept);
    await kept.put(GA, FOLLOW);
    expect(await choicesOf('https://analytics.google.com/analytics/web/#/p1')).toEqual(NO_CHOICES);
    grant(GA);
    expect(await choicesOf('https://analytics.google.com:8443/analytics/web/#/p1')).toEqual(FOLLOW);
    expect(await choicesOf('http://analytics.google.com/')).toEqual(NO_CHOICES);
    expect(await choicesOf('https://evil.example/analytics.google.com/')).toEqual(NO_CHOICES);
    expect(await choicesOf('about:blank')).toEqual(NO_CHOICES);
    expect(await choicesOf('not an address')).toEqual(NO_CHOICES);
  });

  it('is nothing where something else was stored in its place', async () => {
    const { area, kept } = watched();
    await area.set({ [`site:${GA}`]: { follow: 'yes', exports: true } });
    expect(await kept.of(GA)).toEqual(NO_CHOICES);
    expect((await kept.all()).size).toBe(0);
  });
});
