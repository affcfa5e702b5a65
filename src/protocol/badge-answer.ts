import { LOCALES, type Locale } from '../core/label';
import { count, type Guard, listOf, objectOf, oneOf, orNull, text } from './guards';

/**
 * `off`: not wanted on this site. `stale`: what people are called was made of other data than is held now, or not yet.
 * `wait`: too much was asked; not again before so many ms.
 */
export type BadgeAnswer =
  | { readonly state: 'off' }
  | { readonly state: 'stale'; readonly locale: Locale }
  | { readonly state: 'wait'; readonly ms: number }
  | {
      readonly state: 'ready';
      readonly locale: Locale;
      /** With another one, what was told before is old. */
      readonly version: string;
      /** By row; null for somebody not known. */
      readonly rows: readonly (RowBadge | null)[];
    };

export interface RowBadge {
  /** Of a segment; null for somebody known who is in none of those chosen. */
  readonly name: string | null;
  /** 0–7. */
  readonly colour: number;
}

const locale = oneOf<Locale>(...LOCALES);
const rowBadge = objectOf<RowBadge>({ name: orNull(text(2_000)), colour: count });

export const badgeAnswer: Guard<BadgeAnswer> = (raw) =>
  objectOf({
    state: oneOf('ready'),
    locale,
    version: text(2_000),
    rows: listOf(orNull(rowBadge), 1_000),
  })(raw) ??
  objectOf({ state: oneOf('wait'), ms: count })(raw) ??
  objectOf({ state: oneOf('stale'), locale })(raw) ??
  objectOf({ state: oneOf('off') })(raw);
