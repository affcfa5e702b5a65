import type { Label } from '../../core/label';
import type { OccasionSettings } from '../../segments/occasions/occasion-settings';

/** The calendar gift segments are made by, and what the person changed about it. */
export interface OccasionMethods {
  occasions: { request: { asOf: number | null; currency: string | null }; answer: OccasionCalendar };
  /** What can't be read of the settings is left out of the answer. */
  saveOccasions: { request: OccasionSettings; answer: OccasionSettings };
}

export interface OccasionCalendar {
  readonly asOf: number;
  readonly settings: OccasionSettings;
  /** Whose days count where no country is known; null where neither the person nor the data says. */
  readonly home: string | null;
  /** What the data alone say. */
  readonly likelyHome: string | null;
  /** All there is a calendar for: code and a name as it is written there. */
  readonly countries: readonly string[];
  /** Countries in the data without a calendar of ours: they count by the days at home. */
  readonly withoutCalendar: readonly string[];
  readonly occasions: readonly OccasionView[];
}

export interface OccasionView {
  readonly id: string;
  readonly day: Label;
  readonly why: Label;
  readonly on: boolean;
  readonly before: number;
  /** As it comes. */
  readonly usualBefore: number;
  /** Last day counted, in days after it. */
  readonly until: number;
  /** The next one after the as-of, where most sales went first; empty where it is kept in none of these countries. */
  readonly next: readonly {
    /** Countries of the data that keep it that day; empty where none is known. */
    readonly countries: readonly string[];
    readonly at: number;
  }[];
  /** People in its segment; null where it is off or none was made. */
  readonly buyers: number | null;
}
