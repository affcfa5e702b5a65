import { signal } from '@preact/signals';

export const SCREENS = ['data', 'segments', 'compare', 'discover', 'privacy', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Route {
  readonly screen: Screen;
  /** What follows the screen in the hash, decoded: a segment's id. Empty for the screen itself. */
  readonly rest: string;
}

export function parseRoute(hash: string): Route {
  const [, name = '', rest = ''] = /^#?\/?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  const screen = SCREENS.find((s) => s === name) ?? 'data';
  try {
    return { screen, rest: decodeURIComponent(rest) };
  } catch {
    return { screen, rest: '' };
  }
}

/** `#/segments/library%3Aone-time`. */
export function routeHash(screen: Screen, rest = ''): string {
  return rest === '' ? `#/${screen}` : `#/${screen}/${encodeURIComponent(rest)}`;
}

/** Where the workspace is; follows the address. */
export const route = signal<Route>(parseRoute(globalThis.location?.hash ?? ''));

globalThis.addEventListener?.('hashchange', () => {
  route.value = parseRoute(location.hash);
});

export function goTo(screen: Screen, rest = ''): void {
  location.hash = routeHash(screen, rest);
}
