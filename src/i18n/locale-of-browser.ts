import type { Locale } from '../core/label';

/** The first of the browser's languages that we speak; English where none is. */
export function localeOfBrowser(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'pl' || base === 'en') return base;
  }
  return 'en';
}
