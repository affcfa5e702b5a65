import { Bitset } from '../../core/bitset';
import { minorUnits } from '../../core/minor-units';
import { type ChosenGroups, chooseGroups } from '../../learn/groups/choose-groups';
import { evenPoints } from '../../learn/groups/even-points';
import { readableBox } from '../../learn/groups/readable-box';
import { correlation } from '../../stats/groups/correlation';
import { measurePeople } from '../engine/measure-people';
import type { Scope } from '../engine/scope';
import { evaluateRule } from '../evaluate-rule';
import { quantile } from '../percentile-scores';
import { populationAt } from '../population';
import { Profile } from '../profile';
import type { Rule } from '../rule/rule';
import { GROUP_FEATURES, type GroupFeature, type GroupFeatureId, groupFeature } from './group-features';
import { groupRule } from './group-rule';
import { niceCuts } from './nice-cuts';
import { scaled, standardised } from './standardise';

/** Fewer make no groups worth a campaign. */
export const FEWEST_GROUPED = 50;
/** A number fewer of them have would leave too many out. */
const LEAST_COVERED = 0.9;
/** Rules are drawn up over an even part of so many, and counted over everybody. */
const MOST_READ = 20_000;
/** Two numbers this alike count one thing twice. */
const NEAR_COPY = 0.95;

/** Groups of people by what they do, each told by a rule one can read. Plain JSON. */
export interface FoundGroups {
  /** Why there are none; null where there are. */
  readonly reason: 'nothing-done' | 'too-few-people' | 'everyone-alike' | null;
  /** Everybody there is at the as-of; of them who bought (or did anything); of them grouped. */
  readonly population: number;
  readonly active: number;
  readonly grouped: number;
  readonly by: 'orders' | 'events';
  readonly features: readonly FeatureOfAll[];
  readonly leftOut: readonly LeftOutFeature[];
  readonly k: number;
  readonly clear: boolean;
  /** Whether the best there are would be, where another number was asked for. */
  readonly bestClear: boolean;
  readonly tried: ChosenGroups['tried'];
  readonly withoutGroups: number;
  /** People the silhouettes are of. */
  readonly sample: number;
  /** Largest first. */
  readonly groups: readonly FoundGroup[];
}

export interface FeatureOfAll {
  readonly id: GroupFeatureId;
  readonly unit: GroupFeature['unit'];
  /** Median over who was grouped: money in minor units. */
  readonly median: number;
}

export interface LeftOutFeature {
  readonly id: GroupFeatureId;
  readonly why: 'not-held' | 'all-alike' | 'few-have-it' | 'near-copy';
  /** Which it is nearly a copy of. */
  readonly of: GroupFeatureId | null;
}

export interface FoundGroup {
  readonly size: number;
  /** Of each feature: the group's median, and how many standard deviations its middle lies from everyone's. */
  readonly profile: readonly { readonly median: number; readonly away: number }[];
  readonly rule: Rule;
  /** People the rule takes, of all there are; of them how many are of the group. */
  readonly taken: number;
  readonly right: number;
}

interface Measured {
  readonly feature: GroupFeature;
  /** Over people; NaN of who has none. Money in major units, as rules say it. */
  readonly values: Float64Array;
}

interface Step {
  readonly done: number;
  readonly of: number;
}
const STEPS = 100;
const step = (done: number): Step => ({ done: Math.round(done), of: STEPS });

