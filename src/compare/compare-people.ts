import type { Dataset } from '../core/dataset';
import { mainCurrency } from '../core/main-currency';
import { PersonFacts } from '../metrics/people/person-facts';
import { personSales } from '../metrics/people/person-sales';
import { unattributedSales } from '../metrics/people/unattributed-sales';
import type { Membership } from '../segments/membership';
import { populationAt } from '../segments/population';
import type { Segment } from '../segments/segment';
import { judgedCells, type UnjudgedCell } from './cells/judged-cells';
import type { ComparedSegment, Comparison, ComparisonRequest } from './comparison';
import { amountsConverted } from './measure/amounts-converted';
import { chosenPersonMetrics, metricInfo } from './measure/chosen-metrics';
import { FactSums } from './measure/fact-sums';
import { measurePeople } from './measure/measure-people';
import { measuredSpan } from './measure/measured-span';
import { peoplePassports } from './measure/people-passports';
import { PeopleStrata } from './measure/people-strata';

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
  const metrics = chosenPersonMetrics(dataset, request.metricIds);
  const strata = new PeopleStrata(population, [
    ...segments.flatMap(({ members }) => [members.in, members.unknown]),
    ...(base === null ? [] : [base.members.in]),
  ]);
  const everyone = strata.group(population);
  const against = base === null ? population : base.members.in;
  // All groups before any is measured: what is summed, is summed for all of them.
  const groups = segments.map(({ segment, members }) => {
    const shared = base === null ? null : strata.group(members.in.and(against));
    return {
      segment,
      whole: strata.group(members.in),
      unknown: members.unknown.and(population).count(),
      outside: strata.group(against.andNot(members.in).andNot(members.unknown)),
      shared: shared?.size ?? 0,
      exclusive: shared === null || shared.size === 0 ? null : strata.group(members.in.andNot(against)),
    };
  });
  const sums = new FactSums(facts, strata);

  const compared: ComparedSegment[] = [];
  const rows = groups.map(({ segment, whole, unknown, outside, shared, exclusive }): UnjudgedCell[] => {
    compared.push({
      id: segment.id,
      name: segment.name,
      colour: segment.colour,
      size: whole.size,
      unknown,
      population: everyone.size,
      base: { name: base?.segment.name ?? null, size: outside.size, sharedWithBase: shared },
    });
    return metrics.map((metric) => ({
      whole: measurePeople(metric, sums, whole, everyone),
      base: outside.size === 0 ? null : measurePeople(metric, sums, outside, everyone),
      exclusive: exclusive === null ? null : measurePeople(metric, sums, exclusive, everyone),
    }));
  });
  const alone = metrics.map((metric) => ({
    whole: measurePeople(metric, sums, everyone, everyone),
    base: null,
    exclusive: null,
  }));

  const unattributed = unattributedSales(facts);
  const converted = amountsConverted(dataset, span);
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    computedAt: now,
    asOf: span.asOf,
    period: { from: span.from, to: span.to },
    descriptive: span.descriptive,
    currency,
    ordersInOtherCurrencies: personSales(facts).foreign + unattributed.foreign,
    ...(converted === undefined ? {} : { converted }),
    unattributed: { orders: unattributed.orders, revenueMinor: unattributed.revenueMinor },
    metrics: metrics.map(metricInfo),
    segments: compared,
    everyone: judgedCells(metrics, [alone])[0] ?? [],
    cells: judgedCells(metrics, rows),
    passports: peoplePassports(dataset),
  };
}

/** Null: amounts whose currency is not stated. */
export function comparedCurrency(
  dataset: Dataset,
  request: Pick<ComparisonRequest, 'currency'>,
): string | null {
  return request.currency === null
    ? mainCurrency(dataset)
    : request.currency === ''
      ? null
      : request.currency;
}
