import { hostOfPattern, type SiteChoices, sitePattern } from '../../core/granted-site';
import { CHOICES_PREFIX, keptChoices, type LocalArea } from './kept-choices';

interface Heard {
  addListener(listen: (...told: never[]) => void): void;
  removeListener(listen: (...told: never[]) => void): void;
}

/** The part of the browser that is used. */
export interface SitesApi {
  readonly permissions: {
    request(asked: { origins: string[] }): Promise<boolean>;
    contains(asked: { origins: string[] }): Promise<boolean>;
    remove(asked: { origins: string[] }): Promise<boolean>;
    getAll(): Promise<{ readonly origins?: readonly string[] | undefined }>;
    readonly onAdded: Heard;
    readonly onRemoved: Heard;
  };
  readonly storage: { readonly local: LocalArea; readonly onChanged: Heard };
}

/** A site that could be, or is, read without a click each time. */
export interface Site {
  readonly pattern: string;
  /** Null for a pattern over many hosts, which only the browser's own settings grant. */
  readonly host: string | null;
  readonly granted: boolean;
  readonly choices: SiteChoices;
}

/** Grants as a person sees them: asked for, looked through, changed, withdrawn. */
export interface SiteGrants {
  /** Null for an address that is no web page. */
  at(url: string): Promise<Site | null>;
  /** Every granted one. */
  granted(): Promise<readonly Site[]>;
  /**
   * Must be called within a click, before anything is awaited. The choice is kept before the browser asks: the popup is
   * gone by the time the person has answered, and what comes of it is the background's.
   */
  ask(site: Site, choices: SiteChoices): Promise<boolean>;
  choose(site: Site, choices: SiteChoices): Promise<void>;
  /** False where the browser keeps the grant; what the site was chosen for is forgotten all the same. */
  withdraw(site: Site): Promise<boolean>;
  /** Calls back whenever a grant or a choice changed; the answer ends it. */
  follow(changed: () => void): () => void;
}

export function siteGrants({ permissions, storage }: SitesApi): SiteGrants {
  const kept = keptChoices(storage.local);
  const siteOf = async (pattern: string): Promise<Site> => ({
    pattern,
    host: hostOfPattern(pattern),
    granted: await permissions.contains({ origins: [pattern] }),
    choices: await kept.of(pattern),
  });

  return {
    async at(url) {
      const pattern = sitePattern(url);
      return pattern === null ? null : siteOf(pattern);
    },

    async granted() {
      const patterns = new Set([
        ...((await permissions.getAll()).origins ?? []),
        ...(await kept.all()).keys(),
      ]);
      const sites = await Promise.all([...patterns].sort().map(siteOf));
      return sites.filter((site) => site.granted);
    },

    async ask({ pattern }, choices) {
      const keeping = kept.put(pattern, choices);
      const granted = await permissions.request({ origins: [pattern] });
      await keeping;
      if (!granted) await kept.drop(pattern);
      return granted;
    },

    choose: ({ pattern }, choices) => kept.put(pattern, choices),

    async withdraw({ pattern }) {
      await kept.drop(pattern);
      // Firefox answers false, Chrome throws, where the manifest requires it.
      return permissions.remove({ origins: [pattern] }).catch(() => false);
    },

    follow(changed) {
      const stored = (changes: Readonly<Record<string, unknown>>, area: string) => {
        if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(CHOICES_PREFIX))) changed();
      };
      permissions.onAdded.addListener(changed);
      permissions.onRemoved.addListener(changed);
      storage.onChanged.addListener(stored);
      return () => {
        permissions.onAdded.removeListener(changed);
        permissions.onRemoved.removeListener(changed);
        storage.onChanged.removeListener(stored);
      };
    },
  };
}
