import { effect } from '@preact/signals';
import { LOCALES, type Locale } from '../../core/label';
import { localeOfBrowser } from '../../i18n/locale-of-browser';
import { persisted } from './persisted';

const isLocale = (value: unknown): value is Locale => LOCALES.some((l) => l === value);

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
