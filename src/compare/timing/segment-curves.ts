import type { Bitset } from '../../core/bitset';
import type { Interval } from '../../stats/interval';
import { benjaminiHochberg } from '../../stats/many-tests/benjamini-hochberg';
import { type Durations, kaplanMeier, survivalInterval } from '../../stats/survival/kaplan-meier';
import { type LogRank, logRank } from '../../stats/survival/log-rank';
import { type SurvivalQuantile, survivalQuantile } from '../../stats/survival/survival-quantile';
import type { SegmentMembers } from '../compare-people';

/** How long something was waited for by some people: Kaplan–Meier. */
export interface WaitCurve {
  /** People waited for, and those of them to whom it happened while watched. */
  readonly n: number;
  readonly returned: number;
  /** At each time (days, or the unit of a column) it happened to anybody, ascending: the share it had not, after it. */
  readonly points: readonly {
    readonly day: number;
    readonly waiting: number;
    /** Still waiting as the day began. */
    readonly atRisk: number;
    /** 95 %, log-log; null where nobody is left waiting. */
    readonly interval: Interval | null;
  }[];
  /** Time until it had happened to half. */
  readonly median: SurvivalQuantile;
}

export interface SegmentCurves {
  readonly everyone: WaitCurve;
  readonly segments: readonly {
    readonly segmentId: string;
    readonly curve: WaitCurve;
    /** Everybody known to be out of it, or of the chosen base, without people of both; null where there is nobody. */
    readonly base: WaitCurve | null;
    /** Where a base was chosen, members not in it: whom `test` holds against `base`. Null where there are none. */
    readonly exclusive: WaitCurve | null;
    /** Log-rank, q after Benjamini–Hochberg over the segments; null under 10 people or 5 expected events on a side. */
    readonly test: { readonly statistic: number; readonly p: number; readonly q: number } | null;
  }[];
}

const FEWEST_PEOPLE = 10;
const FEWEST_EXPECTED = 5;

/** A curve for each segment among `watched` and for all of them, each segment's held against those out of it. */
export function segmentCurves(
  watched: Bitset,
  durationsOf: (people: Bitset) => Durations,
  segments: readonly SegmentMembers[],
  base: SegmentMembers | null,
): SegmentCurves {
  const compared = segments.map(({ segment, members }) => {
    const inside = members.in.and(watched);
    const against = (base === null ? watched : base.members.in.and(watched)).andNot(inside);
    const outside = durationsOf(against.andNot(members.unknown));
    const whole = durationsOf(inside);
    const own = base === null ? whole : durationsOf(inside.andNot(base.members.in));
    return { segmentId: segment.id, whole, own, outside, test: tested(own, outside) };
  });
  const q = benjaminiHochberg(compared.flatMap(({ test }) => (test === null ? [] : [test.p])));
  let at = 0;
  return {
    everyone: curveOf(durationsOf(watched)),
    segments: compared.map(({ segmentId, whole, own, outside, test }) => ({
      segmentId,
      curve: curveOf(whole),
      base: outside.times.length === 0 ? null : curveOf(outside),
      exclusive: own === whole || own.times.length === 0 ? null : curveOf(own),
      test: test === null ? null : { statistic: test.statistic, p: test.p, q: q[at++]! },
    })),
  };
}

function tested(a: Durations, b: Durations): LogRank | null {
  if (a.times.length < FEWEST_PEOPLE || b.times.length < FEWEST_PEOPLE) return null;
  const test = logRank([a, b]);
  return test === null || test.expected.some((events) => events < FEWEST_EXPECTED) ? null : test;
}

function curveOf(durations: Durations): WaitCurve {
  const curve = kaplanMeier(durations);
  return {
    n: curve.n,
    returned: curve.events,
    points: curve.steps.map((step) => ({
      day: step.time,
      waiting: step.survival,
      atRisk: step.atRisk,
      interval: survivalInterval(step),
    })),
    median: survivalQuantile(curve),
  };
}
