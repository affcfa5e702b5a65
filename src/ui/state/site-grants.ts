import { signal } from '@preact/signals';
import type { SiteGrants } from '../../app/granted/site-grants';

/** The browser's permissions; null until they are loaded, and where there are none to ask (the gallery). */
export const siteGrants = signal<SiteGrants | null>(null);

let loading: Promise<void> | undefined;

/** A click must reach the browser within its own turn, so this is loaded before there is one. */
export function loadSiteGrants(): Promise<void> {
  loading ??= Promise.all([import('../../app/granted/site-grants'), import('../../platform/browser')]).then(
    ([grants, { browser }]) => {
      siteGrants.value = grants.siteGrants(browser);
    },
    // Outside an extension there is nothing to grant.
    () => {},
  );
  return loading;
}
