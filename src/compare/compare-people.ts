import { Bitset } from '../core/bitset';
import type { Dataset } from '../core/dataset';
import { mainCurrency } from '../core/main-currency';
import { PersonFacts } from '../metrics/person-facts';
import { personSales } from '../metrics/person-sales';
import { METRICS } from '../metrics/registry';
import type { Membership } from '../segments/membership';
import { populationAt } from '../segments/population';
import type { Segment } from '../segments/segment';
import { chosenMetrics, metricInfo } from './chosen-metrics';
import type { ComparedSegment, Comparison, ComparisonRequest } from './comparison';
import { judgedCells, type UnjudgedCell } from './judged-cells';
import { measurePeople } from './measure-people';
import { measuredSpan } from './measured-span';
import { PersonGroup } from './person-group';

export interface SegmentMembers {
  readonly segment: Segment;
  /** At the as-of of the request. */
  readonly members: Membership;
}

/**
 * Segments × metrics at person grain. Each segment is held against everyone known to be out of it, or against `base`
 * with the people they share taken out of both. `now` is the real clock, epoch ms.
 */
export function comparePeople(
  dataset: Dataset,
  request: ComparisonRequest,
  segments: readonly SegmentMembers[],
  base: SegmentMembers | null,
  now: number,
): Comparison {
  const span = measuredSpan(dataset, request, now);
  const currency = comparedCurrency(dataset, request);
  const population = populationAt(dataset, span.asOf);
  const facts = new PersonFacts(dataset, span, currency, population);
  const everyone = PersonGroup.of(population);
  const metrics = chosenMetrics(METRICS.person, request.metricIds);

  const compared: ComparedSegment[] = [];
  const rows = segments.map(({ segment, members }): UnjudgedCell[] => {
    const inside = members.in.and(population);
    const unknown = members.unknown.and(population);
    const against = base === null ? population : base.members.in.and(population);
    const outside = PersonGroup.of(against.andNot(inside).andNot(unknown));
    const shared = base === null ? new Bitset(inside.size) : inside.and(against);
    const sharedSize = shared.count();
    const whole = PersonGroup.of(inside);
    const exclusive = sharedSize === 0 ? null : PersonGroup.of(inside.andNot(shared));
    compared.push({
      id: segment.id,
      name: segment.name,
      colour: segment.colour,
      size: whole.size,
      unknown: unknown.count(),
      population: everyone.size,
      base: { name: base?.segment.name ?? null, size: outside.size, sharedWithBase: sharedSize },
    });
    return metrics.map((metric) => ({
      whole: measurePeople(metric, facts, whole, everyone),
      base: outside.size === 0 ? null : measurePeople(metric, facts, outside, everyone),
      exclusive: exclusive === null ? null : measurePeople(metric, facts, exclusive, everyone),
    }));
  });
  const alone = metrics.map((metric) => ({
    whole: measurePeople(metric, facts, everyone, everyone),
    base: null,
    exclusive: null,
  }));

  const sales = personSales(facts);
  const ofReports = new Set(dataset.reports.map((report) => report.captureId));
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    computedAt: now,
    asOf: span.asOf,
    period: { from: span.from, to: span.to },
    descriptive: span.descriptive,
    currency,
    ordersInOtherCurrencies: sales.inOtherCurrencies,
    unattributed: sales.unattributed,
    metrics: metrics.map(metricInfo),
    segments: compared,
    everyone: judgedCells(metrics, [alone])[0] ?? [],
    cells: judgedCells(metrics, rows),
    passports: dataset.passports.filter((passport) => !ofReports.has(passport.captureId)),
  };
}

/** Null: amounts whose currency is not stated. */
export function comparedCurrency(dataset: Dataset, request: ComparisonRequest): string | null {
  return request.currency === null
    ? mainCurrency(dataset)
    : request.currency === ''
      ? null
      : request.currency;
}
