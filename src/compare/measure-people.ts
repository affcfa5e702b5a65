import { firstUnmet } from '../metrics/held';
import type { PersonFacts } from '../metrics/person-facts';
import type { PersonValues } from '../metrics/person-gaps';
import type { Fact, PersonMetric } from '../metrics/person-metric';
import { personSales } from '../metrics/person-sales';
import type { ReasonCode } from '../metrics/reason-code';
import type { ClusteredMedian } from '../stats/clustered-median';
import { clusteredMedian, medianInterval } from '../stats/clustered-median';
import { estimateInterval } from '../stats/estimate-interval';
import { residualEstimate } from '../stats/mean-estimate';
import { Tally } from '../stats/tally';
import { wilsonInterval } from '../stats/wilson-interval';
import type { Measured, MeasuredValue } from './measured';
import type { PersonGroup } from './person-group';

/** One metric of one group of people; `everyone` is what shares are shares of. */
export function measurePeople(
  metric: PersonMetric,
  facts: PersonFacts,
  group: PersonGroup,
  everyone: PersonGroup,
): Measured {
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
      metric.needs.includes('no-orders-held') && group.sum(personSales(facts).orders) === 0
        ? 'no-orders-in-period'
        : metric.whenEmpty,
    );
  const column = (fact: Fact | null) => (fact === null ? onesOf(facts) : fact(facts));
  const leftOut = metric.leftOut === null ? 0 : group.sum(metric.leftOut(facts));
  const value = (of: Omit<MeasuredValue, 'state' | 'nOf' | 'leftOut'>): Measured => ({
    state: 'value',
    nOf: metric.countedAs,
    leftOut,
    ...of,
  });
  const { measure } = metric;

  switch (measure.kind) {
    case 'total': {
      const sum = group.sum(column(measure.of));
      return value({
        value: sum,
        n: group.sum(column(measure.counts)),
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
      const part = powerSums(x, group.people);
      const whole = powerSums(x, everyone.people);
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
        interval: estimateInterval(estimate),
        basis: { kind: 'share', method: 'delta' },
      });
    }
    case 'proportion': {
      const hits = group.sum(measure.of(facts));
      const among = group.sum(column(measure.among));
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
    case 'mean':
    case 'ratio': {
      const x = measure.of(facts);
      const y = measure.kind === 'mean' ? column(measure.among) : measure.per(facts);
      const { estimate, numerator, denominator } = ratioOf(x, y, group.people);
      if (!(denominator > 0)) return empty();
      const counts = measure.kind === 'ratio' ? measure.counts : undefined;
      return value({
        value: estimate.value,
        n: counts === undefined ? denominator : group.sum(counts(facts)),
        numerator,
        denominator,
        interval: estimateInterval(estimate),
        basis: { kind: measure.kind, estimate },
      });
    }
    case 'median': {
      const tallied = medianOf(measure.of(facts), group);
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

function onesOf(facts: PersonFacts): Float64Array {
  return facts.always('ones', () => new Float64Array(facts.dataset.people.size).fill(1));
}

function powerSums(x: Float64Array, people: Uint32Array) {
  let sum = 0;
  let squares = 0;
  let cubes = 0;
  let filled = 0;
  for (let i = 0; i < people.length; i++) {
    const v = x[people[i]!]!;
    if (v !== 0) filled++;
    sum += v;
    squares += v * v;
    cubes += v * v * v;
  }
  return { sum, squares, cubes, filled };
}

/** `ratioEstimate` over some of the rows, people with nothing in either column left out of n. */
function ratioOf(x: Float64Array, y: Float64Array, people: Uint32Array) {
  let numerator = 0;
  let denominator = 0;
  let n = 0;
  let informed = 0;
  for (let i = 0; i < people.length; i++) {
    const p = people[i]!;
    const a = x[p]!;
    const b = y[p]!;
    numerator += a;
    denominator += b;
    if (a !== 0) informed++;
    if (a !== 0 || b !== 0) n++;
  }
  const ratio = numerator / denominator;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < people.length; i++) {
    const p = people[i]!;
    const u = x[p]! - ratio * y[p]!;
    squares += u * u;
    cubes += u * u * u;
  }
  const estimate = residualEstimate({ value: ratio, n, informed, base: denominator, squares, cubes });
  return { numerator, denominator, estimate };
}

function medianOf(
  { offsets, values, largest }: PersonValues,
  { people }: PersonGroup,
): { readonly median: ClusteredMedian; readonly count: number } | null {
  const counts = new Uint32Array(1 + largest);
  for (let i = 0; i < people.length; i++) {
    const p = people[i]!;
    const end = offsets[p + 1]!;
    for (let r = offsets[p]!; r < end; r++) counts[values[r]!]!++;
  }
  const tally = new Tally(counts);
  if (tally.size === 0) return null;
  const median = clusteredMedian(
    (p) => tally.quantile(p),
    (middle, person) => {
      for (let i = 0; i < people.length; i++) {
        const p = people[i]!;
        const start = offsets[p]!;
        const end = offsets[p + 1]!;
        if (start === end) continue;
        let below = 0;
        for (let r = start; r < end; r++) if (values[r]! <= middle) below++;
        person(below, end - start);
      }
    },
  );
  return { median, count: tally.size };
}
