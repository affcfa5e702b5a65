import { effect } from '@preact/signals';
import { LOCALES, type Locale } from '../../core/label';
import { persisted } from './persisted';

const isLocale = (value: unknown): value is Locale => LOCALES.some((l) => l === value);

/** The first of the browser's languages that we speak; English where none is. */
export function localeOfBrowser(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLocale(base)) return base;
  }
  return 'en';
}

/** `null` follows the browser. */
const chosen = persisted<Locale | null>('locale', null, (raw) => (isLocale(raw) ? raw : null));

export const locale = {
  get value(): Locale {
    return chosen.value ?? localeOfBrowser(globalThis.navigator?.languages ?? []);
  },
  set value(next: Locale) {
    chosen.value = next;
  },
};

effect(() => {
  if (globalThis.document) document.documentElement.lang = locale.value;
});
