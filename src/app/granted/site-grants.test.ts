import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../core/granted-site';
import { type SitesApi, siteGrants } from './site-grants';

const FOLLOW = { ...NO_CHOICES, follow: true };

function fakeSites(answers: boolean) {
  const held: Record<string, unknown> = {};
  const granted = new Set<string>();
  const order: string[] = [];
  const silent = { addListener: () => {}, removeListener: () => {} };
  const api: SitesApi = {
    permissions: {
      request: async ({ origins }) => {
        order.push(`asked ${origins.join()}`);
        if (answers) for (const origin of origins) granted.add(origin);
        return answers;
      },
      contains: async ({ origins }) => origins.every((o) => granted.has(o)),
      remove: async ({ origins }) => {
        if (origins.includes('http://127.0.0.1/*'))
          throw new Error('You cannot remove required permissions.');
        return origins.every((o) => granted.delete(o));
      },
      getAll: async () => ({ origins: [...granted] }),
      onAdded: silent,
      onRemoved: silent,
    },
    storage: {
      local: {
        get: async (key) => (key === null ? { ...held } : { [key]: held[key] }),
        set: async (items) => {
          order.push(`kept ${Object.keys(items).join()}`);
          Object.assign(held, items);
        },
        remove: async (key) => {
          delete held[key];
        },
      },
      onChanged: silent,
    },
  };
  return { api, granted, held, order, grants: siteGrants(api) };
}

describe('asking for a site', () => {
  it('asks the browser within the same turn, once the choice is on its way', async () => {
    const { grants, order } = fakeSites(true);
    const site = await grants.at('https://analytics.google.com/analytics/web/#/p1');
    if (site === null) throw new Error('a web page');
    const asking = grants.ask(site, FOLLOW);
    // Nothing was awaited: the click still counts.
    expect(order).toEqual([
      'kept site:https://analytics.google.com/*',
      'asked https://analytics.google.com/*',
    ]);
    expect(await asking).toBe(true);
    expect(await grants.granted()).toEqual([
      {
        pattern: 'https://analytics.google.com/*',
        host: 'analytics.google.com',
        granted: true,
        choices: FOLLOW,
      },
    ]);
  });

  it('asks for that host alone', async () => {
    const { grants } = fakeSites(true);
    expect((await grants.at('http://shop.example:8080/admin?x=1'))?.pattern).toBe('http://shop.example/*');
    for (const url of ['chrome://settings', 'file:///home/ola/a.html', 'data:text/html,x', 'about:blank', ''])
      expect(await grants.at(url)).toBeNull();
  });

  it('leaves nothing behind where the person declines', async () => {
    const { grants, held } = fakeSites(false);
    const site = await grants.at('https://crm.example/');
    if (site === null) throw new Error('a web page');
    expect(await grants.ask(site, FOLLOW)).toBe(false);
    expect(held).toEqual({});
    expect(await grants.granted()).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('forgets the choice with the grant', async () => {
    const { grants, held } = fakeSites(true);
    const site = await grants.at('https://crm.example/');
    if (site === null) throw new Error('a web page');
    await grants.ask(site, FOLLOW);
    expect(await grants.withdraw(site)).toBe(true);
    expect(held).toEqual({});
    expect(await grants.granted()).toEqual([]);
  });

  it('says so where the browser keeps the grant, and chooses it for nothing', async () => {
    const { grants, granted } = fakeSites(true);
    granted.add('http://127.0.0.1/*');
    const [site] = await grants.granted();
    if (site === undefined) throw new Error('granted');
    await grants.choose(site, FOLLOW);
    expect(await grants.withdraw(site)).toBe(false);
    expect((await grants.granted())[0]?.choices).toEqual(NO_CHOICES);
  });

  it('lists what the browser’s own settings granted, over many hosts too', async () => {
    const { grants, granted } = fakeSites(true);
    granted.add('https://*/*');
    expect(await grants.granted()).toEqual([
      { pattern: 'https://*/*', host: null, granted: true, choices: NO_CHOICES },
    ]);
  });
});
