import type { Bitset } from '../../core/bitset';
import { FLAG_UNKNOWN, isNull } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { detectableDifference } from '../../stats/means/detectable-difference';
import { estimateInterval } from '../../stats/means/estimate-interval';
import { meanEstimate } from '../../stats/means/mean-estimate';
import { sampleSizeMeans } from '../../stats/means/sample-size-means';
import type { Membership } from '../membership';

/** Is it a good segment? (product.md §4.5) Every number is null where there is nothing to take it from. */
export interface SegmentQuality {
  readonly size: SizeQuality;
  /** Share of the goal's variance among people that being in or out explains, 0–1. */
  readonly etaSquared: number | null;
  /** The segment most like it; null without any other. */
  readonly closest: { readonly place: number; readonly jaccard: number } | null;
  readonly kept: KeptQuality | null;
  readonly reachable: readonly ReachQuality[];
  readonly unknown: { readonly people: number; readonly share: number | null };
}

/** Of a goal measured of people (revenue, orders), in its own unit. */
export interface SizeQuality {
  readonly people: number;
  /** Members of whom the goal is known. */
  readonly measured: number;
  readonly mean: number | null;
  /** Half the width of the mean's 95 % interval; the wider half where it leans. */
  readonly halfWidth: number | null;
  /** Smallest difference of means from everyone else it could show (80 % power, two-sided 5 %). */
  readonly smallestDifference: number | null;
  /**
   * People each half of a test needs for a change of `TEST_CHANGE` of the mean to show (80 % power, two-sided 5 %); null
   * where the mean is 0 or all are alike.
   */
  readonly testNeeds: number | null;
}

/** The change of the mean that `testNeeds` is for. */
export const TEST_CHANGE = 0.1;

export interface KeptQuality {
  /** Members at the earlier as-of. */
  readonly before: number;
  /** Those of them still in; those now unknown are no loss that is known of, and stand apart. */
  readonly still: number;
  readonly untold: number;
  /** Still in ÷ those of them that can be told; null of none. */
  readonly share: number | null;
}

export interface ReachQuality {
  readonly channel: 'email' | 'sms';
  /** Members with the contact and consent to it. */
  readonly reachable: number;
  /** With the contact, and consent not held or not stated. */
  readonly untold: number;
  /** False where no contact of the kind is held of anybody. */
  readonly held: boolean;
}

/** `goal` is a number a person, NaN where it is not known. */
export function sizeQuality(members: Bitset, everyone: Bitset, goal: Float64Array): SizeQuality {
  const inside = valuesOf(members.and(everyone), goal);
  const estimate = meanEstimate(inside);
  const others = meanEstimate(valuesOf(everyone.andNot(members), goal));
  const interval = inside.length < 2 ? null : estimateInterval(estimate);
  const comparable = inside.length >= 2 && others.n >= 2;
  return {
    people: members.and(everyone).count(),
    measured: inside.length,
    mean: inside.length === 0 ? null : estimate.value,
    halfWidth: interval && Math.max(estimate.value - interval.lo, interval.hi - estimate.value),
    smallestDifference: comparable ? detectable(estimate, others) : null,
    testNeeds: inside.length < 2 ? null : testNeeds(estimate),
  };
}

function testNeeds({ value, n, variance }: Mean & { readonly value: number }): number | null {
  const deviation = Math.sqrt(variance * n);
  if (!(deviation > 0) || value === 0) return null;
  const needed = sampleSizeMeans(Math.abs(TEST_CHANGE * value) / deviation);
  return needed === null ? null : Math.ceil(needed);
}

interface Mean {
  readonly n: number;
  readonly variance: number;
}

/** With Welch's degrees of freedom. */
function detectable(a: Mean, b: Mean): number | null {
  const variance = a.variance + b.variance;
  if (!(variance > 0)) return null;
  const df = variance ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1));
  return detectableDifference(Math.sqrt(variance), df);
}

/**
 * Between-group ÷ total sum of squares over two groups, members and everyone else. Null where either is empty, or the
 * goal is the same for everybody.
 */
