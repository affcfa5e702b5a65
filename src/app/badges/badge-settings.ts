import { LOCALES, type Locale } from '../../core/label';
import { MOST_BADGE_SEGMENTS } from './badge-index';

/** What the person chose about naming people on pages. */
export interface BadgeSettings {
  /** There are sites they are shown on. */
  readonly wanted: boolean;
  /** In the order that decides where somebody is in several; null is what the data gives (`defaultBadges`). */
  readonly segmentIds: readonly string[] | null;
  /** In which names are shown, for the background knows no other way. */
  readonly locale: Locale;
}

export const BADGE_SETTINGS = 'badges';
export const NO_BADGES: BadgeSettings = { wanted: false, segmentIds: null, locale: 'en' };

/** Settings out of whatever was kept: what can't be read is as if never said. */
export function parseBadgeSettings(raw: unknown): BadgeSettings {
  if (typeof raw !== 'object' || raw === null) return NO_BADGES;
  const { wanted, segmentIds, locale } = raw as { wanted?: unknown; segmentIds?: unknown; locale?: unknown };
  const ids = Array.isArray(segmentIds) ? segmentIds.filter((id) => typeof id === 'string') : null;
  return {
    wanted: wanted === true,
    segmentIds: ids === null || ids.length === 0 ? null : [...new Set(ids)].slice(0, MOST_BADGE_SEGMENTS),
    locale: LOCALES.find((l) => l === locale) ?? 'en',
  };
}
