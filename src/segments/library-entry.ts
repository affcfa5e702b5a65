import type { Label } from '../core/label';
import type { Profile } from './profile';
import type { Rule } from './rule/rule';
import type { SegmentKind, Threshold } from './segment';

/** A ready segment: one entry of one file in `library/`, and nothing else anywhere. */
export interface LibraryEntry {
  /** Kebab-case, never changed: `library:<id>` is stored in people's choices. */
  readonly id: string;
  readonly kind: SegmentKind;
  readonly name: Label;
  /** Who is in it and why a marketer would care. */
  readonly description: Label;
  /** What to collect where the held data can't support it. */
  readonly needs: Label;
  /** 0–7; worked out from the id where not given. */
  readonly colour?: number;
  /** False for one the person has switched off: it is neither made nor missing. */
  isOn?(profile: Profile): boolean;
  /** Null, or none, where the held data can't support it. */
  make(profile: Profile): Made | readonly Made[] | null;
}

export interface Made {
  readonly rule: Rule;
  readonly thresholds?: readonly Threshold[];
  /** For an entry that makes one segment a value (a country, a category): added to id and name. */
  readonly value?: string;
  /** Where the name or the description depends on the data; a value is added to the name. */
  readonly name?: Label;
  /** The whole name, where the value is no name. */
  readonly fullName?: Label;
  readonly description?: Label;
}
