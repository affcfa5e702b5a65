import type { SiteChoices } from '../../core/granted-site';
import { GRANTED_SCRIPTS, keepRegistered, type ScriptingApi } from './keep-registered';
import { CHOICES_PREFIX, type KeptChoices } from './kept-choices';

interface Heard<T extends unknown[]> {
  addListener(listen: (...told: T) => void): void;
}
type Origins = { readonly origins?: readonly string[] | undefined };

/** The part of the browser that is used. */
export interface GrantsApi {
  readonly permissions: {
    contains(asked: { origins: string[] }): Promise<boolean>;
    readonly onAdded: Heard<[Origins]>;
    readonly onRemoved: Heard<[]>;
  };
  readonly runtime: { readonly onInstalled: Heard<[]>; readonly onStartup: Heard<[]> };
  readonly storage: { readonly onChanged: Heard<[Readonly<Record<string, unknown>>, string]> };
  readonly tabs: { query(query: { url: string }): Promise<readonly { readonly id?: number | undefined }[]> };
  readonly scripting: ScriptingApi & {
    executeScript(script: {
      target: { tabId: number; allFrames: true };
      files: string[];
      world: 'MAIN' | 'ISOLATED';
    }): Promise<unknown>;
  };
}

/**
 * Keeps content scripts registered for the sites that are granted and chosen, whoever granted or withdrew them, here or
 * in the browser's own settings. Listeners are added at once, for a background is started to hear them.
 *
 * The browser forgets what was registered when the extension is updated, and a choice is kept before the browser asks
 * (the popup is gone by the time the person has answered): what was never granted is dropped at the next start.
 */
export function watchGrants(api: GrantsApi, kept: KeptChoices): void {
  let working: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): void => {
    // What could not be registered now is tried with the next change, and at the next start.
    working = working.then(task).catch(() => {});
  };
  const granted = (pattern: string) => api.permissions.contains({ origins: [pattern] });
  const register = async () => {
    const chosen = new Map<string, SiteChoices>();
    for (const [pattern, choices] of await kept.all())
      if (await granted(pattern)) chosen.set(pattern, choices);
    await keepRegistered(api.scripting, chosen);
  };
  const dropUngranted = async () => {
    for (const pattern of (await kept.all()).keys()) if (!(await granted(pattern))) await kept.drop(pattern);
  };
  /** Pages that are open when a site is granted or chosen for more: registered scripts reach only those to come. */
  const reachOpenPages = async (pattern: string) => {
    if (!(await granted(pattern))) return;
    const choices = await kept.of(pattern);
    const scripts = GRANTED_SCRIPTS.filter(({ wanted }) => wanted(choices));
    for (const { id } of scripts.length > 0 ? await api.tabs.query({ url: pattern }) : []) {
      if (id === undefined) continue;
      for (const { file, world } of scripts) {
        // A page that went away or forbids it is reached when it is loaded again.
        await api.scripting
          .executeScript({ target: { tabId: id, allFrames: true }, files: [file], world })
          .catch(() => {});
      }
    }
  };

  api.permissions.onAdded.addListener(({ origins = [] }) => {
    inTurn(register);
    for (const pattern of origins) inTurn(() => reachOpenPages(pattern));
  });
  api.permissions.onRemoved.addListener(() => {
    inTurn(dropUngranted);
    inTurn(register);
  });
  api.storage.onChanged.addListener((changes, area) => {
    const patterns = Object.keys(changes)
      .filter((key) => area === 'local' && key.startsWith(CHOICES_PREFIX))
      .map((key) => key.slice(CHOICES_PREFIX.length));
    if (patterns.length === 0) return;
    inTurn(register);
    for (const pattern of patterns) inTurn(() => reachOpenPages(pattern));
  });
  for (const started of [api.runtime.onInstalled, api.runtime.onStartup])
    started.addListener(() => {
      inTurn(dropUngranted);
      inTurn(register);
    });
}
