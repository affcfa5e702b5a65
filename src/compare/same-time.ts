import { DAY_MS } from '../core/calendar';
import type { Dataset } from '../core/dataset';
import { PersonFacts } from '../metrics/person-facts';
import { METRICS } from '../metrics/registry';
import { populationAt } from '../segments/population';
import { chosenMetrics } from './chosen-metrics';
import type { SegmentMembers } from './compare-people';
import type { Cell, Comparison } from './comparison';
import { FactSums } from './fact-sums';
import { measurePeople } from './measure-people';
import type { Measured } from './measured';
import { measuredSpan } from './measured-span';
import { type PeopleGroup, PeopleStrata } from './people-strata';

/**
 * Outcomes with the naive number beside each: membership as of the end of the time measured, over that same time. Who
 * bought much then is in the segment because of it, so it is a description and never compared. `segments` are those of
 * the comparison with their members at that end; null for one that is none then.
 */
export function withSameTime(
  comparison: Comparison,
  dataset: Dataset,
  segments: readonly (SegmentMembers | null)[],
): Comparison {
  const { period, request } = comparison;
  const days = Math.round((period.to + 1 - period.from) / DAY_MS);
  if (request.measured.kind !== 'after' || days < 1) return comparison;
  const span = measuredSpan(dataset, { asOf: period.to, measured: { kind: 'last', days } }, period.to);
  const population = populationAt(dataset, span.asOf);
  const strata = new PeopleStrata(
    population,
    segments.flatMap((of) => of?.members.in ?? []),
  );
  const everyone = strata.group(population);
  const groups = segments.map((of) => (of === null ? null : strata.group(of.members.in)));
  const sums = new FactSums(new PersonFacts(dataset, span, comparison.currency, population), strata);
  const metrics = chosenMetrics(METRICS.person, request.metricIds);
  const beside = (cells: readonly Cell[], group: PeopleGroup | null): readonly Cell[] =>
    cells.map((cell, m) => {
      const metric = metrics[m];
      if (cell.state === 'none' || group === null || metric === undefined || metric.ofMembership) return cell;
      const naive: Measured = measurePeople(metric, sums, group, everyone);
      return naive.state === 'none' ? cell : { ...cell, sameTime: { value: naive.value, n: naive.n } };
    });
  return {
    ...comparison,
    cells: comparison.cells.map((cells, s) => beside(cells, groups[s] ?? null)),
    everyone: beside(comparison.everyone, everyone),
  };
}
