import { Bitset } from '../../core/bitset';
import { NULL_CODE } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { mainCurrency } from '../../core/main-currency';
import { PersonFacts } from '../../metrics/people/person-facts';
import type { PersonMetric } from '../../metrics/people/person-metric';
import { quantile } from '../../segments/percentile-scores';
import { populationAt } from '../../segments/population';
import { judgedCells, type UnjudgedCell } from '../cells/judged-cells';
import type { SegmentMembers } from '../compare-people';
import { chosenPersonMetrics, metricInfo } from '../measure/chosen-metrics';
import { FactSums } from '../measure/fact-sums';
import { measurePeople } from '../measure/measure-people';
import type { Measured } from '../measure/measured';
import { type MeasuredSpan, measuredSpan } from '../measure/measured-span';
import { PeopleStrata } from '../measure/people-strata';
import type { ByRegion, ByRegionRequest, RegionRow } from './by-region';
import { regionOccasions } from './region-occasions';
import { type PeopleRegions, regionOfPeople } from './region-of-people';

/** With fewer people than this no difference is tested. */
const FEWEST = 10;

/**
 * Segments × regions for one metric. Amounts are in each region's own currency and held against everyone else there;
 * anything else against the same segment in all other regions. `converted` is the same data in one reporting currency,
 * where there are rates. Verdicts are corrected over the whole table.
 */
export function byRegionOf(
  dataset: Dataset,
  converted: Dataset | null,
  request: ByRegionRequest,
  segments: readonly SegmentMembers[],
  now: number,
): ByRegion {
  const [metric] = chosenPersonMetrics(dataset, [request.metricId]) as [PersonMetric];
  const span = measuredSpan(dataset, request.comparison, now);
  const population = populationAt(dataset, span.asOf);
  const placed = regionOfPeople(dataset, request.by, span.asOf);
  const sets = regionSets(placed, population);
  const large = sets.filter(({ people }) => people.count() >= FEWEST);
  const somewhere = sets.reduce((all, { people }) => all.or(people), new Bitset(population.size));
  const money = metric.needs.includes('no-amounts-held');

  const strata = new PeopleStrata(population, [
    somewhere,
    ...large.map(({ people }) => people),
    ...segments.flatMap(({ members }) => [members.in, members.unknown]),
  ]);
  // All groups before any is measured: what is summed, is summed for all of them.
  const groups = large.map(({ people }) => {
    const elsewhere = somewhere.andNot(people);
    return {
      here: strata.group(people),
      elsewhere: strata.group(elsewhere),
      columns: [
        { own: strata.group(people), against: money ? null : strata.group(elsewhere), unknown: 0 },
        ...segments.map(({ members }) => ({
          own: strata.group(members.in.and(people)),
          against: money
            ? strata.group(people.andNot(members.in).andNot(members.unknown))
            : strata.group(members.in.and(elsewhere)),
          unknown: members.unknown.and(people).count(),
        })),
      ],
    };
  });

  const sumsIn = sumsByCurrency(dataset, span, population, strata);
  const currencies = large.map(({ people }) => regionCurrency(dataset, people, span.to));
  const rows = groups.map(({ here, elsewhere, columns }, r): UnjudgedCell[] => {
    const sums = sumsIn(money ? (currencies[r] ?? null) : mainCurrency(dataset));
    return columns.map(({ own, against }) => ({
      whole: measurePeople(metric, sums, own, here),
      base:
        against === null || against.size === 0
          ? null
          : measurePeople(metric, sums, against, money ? here : elsewhere),
      exclusive: null,
    }));
  });
  const cells = judgedCells(
    Array.from({ length: segments.length + 1 }, () => metric),
    rows,
  );
  const reporting = money ? (converted?.converted?.currency ?? null) : null;
  const inReporting =
    reporting === null || converted === null
      ? null
      : sumsByCurrency(converted, span, population, strata)(reporting);

  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    asOf: span.asOf,
    period: { from: span.from, to: span.to },
    descriptive: span.descriptive,
    metric: metricInfo(metric),
    against: money ? 'within' : 'other-regions',
    segments: segments.map(({ segment: { id, name, colour } }) => ({ id, name, colour })),
    regions: large.map(({ place, people }, r): RegionRow => {
      const region = placed.regions[place];
      const currency = currencies[r] ?? null;
      const facts = sumsIn(money ? currency : mainCurrency(dataset)).facts;
      const all = rows[r]?.[0]?.whole ?? null;
      const median = middleCustomer(metric, facts, people, all);
      const [everyone, ...ofSegments] = (groups[r]?.columns ?? []).map(({ own, unknown }, c) => {
        const cell = cells[r]?.[c] ?? { state: 'none' as const, reason: 'empty-segment' as const, n: 0 };
        const value = cell.state === 'value' ? cell.value : null;
        const told =
          inReporting === null ? null : measurePeople(metric, inReporting, own, groups[r]?.here ?? own);
        return {
          cell,
          people: own.size,
          unknown,
          index:
            value === null || median === null || !(median.value > 0) ? null : (100 * value) / median.value,
          reporting: told?.state === 'value' && metric.unit === 'money' ? told.value : null,
        };
      });
      return {
        key: region?.key ?? '',
        name: region?.name ?? '',
        people: people.count(),
        currency,
        median,
        occasions: regionOccasions(region?.code ?? null, span),
        everyone: everyone ?? NOTHING,
        cells: ofSegments,
      };
    }),
    folded: sets
      .filter((set) => !large.includes(set))
      .map(({ place, people }) => ({ name: placed.regions[place]?.name ?? '', people: people.count() })),
    unplaced: population.andNot(somewhere).count(),
    from: placed.from,
    reporting: metric.unit === 'money' ? reporting : null,
  };
}

