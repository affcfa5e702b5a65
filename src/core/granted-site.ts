/** What a granted site is for; each is the person's own choice, and all are off until it is made. */
export interface SiteChoices {
  /** The side panel keeps its offer current by itself. */
  readonly follow: boolean;
  /** What the page exports is offered. */
  readonly exports: boolean;
  /** Segment names are shown on the page. */
  readonly badges: boolean;
}

export const NO_CHOICES: SiteChoices = { follow: false, exports: false, badges: false };

export const sameChoices = (a: SiteChoices, b: SiteChoices): boolean =>
  a.follow === b.follow && a.exports === b.exports && a.badges === b.badges;

/** The match pattern of an address' host, `https://example.com/*`; null for what is no web page. Ports are not told apart. */
export function sitePattern(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}

/** `example.com` of a pattern that `sitePattern` made, or of any other that names one host; null else. */
export function hostOfPattern(pattern: string): string | null {
  return /^https?:\/\/([^*/]+)\/\*$/.exec(pattern)?.[1] ?? null;
}
