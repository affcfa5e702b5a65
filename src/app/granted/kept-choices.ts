import { NO_CHOICES, type SiteChoices } from '../../core/granted-site';
import { siteChoices } from '../../protocol/page-messages';

/** The part of `storage.local` that is used. */
export interface LocalArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What each site is for, by its pattern. That it may be read at all is the browser's to say. */
export interface KeptChoices {
  all(): Promise<ReadonlyMap<string, SiteChoices>>;
  /** `NO_CHOICES` where nothing was chosen. */
  of(pattern: string): Promise<SiteChoices>;
  put(pattern: string, choices: SiteChoices): Promise<void>;
  drop(pattern: string): Promise<void>;
}

/** One key a site: two of them being chosen at once cannot undo each other. */
export const CHOICES_PREFIX = 'site:';

export function keptChoices(area: LocalArea): KeptChoices {
  return {
    async all() {
      const found = new Map<string, SiteChoices>();
      for (const [key, raw] of Object.entries(await area.get(null))) {
        const choices = key.startsWith(CHOICES_PREFIX) ? siteChoices(raw) : undefined;
        if (choices !== undefined) found.set(key.slice(CHOICES_PREFIX.length), choices);
      }
      return found;
    },
    async of(pattern) {
      const key = CHOICES_PREFIX + pattern;
      return siteChoices((await area.get(key))[key]) ?? NO_CHOICES;
    },
    put: (pattern, { follow, exports, badges }) =>
      area.set({ [CHOICES_PREFIX + pattern]: { follow, exports, badges } }),
    drop: (pattern) => area.remove(CHOICES_PREFIX + pattern),
  };
}
