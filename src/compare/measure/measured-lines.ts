import type { Dataset } from '../../core/dataset';
import type { MeasuredPeriod } from '../../metrics/measured-period';
import { ordersByPeriod, ordersOfEverybody } from '../../metrics/people/period-orders';
import { PersonFacts } from '../../metrics/people/person-facts';
import type { PersonMetric } from '../../metrics/people/person-metric';
import { populationAt } from '../../segments/population';
import type { SegmentMembers } from '../compare-people';
import type { StepDone } from '../step-done';
import { FactSums } from './fact-sums';
import { measurePeople } from './measure-people';
import type { Measured } from './measured';
import { PeopleStrata } from './people-strata';

/**
 * One metric of each segment, and last of everyone, in each of several ascending periods; the people stay those of the
 * as-of. A segment that is null has no values. A forecast is made anew for each period, so that a step is one of them.
 */
export function* measuredLines(
  dataset: Dataset,
  metric: PersonMetric,
  at: { readonly asOf: number; readonly currency: string | null },
  segments: readonly (SegmentMembers | null)[],
  periods: readonly MeasuredPeriod[],
): Generator<StepDone, readonly (readonly (Measured | null)[])[]> {
  const population = populationAt(dataset, at.asOf);
  const strata = new PeopleStrata(
    population,
    segments.flatMap((of) => of?.members.in ?? []),
  );
  const everyone = strata.group(population);
  const groups = [...segments.map((of) => (of === null ? null : strata.group(of.members.in))), everyone];
  const lines: (Measured | null)[][] = groups.map(() => []);
  const ordersOf = ordersByPeriod(dataset, periods);
  for (const [i, within] of periods.entries()) {
    const active = metric.everybody === true ? ordersOfEverybody(dataset, within) : ordersOf[i];
    const sums = new FactSums(new PersonFacts(dataset, within, at.currency, population, active), strata);
    groups.forEach((group, line) => {
      lines[line]?.push(group === null ? null : measurePeople(metric, sums, group, everyone));
    });
    yield { done: i + 1, of: periods.length };
  }
  return lines;
}
