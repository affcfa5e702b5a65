import { computed, type ReadonlySignal } from '@preact/signals';
import type { Label, Locale } from '../../core/label';
import { en } from '../../i18n/en/common';
import { pl } from '../../i18n/pl/common';
import type { Shape } from '../../i18n/shape';
import { locale } from './locale';

/**
 * The current language of one area's catalog: `const t = textOf({ en, pl })`, read as `t.value`. Areas are kept
 * apart so that the popup does not load the words of the mapping screen.
 */
export function textOf<T>(catalogs: { readonly en: T; readonly pl: Shape<T> }): ReadonlySignal<Shape<T>> {
  return computed(() => (locale.value === 'pl' ? catalogs.pl : (catalogs.en as Shape<T>)));
}

/** Words every surface uses. */
export const text = textOf({ en, pl });

/** A registry entry's own label, in the current language. */
export function labelText(label: Label, of: Locale = locale.value): string {
  return label[of];
}
