import type { SiteChoices } from '../../core/granted-site';

/** A content script as `scripting.registerContentScripts` takes it. */
export interface RegisteredScript {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly allFrames: boolean;
  readonly runAt: 'document_start' | 'document_idle';
  readonly world: 'MAIN' | 'ISOLATED';
  readonly persistAcrossSessions: boolean;
}

/** The part of `scripting` that is used. */
export interface ScriptingApi {
  getRegisteredContentScripts(): Promise<
    readonly { readonly id: string; readonly matches?: readonly string[] | undefined }[]
  >;
  registerContentScripts(scripts: RegisteredScript[]): Promise<void>;
  updateContentScripts(scripts: { id: string; matches: string[] }[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

/** A script for granted sites, and what a site must have been chosen for to get it. */
export interface GrantedScript extends Pick<RegisteredScript, 'id' | 'runAt' | 'world'> {
  readonly file: string;
  readonly wanted: (choices: SiteChoices) => boolean;
}

export const GRANTED_SCRIPTS: readonly GrantedScript[] = [
  {
    id: 'reader',
    file: '/content.js',
    runAt: 'document_idle',
    world: 'ISOLATED',
    wanted: ({ follow }) => follow,
  },
  {
    id: 'overlay',
    file: '/overlay.js',
    runAt: 'document_idle',
    world: 'ISOLATED',
    wanted: ({ badges }) => badges,
  },
  {
    id: 'export-receiver',
    file: '/export-receiver.js',
    runAt: 'document_start',
    world: 'ISOLATED',
    wanted: ({ exports }) => exports,
  },
  {
    id: 'export-catcher',
    file: '/export-catcher.js',
    runAt: 'document_start',
    world: 'MAIN',
    wanted: ({ exports }) => exports,
  },
];

/**
 * Makes what is registered equal to what was chosen for granted sites: a script whose sites changed is updated, one nobody
 * wants any longer goes. Whatever else is registered (by an earlier version) goes too.
 */
export async function keepRegistered(
  scripting: ScriptingApi,
  chosen: ReadonlyMap<string, SiteChoices>,
): Promise<void> {
  const wanted = GRANTED_SCRIPTS.map(
    ({ id, file, runAt, world, wanted }): RegisteredScript => ({
      id,
      js: [file],
      matches: [...chosen].flatMap(([pattern, choices]) => (wanted(choices) ? [pattern] : [])).sort(),
      allFrames: true,
      runAt,
      world,
      persistAcrossSessions: true,
    }),
  ).filter(({ matches }) => matches.length > 0);
  const registered = new Map((await scripting.getRegisteredContentScripts()).map((s) => [s.id, s]));

  const gone = [...registered.keys()].filter((id) => !wanted.some((w) => w.id === id));
  if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone });
  const fresh = wanted.filter(({ id }) => !registered.has(id));
  if (fresh.length > 0) await scripting.registerContentScripts(fresh);
  const changed = wanted.filter(({ id, matches }) => {
    const before = registered.get(id)?.matches;
    return before !== undefined && [...before].sort().join() !== matches.join();
  });
  if (changed.length > 0)
    await scripting.updateContentScripts(changed.map(({ id, matches }) => ({ id, matches })));
}
