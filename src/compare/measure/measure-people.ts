import { firstUnmet } from '../../metrics/people/held';
import type { Fact, PersonMetric } from '../../metrics/people/person-metric';
import { personSales } from '../../metrics/people/person-sales';
import type { ReasonCode } from '../../metrics/reason-code';
import type { Interval } from '../../stats/interval';
import { estimateInterval } from '../../stats/means/estimate-interval';
import { residualEstimate } from '../../stats/means/mean-estimate';
import { rangedInterval } from '../../stats/means/ranged-interval';
import { wilsonInterval, Z95 } from '../../stats/proportions/wilson-interval';
import { medianBounds, medianInterval } from '../../stats/ranks/clustered-median';
import type { FactSums } from './fact-sums';
import type { Measured, MeasuredValue } from './measured';
import type { PeopleGroup } from './people-strata';

/** One metric of one group of people; `everyone` is what shares are shares of. */
export function measurePeople(
  metric: PersonMetric,
  sums: FactSums,
  group: PeopleGroup,
  everyone: PeopleGroup,
): Measured {
  const { facts } = sums;
  const none = (reason: ReasonCode): Measured => ({ state: 'none', reason, n: group.size });
  if (metric.ofMembership !== true) {
    if (facts.period.to < facts.period.from) return none('no-time-after-as-of');
    const unmet = firstUnmet(facts, metric.needs);
    if (unmet !== null) return none(unmet);
    if (group.size === 0) return none('empty-segment');
    const unless = metric.unless?.(facts) ?? null;
    if (unless !== null) return none(unless);
  }
  const empty = (): Measured =>
    none(
      metric.needs.includes('no-orders-held') && sums.sum(group, personSales(facts).orders) === 0
        ? 'no-orders-in-period'
        : metric.whenEmpty,
    );
  const column = (fact: Fact | null) => (fact === null ? null : fact(facts));
  const leftOut = metric.leftOut === null ? 0 : sums.sum(group, metric.leftOut(facts));
  const value = (of: Omit<MeasuredValue, 'state' | 'nOf' | 'leftOut'>): Measured => ({
    state: 'value',
    nOf: metric.countedAs,
    leftOut,
    ...of,
  });
  const { measure } = metric;

  switch (measure.kind) {
    case 'total': {
      const sum = sums.sum(group, column(measure.of));
      return value({
        value: sum,
        n: sums.sum(group, column(measure.counts)),
        numerator: sum,
        denominator: null,
        interval: null,
        basis: { kind: 'none' },
      });
    }
    case 'share-of-total': {
      if (measure.of === null) {
        if (everyone.size === 0) return none('empty-segment');
        return value({
          value: group.size / everyone.size,
          n: everyone.size,
          numerator: group.size,
          denominator: everyone.size,
          interval: wilsonInterval(group.size, everyone.size),
          basis: { kind: 'share', method: 'wilson-newcombe' },
        });
      }
      const x = measure.of(facts);
      const part = sums.powerSums(group, x);
      const whole = sums.powerSums(everyone, x);
      if (!(whole.sum > 0)) return empty();
      const share = part.sum / whole.sum;
      // The ratio of x inside the segment to x: residuals are (1 - share) x inside it and -share x outside.
      const estimate = residualEstimate({
        value: share,
        n: everyone.size,
        informed: Math.min(part.filled, whole.filled - part.filled),
        base: whole.sum,
        squares: (1 - share) ** 2 * part.squares + share ** 2 * (whole.squares - part.squares),
        cubes: (1 - share) ** 3 * part.cubes - share ** 3 * (whole.cubes - part.cubes),
      });
      return value({
        value: share,
        n: everyone.size,
        numerator: part.sum,
        denominator: whole.sum,
        // Beyond all or nothing lies a segment that refunds alone are left of.
        interval: share < 0 || share > 1 ? estimateInterval(estimate) : rangedInterval(estimate, 'share'),
        basis: { kind: 'share', method: 'delta' },
      });
    }
    case 'proportion': {
      const hits = sums.sum(group, measure.of(facts));
      const among = sums.sum(group, column(measure.among));
      if (among === 0) return empty();
      return value({
        value: hits / among,
        n: among,
        numerator: hits,
        denominator: among,
        interval: wilsonInterval(hits, among),
        basis: { kind: 'proportion', hits, of: among },
      });
    }
    case 'forecast': {
      const numerator = sums.sum(group, measure.of(facts));
      const denominator = sums.sum(group, measure.among(facts));
      if (denominator === 0) return empty();
      return value({
        value: numerator / denominator,
        n: denominator,
        numerator,
        denominator,
        interval: null,
        basis: { kind: 'none' },
      });
    }
    case 'mean':
    case 'ratio': {
      const x = measure.of(facts);
      const y = measure.kind === 'mean' ? column(measure.among) : measure.per(facts);
      const { estimate, numerator, denominator } = sums.ratio(group, x, y);
      if (!(denominator > 0)) return empty();
      const counts = measure.kind === 'ratio' ? measure.counts : undefined;
      return value({
        value: estimate.value,
        n: counts === undefined ? denominator : sums.sum(group, counts(facts)),
        numerator,
        denominator,
        interval:
          measure.range === undefined ? estimateInterval(estimate) : rangedInterval(estimate, measure.range),
        basis: { kind: measure.kind, estimate, ...(measure.range && { range: measure.range }) },
      });
    }
    case 'lapse': {
      const { customers, silence, gaps } = measure.of(facts);
      const usual = sums.tally(gaps).median(group);
      const among = sums.sum(group, customers);
      if (among === 0) return empty();
      if (usual === null) return none('no-repeat-buyers');
      const longest = measure.factor * usual.median.value;
      const silent = sums.tally(silence);
      const hits = silent.countAbove(group, longest);
      const share = hits / among;
      // A threshold that could lie elsewhere moves the share by as much as lies between where it could lie.
      const { lo, hi } = medianBounds(usual.median, Z95);
      const between =
        silent.countAbove(group, measure.factor * lo) - silent.countAbove(group, measure.factor * hi);
      const variance = (share * (1 - share)) / among + (between / among / (2 * Z95)) ** 2;
      const estimate = { value: share, n: among, variance, informed: hits, thirdMoment: 0 };
      // One customer's gaps say nothing of how surely they are known.
      const interval = usual.median.n < 2 ? null : lapseInterval(hits, among, variance);
      return value({
        value: share,
        n: among,
        numerator: hits,
        denominator: among,
        interval,
        basis: interval === null ? { kind: 'none' } : { kind: 'ratio', estimate, range: 'share' },
      });
    }
    case 'median': {
      const tallied = sums.tally(measure.of(facts)).median(group);
      if (tallied === null) return empty();
      const { median, count } = tallied;
      return value({
        value: median.value,
        n: count,
        numerator: null,
        denominator: null,
        interval: medianInterval(median),
        basis: { kind: 'median', median },
      });
    }
  }
}

/**
 * Wilson's, of as many people as would give the share this variance: L. Kish (1965), Survey Sampling, 8.2. None and all
 * have no variance to go by but that of the gap, and are taken for what they are.
 */
function lapseInterval(hits: number, among: number, variance: number): Interval {
  const share = hits / among;
  if (share === 0 || share === 1) return wilsonInterval(hits, among);
  const effective = Math.min(among, (share * (1 - share)) / variance);
  return wilsonInterval(share * effective, effective);
}
