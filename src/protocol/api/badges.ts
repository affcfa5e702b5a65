import type { Label, Locale } from '../../core/label';

/** Segments shown beside people on pages of granted sites. */
export interface BadgeMethods {
  badges: { request: undefined; answer: BadgesView };
  /** @throws AppError `segment/not-found`, `segment/too-many`. */
  saveBadges: {
    request: { readonly segmentIds: readonly string[] | null };
    answer: BadgesView;
  };
  /**
   * Makes what pages are answered from, where it was made of other data or rules; takes it away where no site wants it.
   * Names on pages are in this language from now on.
   */
  refreshBadges: {
    request: { readonly wanted: boolean; readonly locale: Locale };
    answer: { readonly keys: number };
  };
}

export interface BadgesView {
  /** Null where the person has not chosen: `groups` are what the data gives then. */
  readonly segmentIds: readonly string[] | null;
  /** Everybody stands in the first they are in. */
  readonly groups: readonly BadgeGroup[];
  readonly people: number;
  readonly inNone: number;
  /** Whom the data can't place. */
  readonly unknown: number;
  /** Chosen segments that are not there any more. */
  readonly gone: number;
  /** Sets that can be taken whole. */
  readonly sets: readonly { readonly id: BadgeSet; readonly segmentIds: readonly string[] }[];
}

export const BADGE_SETS = ['rfm', 'lifecycle', 'journey'] as const;
export type BadgeSet = (typeof BADGE_SETS)[number];

export interface BadgeGroup {
  readonly id: string;
  readonly name: Label;
  readonly colour: number;
  /** In it and in none before it. */
  readonly people: number;
}