export function etaSquared(members: Bitset, everyone: Bitset, goal: Float64Array): number | null {
  const inside = valuesOf(members.and(everyone), goal);
  const outside = valuesOf(everyone.andNot(members), goal);
  if (inside.length === 0 || outside.length === 0) return null;
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const a = mean(inside);
  const b = mean(outside);
  const n = inside.length + outside.length;
  const all = (a * inside.length + b * outside.length) / n;
  const between = inside.length * (a - all) ** 2 + outside.length * (b - all) ** 2;
  // Within and between rather than the total itself: no share can pass 1.
  const squares = (values: Float64Array, about: number) =>
    values.reduce((sum, v) => sum + (v - about) ** 2, 0);
  const total = between + squares(inside, a) + squares(outside, b);
  return total > 0 ? between / total : null;
}

/** The other segment that shares most with it, by Jaccard; the first of equals. */
export function closestSegment(
  members: Bitset,
  others: readonly Bitset[],
): { readonly place: number; readonly jaccard: number } | null {
  const size = members.count();
  let closest: { place: number; jaccard: number } | null = null;
  others.forEach((other, place) => {
    const shared = members.and(other).count();
    const either = size + other.count() - shared;
    if (either === 0) return;
    const jaccard = shared / either;
    if (closest === null || jaccard > closest.jaccard) closest = { place, jaccard };
  });
  return closest;
}

/** Who of an earlier as-of's members is in it now. */
export function keptSince(before: Membership, now: Membership): KeptQuality {
  const size = before.in.count();
  const still = before.in.and(now.in).count();
  const untold = before.in.and(now.unknown).count();
  const told = size - untold;
  return { before: size, still, untold, share: told === 0 ? null : still / told };
}

const CHANNELS = [
  { channel: 'email', contact: 'email', consent: 'emailConsent' },
  { channel: 'sms', contact: 'phone', consent: 'smsConsent' },
] as const;

/** Members who can be written to: a contact of theirs is held, and they agreed. */
export function reachable({ people }: Dataset, members: Bitset): readonly ReachQuality[] {
  return CHANNELS.map(({ channel, contact, consent }) => {
    const contacts = people.columns.get(contact);
    const consents = people.columns.get(consent);
    let yes = 0;
    let untold = 0;
    let held = false;
    if (contacts !== undefined) for (let p = 0; p < people.size && !held; p++) held = !isNull(contacts, p);
    if (contacts !== undefined)
      members.forEach((p) => {
        if (isNull(contacts, p)) return;
        const agreed = consents?.type === 'flag' ? consents.values[p]! : FLAG_UNKNOWN;
        if (agreed === 1) yes++;
        else if (agreed === FLAG_UNKNOWN) untold++;
      });
    return { channel, reachable: yes, untold, held };
  });
}

/** All of it at once. `others` are the segments it might be confused with, `before` its members at an earlier as-of. */
export function segmentQuality(of: {
  readonly dataset: Dataset;
  readonly members: Membership;
  readonly everyone: Bitset;
  readonly goal: Float64Array;
  readonly others: readonly Bitset[];
  readonly before: Membership | null;
}): SegmentQuality {
  const { dataset, members, everyone, goal } = of;
  // Whoever can't be told is on neither side.
  const known = everyone.andNot(members.unknown);
  const unknown = members.unknown.and(everyone).count();
  const population = everyone.count();
  return {
    size: sizeQuality(members.in, known, goal),
    etaSquared: etaSquared(members.in, known, goal),
    closest: closestSegment(members.in, of.others),
    kept: of.before === null ? null : keptSince(of.before, members),
    reachable: reachable(dataset, members.in),
    unknown: { people: unknown, share: population === 0 ? null : unknown / population },
  };
}

function valuesOf(people: Bitset, goal: Float64Array): Float64Array {
  const out = new Float64Array(people.count());
  let n = 0;
  people.forEach((p) => {
    if (!Number.isNaN(goal[p])) out[n++] = goal[p]!;
  });
  return out.subarray(0, n);
}
