import { firstUnmet } from '../metrics/held';
import type { PersonFacts } from '../metrics/person-facts';
import type { OwnedValues } from '../metrics/person-gaps';
import type { Fact, PersonMetric } from '../metrics/person-metric';
import { personSales } from '../metrics/person-sales';
import type { ReasonCode } from '../metrics/reason-code';
import { clusteredMedian, medianInterval } from '../stats/clustered-median';
import { estimateInterval } from '../stats/estimate-interval';
import { residualEstimate } from '../stats/mean-estimate';
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
      metric.needs.includes('no-orders-held') && sumOf(personSales(facts).orders, group.people) === 0
        ? 'no-orders-in-period'
        : metric.whenEmpty,
    );
  const column = (fact: Fact | null) => (fact === null ? onesOf(facts) : fact(facts));
  const leftOut = metric.leftOut === null ? 0 : sumOf(metric.leftOut(facts), group.people);
  const value = (of: Omit<MeasuredValue, 'state' | 'nOf' | 'leftOut'>): Measured => ({
    state: 'value',
    nOf: metric.countedAs,
    leftOut,
    ...of,
  });
  const { measure } = metric;

  switch (measure.kind) {
    case 'total': {
      const sum = sumOf(column(measure.of), group.people);
      return value({
        value: sum,
        n: sumOf(column(measure.counts), group.people),
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
      const hits = sumOf(measure.of(facts), group.people);
      const among = sumOf(column(measure.among), group.people);
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
        n: counts === undefined ? denominator : sumOf(counts(facts), group.people),
        numerator,
        denominator,
        interval: estimateInterval(estimate),
        basis: { kind: measure.kind, estimate },
      });
    }
    case 'median': {
      const owned = ownedBy(measure.of(facts), group);
      if (owned.values.length === 0) return empty();
      const median = clusteredMedian(owned.values, owned.person, facts.dataset.people.size);
      return value({
        value: median.value,
        n: owned.values.length,
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

function sumOf(x: Float64Array, people: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < people.length; i++) sum += x[people[i]!]!;
  return sum;
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
    const [a, b] = [x[p]!, y[p]!];
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

function ownedBy(all: OwnedValues, group: PersonGroup): OwnedValues {
  const { flags } = group;
  const size = all.values.length;
  const values = new Float64Array(size);
  const person = new Uint32Array(size);
  let n = 0;
  for (let i = 0; i < size; i++) {
    const p = all.person[i]!;
    if (flags[p] === 0) continue;
    values[n] = all.values[i]!;
    person[n++] = p;
  }
  return { values: values.subarray(0, n), person: person.subarray(0, n) };
}