const NOTHING = {
  cell: { state: 'none', reason: 'empty-segment', n: 0 },
  people: 0,
  unknown: 0,
  index: null,
  reporting: null,
} as const;

function regionSets(
  { regionOf, regions }: PeopleRegions,
  population: Bitset,
): readonly { readonly place: number; readonly people: Bitset }[] {
  const sets = regions.map((_, place) => ({ place, people: new Bitset(population.size) }));
  population.forEach((p) => {
    const place = regionOf[p]!;
    if (place >= 0) sets[place]?.people.add(p);
  });
  return sets
    .map((set) => ({ ...set, size: set.people.count() }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
}

function sumsByCurrency(dataset: Dataset, span: MeasuredSpan, population: Bitset, strata: PeopleStrata) {
  const known = new Map<string | null, FactSums>();
  return (currency: string | null): FactSums => {
    let sums = known.get(currency);
    if (sums === undefined) {
      sums = new FactSums(new PersonFacts(dataset, span, currency, population), strata);
      known.set(currency, sums);
    }
    return sums;
  };
}

/** The currency most sales of some people are in, up to a moment. */
function regionCurrency({ orders }: Dataset, people: Bitset, until: number): string | null {
  const { codes, dictionary } = orders.currency;
  const counts = new Float64Array(dictionary.length + 1);
  people.forEach((p) => {
    for (let row = orders.offsets[p]!; row < orders.offsets[p + 1]!; row++)
      if (orders.isSale[row] === 1 && !(orders.time[row]! > until)) counts[codes[row]! + 1]!++;
  });
  let best = NULL_CODE;
  for (let code = 0; code < dictionary.length; code++) if (counts[code + 1]! > counts[best + 1]!) best = code;
  return best === NULL_CODE ? null : (dictionary[best] ?? null);
}

/** The median of the customers' own values of a metric; null where a customer has no value of their own. */
function middleCustomer(
  metric: PersonMetric,
  facts: PersonFacts,
  people: Bitset,
  everyone: Measured | null,
): RegionRow['median'] {
  if (everyone?.state !== 'value') return null;
  const { measure } = metric;
  if (measure.kind === 'median') return { value: everyone.value, n: everyone.n };
  if (measure.kind !== 'mean' && measure.kind !== 'ratio') return null;
  const x = measure.of(facts);
  const y = measure.kind === 'mean' ? (measure.among?.(facts) ?? null) : measure.per(facts);
  const values: number[] = [];
  people.forEach((p) => {
    const per = y === null ? 1 : y[p]!;
    if (per > 0) values.push(measure.kind === 'mean' ? x[p]! : x[p]! / per);
  });
  if (values.length === 0) return null;
  return { value: quantile(Float64Array.from(values).sort(), 0.5), n: values.length };
}
