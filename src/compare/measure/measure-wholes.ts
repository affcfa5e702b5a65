import type { Dataset } from '../../core/dataset';
import { PersonFacts } from '../../metrics/people/person-facts';
import type { PersonMetric } from '../../metrics/people/person-metric';
import { populationAt } from '../../segments/population';
import type { SegmentMembers } from '../compare-people';
import { FactSums } from './fact-sums';
import { measurePeople } from './measure-people';
import type { Measured } from './measured';
import type { MeasuredSpan } from './measured-span';
import { PeopleStrata } from './people-strata';

/** Segments and everyone, each measured as it stands and held against nobody. Null stays null. */
export function measureWholes(
  dataset: Dataset,
  span: MeasuredSpan,
  currency: string | null,
  metrics: readonly PersonMetric[],
  segments: readonly (SegmentMembers | null)[],
): { readonly segments: readonly (readonly Measured[] | null)[]; readonly everyone: readonly Measured[] } {
  const population = populationAt(dataset, span.asOf);
  const strata = new PeopleStrata(
    population,
    segments.flatMap((of) => of?.members.in ?? []),
  );
  // All groups before any is measured: what is summed, is summed for all of them.
  const everyone = strata.group(population);
  const groups = segments.map((of) => (of === null ? null : strata.group(of.members.in)));
  const sums = new FactSums(new PersonFacts(dataset, span, currency, population), strata);
  return {
    segments: groups.map(
      (group) => group && metrics.map((metric) => measurePeople(metric, sums, group, everyone)),
    ),
    everyone: metrics.map((metric) => measurePeople(metric, sums, everyone, everyone)),
  };
}
