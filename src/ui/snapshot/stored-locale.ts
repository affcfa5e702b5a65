import type { Locale } from '../../core/label';
import { localeOfBrowser } from '../../i18n/locale-of-browser';

/** The language chosen in the app, as state/locale.ts keeps it, or the browser's: without loading anything. */
export function storedLocale(): Locale {
  try {
    const chosen: unknown = JSON.parse(localStorage.getItem('segment-lens:locale') ?? 'null');
    if (chosen === 'en' || chosen === 'pl') return chosen;
  } catch {
    // Unreadable is as good as not chosen.
  }
  return localeOfBrowser(navigator.languages);
}