/** `wanted` groups, or as many as tell themselves apart best. */
export function* findGroups(scope: Scope, wanted: number | null): Generator<Step, FoundGroups> {
  const everyone = populationAt(scope.dataset, scope.asOf);
  const profile = new Profile(scope);
  const by = profile.rows('orders') > 0 ? 'orders' : 'events';
  const active = activeIn(scope, by, everyone);
  const counted = { population: everyone.count(), active: active.count(), by } as const;
  const none = (reason: FoundGroups['reason'], leftOut: readonly LeftOutFeature[] = []): FoundGroups => ({
    ...counted,
    reason,
    grouped: 0,
    features: [],
    leftOut,
    k: 0,
    clear: false,
    bestClear: false,
    tried: [],
    withoutGroups: 0,
    sample: 0,
    groups: [],
  });
  if (counted.active === 0) return none('nothing-done');
  if (counted.active < FEWEST_GROUPED) return none('too-few-people');

  const held: Measured[] = [];
  const leftOut: LeftOutFeature[] = [];
  for (const id of GROUP_FEATURES) {
    const feature = groupFeature(id, profile);
    const measured = feature === null ? null : measure(scope, feature);
    if (measured === null) leftOut.push({ id, why: 'not-held', of: null });
    else if (covered(measured.values, active) < LEAST_COVERED * counted.active)
      leftOut.push({ id, why: 'few-have-it', of: null });
    else held.push(measured);
    yield step(10 * ((GROUP_FEATURES.indexOf(id) + 1) / GROUP_FEATURES.length));
  }
  const people = whoHaveAll(active, held);
  const kept: { readonly measured: Measured; readonly own: Float64Array; readonly point: Float64Array }[] =
    [];
  for (const measured of held) {
    const { id, unit } = measured.feature;
    const own = Float64Array.from(people, (p) => measured.values[p]!);
    const point = standardised(scaled(own, unit === 'share'));
    const near = point && kept.find((other) => Math.abs(correlation(point, other.point).r) > NEAR_COPY);
    if (point === null) leftOut.push({ id, why: 'all-alike', of: null });
    else if (near) leftOut.push({ id, why: 'near-copy', of: near.measured.feature.id });
    else kept.push({ measured, own, point });
    yield step(12);
  }
  if (people.length < FEWEST_GROUPED) return none('too-few-people', leftOut);
  if (kept.length === 0) return none('everyone-alike', leftOut);

  const d = kept.length;
  const points = new Float64Array(people.length * d);
  kept.forEach(({ point }, t) => {
    for (let i = 0; i < point.length; i++) points[i * d + t] = point[i]!;
  });
  yield step(14);
  const choosing = chooseGroups(points, d, wanted);
  let chosen = choosing.next();
  while (chosen.done !== true) {
    yield step(14 + 66 * chosen.value);
    chosen = choosing.next();
  }
  if (chosen.value === null) return none('everyone-alike', leftOut);
  const { clusters, k, tried, withoutGroups, clear, bestClear, sample } = chosen.value;

  const sorted = kept.map(({ own }) => own.slice().sort());
  const columns = kept.map(({ own }) => evenPoints(own, 1, MOST_READ));
  const cuts = kept.map(({ measured }, t) => niceCuts(sorted[t]!, isWhole(measured.feature)));
  const units = minorUnits(scope.currency);
  const shown = ({ feature }: Measured, value: number) => (feature.unit === 'money' ? value * units : value);
  const groups: FoundGroup[] = [];
  for (let g = 0; g < k; g++) {
    const isIn = Uint8Array.from(clusters.of, (of) => (of === g ? 1 : 0));
    const members = new Bitset(scope.dataset.people.size);
    isIn.forEach((yes, i) => {
      if (yes === 1) members.add(people[i]!);
    });
    const size = members.count();
    if (size === 0) continue;
    const bounds = readableBox(columns, cuts, evenPoints(isIn, 1, MOST_READ));
    const rule = groupRule(
      bounds,
      kept.map(({ measured }) => measured.feature),
      by,
    );
    const taken = evaluateRule(scope.dataset, rule, {
      asOf: scope.asOf,
      currency: scope.currency,
      segment: () => null,
      reportId: null,
    }).in;
    groups.push({
      size,
      profile: kept.map(({ measured, own }, t) => ({
        median: shown(measured, quantile(own.filter((_, i) => isIn[i] === 1).sort(), 0.5)),
        away: clusters.centres[g * d + t]!,
      })),
      rule,
      taken: taken.count(),
      right: taken.and(members).count(),
    });
    yield step(80 + (20 * (g + 1)) / k);
  }
  return {
    ...counted,
    reason: null,
    grouped: people.length,
    features: kept.map(({ measured }, t) => ({
      id: measured.feature.id,
      unit: measured.feature.unit,
      median: shown(measured, quantile(sorted[t]!, 0.5)),
    })),
    leftOut,
    k: groups.length,
    clear,
    bestClear,
    tried,
    withoutGroups,
    sample,
    groups: groups.sort((a, b) => b.size - a.size),
  };
}

const isWhole = ({ unit, measure: { stat } }: GroupFeature): boolean =>
  unit === 'days' || stat === 'count' || stat === 'distinct';

function activeIn(scope: Scope, of: 'orders' | 'events', everyone: Bitset): Bitset {
  const { values } = measurePeople(scope, { of, stat: 'count' }, { kind: 'lifetime' });
  const out = new Bitset(everyone.size);
  for (let p = 0; p < values.length; p++) if (values[p]! > 0) out.add(p);
  return out.and(everyone);
}

function measure(scope: Scope, feature: GroupFeature): Measured | null {
  const { held, values, untold, atMost, emptyIsZero } = measurePeople(scope, feature.measure, {
    kind: 'lifetime',
  });
  if (!held) return null;
  const units = feature.unit === 'money' ? minorUnits(scope.currency) : 1;
  const known = values.map((value, p) => {
    if (untold?.has(p) === true || (atMost !== null && atMost[p]! > (Number.isNaN(value) ? 0 : value)))
      return Number.NaN;
    if (Number.isNaN(value)) return emptyIsZero ? 0 : Number.NaN;
    return value / units;
  });
  return { feature, values: known };
}

function covered(values: Float64Array, among: Bitset): number {
  let n = 0;
  among.forEach((p) => {
    if (!Number.isNaN(values[p]!)) n++;
  });
  return n;
}

function whoHaveAll(active: Bitset, held: readonly Measured[]): Uint32Array {
  const out: number[] = [];
  active.forEach((p) => {
    if (held.every(({ values }) => !Number.isNaN(values[p]!))) out.push(p);
  });
  return Uint32Array.from(out);
}
