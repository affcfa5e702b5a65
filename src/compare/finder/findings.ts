import type { Label } from '../../core/label';
import type { Passport } from '../../core/passport';
import type { MetricInfo } from '../../metrics/metric-info';
import type { CountedAs } from '../../metrics/people/counted-as';
import type { Rule } from '../../segments/rule/rule';
import type { Interval } from '../../stats/interval';
import type { ComparisonRequest, MethodId } from '../comparison';

/** What differs most between a segment and everybody else, or another segment. */
export interface FinderRequest {
  readonly grain: 'person' | 'aggregate';
  readonly segmentId: string;
  /** Null is everyone else. */
  readonly againstId: string | null;
  readonly asOf: number | null;
  readonly measured: ComparisonRequest['measured'];
  readonly currency: string | null;
  /** Aggregate grain: which report. */
  readonly reportId: string | null;
  /** On Cohen's scale: smaller differences are real perhaps, and not worth a line. */
  readonly minimumEffect: number;
}

/** Plain JSON; money in minor units of `currency`, rates as fractions. */
export interface Findings {
  readonly format: 1;
  readonly request: FinderRequest;
  readonly dataVersion: number;
  /** Epoch ms of the real clock. */
  readonly computedAt: number;
  readonly asOf: number;
  readonly period: { readonly from: number; readonly to: number };
  /** Segments and what they did are of the same time. */
  readonly descriptive: boolean;
  readonly currency: string | null;
  readonly segment: FinderSide;
  /** `name` null is everyone else. */
  readonly against: FinderSide;
  /** In both; taken out of both. */
  readonly shared: number;
  /** Of whom it can't be told on which side they are. */
  readonly unknown: number;
  /** Questions asked, over which q is taken, and the fields they are of. */
  readonly tried: number;
  readonly fields: number;
  /** Questions not asked, because the answer would rest on too few. */
  readonly tooFew: number;
  /** Held up (q < 0.05), and smaller than the minimum. */
  readonly small: number;
  /** By the bound of the effect's interval nearest nought, the farthest first; the 200 first. */
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
  /** What each finding was looked at within. */
  readonly strata: readonly StratifierInfo[];
  readonly passports: readonly Passport[];
}

export interface FinderSide {
  readonly id: string | null;
  readonly name: Label | null;
  readonly colour: number | null;
  /** People (or report rows) looked at: of a segment, those not in the other. */
  readonly size: number;
}

/** What a question is about. */
export interface Subject {
  readonly of: 'people' | 'orders' | 'items' | 'events' | 'metric' | 'report';
  /** Field, metric or dimension id. */
  readonly field: string;
  readonly label: Label;
  /** Of a field's one value; null where the number itself is asked for. */
  readonly value: string | null;
  /**
   * `is`: the attribute is the value · `filled`: it is held at all · `did`: has a row with the value · `amount`: a number
   * of each · `metric`: as the metric says · `share`: part of the report's counts with the value.
   */
  readonly asks: 'is' | 'filled' | 'did' | 'amount' | 'metric' | 'share';
}

export interface FindingSide {
  /** Share, mean, ratio or (rank) median. */
  readonly value: number;
  readonly n: number;
  readonly nOf: CountedAs;
  /** Of shares: how many of n. */
  readonly hits: number | null;
}

export type EffectScale = 'cohens-h' | 'standardised-mean' | 'rank';

export interface Effect {
  readonly scale: EffectScale;
  /** Cohen's d, or its like: of shares his h, of ranks √2 Φ⁻¹ of the chance to be the greater. */
  readonly value: number;
  readonly interval: Interval;
}

/** A question's answer before all are judged together. */
export interface Answer {
  readonly a: FindingSide;
  readonly b: FindingSide;
  /** a - b; null of ranks. */
  readonly difference: { readonly value: number; readonly interval: Interval | null } | null;
  /** Of ranks: how often somebody of `a` has more than somebody of `b`, ties half. */
  readonly superiority: number | null;
  readonly effect: Effect;
  readonly p: number;
  readonly method: MethodId | 'mann-whitney';
}

export interface Finding extends Answer {
  /** Stable: the same question has the same id. */
  readonly id: string;
  readonly subject: Subject;
  readonly unit: MetricInfo['unit'] | 'number';
  /** The metric, where it is one. */
  readonly metric: MetricInfo | null;
  readonly q: number;
  /** The worst of `strata`; `unchecked` where there is nothing to look within. */
  readonly verdict: StratumVerdict | 'unchecked';
  readonly strata: readonly Restratified[];
  /** Who has the value, or more than the middle; null where no rule says it. */
  readonly rule: Rule | null;
  /** Of `rule` by a number: the bound, in the finding's unit. */
  readonly threshold: number | null;
  /** Weaker findings that are this one over again (|r| ≥ 0.9). */
  readonly alike: readonly Subject[];
}

export type StratumVerdict = 'holds' | 'weakens' | 'vanishes' | 'turns-round';

/** One finding within the values of another field. */
export interface Restratified {
  readonly by: StratifierId;
  readonly verdict: StratumVerdict;
  /** Over those of whom the stratum is known, as it stands and within strata; as `Answer.difference`, or superiority. */
  readonly crude: number;
  readonly pooled: number;
  readonly interval: Interval;
  /** That the difference is one in all strata; null where it can't be asked. */
  readonly homogeneity: number | null;
  /** The direction is not the same in all: two strata point opposite ways, both beyond chance. */
  readonly mixed: boolean;
  readonly strata: readonly {
    readonly value: string;
    readonly a: { readonly value: number; readonly n: number } | null;
    readonly b: { readonly value: number; readonly n: number } | null;
    readonly difference: number | null;
    readonly interval: Interval | null;
  }[];
  /** On either side, of nobody knows which stratum. */
  readonly unknown: number;
}

export const STRATIFIERS = ['channel', 'country', 'device', 'tenure'] as const;
export type StratifierId = (typeof STRATIFIERS)[number];

export interface StratifierInfo {
  readonly id: StratifierId;
  /** The field it is read from. */
  readonly label: Label;
  /** Not used, as it all but says who is on which side. */
  readonly skipped: boolean;
}

export interface LeftOut {
  readonly of: Subject['of'];
  readonly field: string;
  readonly label: Label;
  readonly value: string | null;
  readonly reason: /** A rule of either side asks for it. */
    | 'defines'
    /** All but says what a defining field does. */
    | 'copy-of-field'
    /** All but says who is on which side. */
    | 'copy-of-membership'
    /** Names or reaches people. */
    | 'identifies'
    /** Nearly everybody has a value of their own. */
    | 'own-values'
    /** Its commonest values were asked about, and not all. */
    | 'only-commonest';
  /** The defining field. */
  readonly like: Label | null;
  /** Cramér's V, |r| or correlation ratio. */
  readonly association: number | null;
}

/** At this association and above, a field is a copy. */
export const COPY = 0.9;
export const FALSE_DISCOVERIES = 0.05;
export const DEFAULT_MINIMUM_EFFECT = 0.2;
