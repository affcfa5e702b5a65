import { NO_CHOICES, type SiteChoices, sitePattern } from '../../core/granted-site';
import type { KeptChoices } from './kept-choices';

/** What the page at an address was chosen for; nothing where its host is not granted. */
export function siteChoices(
  granted: (asked: { origins: string[] }) => Promise<boolean>,
  kept: Pick<KeptChoices, 'of'>,
) {
  return async (url: string): Promise<SiteChoices> => {
    const pattern = sitePattern(url);
    if (pattern === null || !(await granted({ origins: [pattern] }))) return NO_CHOICES;
    return kept.of(pattern);
  };
}
