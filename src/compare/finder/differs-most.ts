import type { Dataset } from '../../core/dataset';
import { PersonFacts } from '../../metrics/people/person-facts';
import { scopeOf } from '../../segments/engine/scope';
import { populationAt } from '../../segments/population';
import type { Rule, Window } from '../../segments/rule/rule';
import { comparedCurrency, type SegmentMembers } from '../compare-people';
import type { ComparisonRequest } from '../comparison';
import { FactSums } from '../measure/fact-sums';
import { type MeasuredSpan, measuredSpan } from '../measure/measured-span';
import { peoplePassports } from '../measure/people-passports';
import { PeopleStrata } from '../measure/people-strata';
import type { StepDone } from '../step-done';
import type { AskedField } from './asked';
import { attributeFields } from './attributes';
import { DealingRoom, DealtTrait } from './dealt-trait';
import { definingFields } from './defining-fields';
import type { FinderRequest, FinderSide, Findings } from './findings';
import { judgedFindings } from './judged-findings';
import { metricFields } from './metric-fields';
import { NearCopies } from './near-copies';
import { restratify } from './restratify';
import { rowFields } from './row-fields';
import { sidesOf } from './sides';
import { stratifiersOf } from './stratifiers';
import { stratumPlaces } from './stratum-places';

/**
 * What differs most between a segment and everyone known to be out of it, or another segment (`against`) without those in
 * both. Steps are yielded, so that whoever runs it can say how far it is, and stop. `now` is the real clock, epoch ms.
 */
export function* differsMost(
  dataset: Dataset,
  request: FinderRequest,
  segment: SegmentMembers,
  against: SegmentMembers | null,
  ruleOf: (id: string) => Rule | null,
  now: number,
): Generator<StepDone, Findings> {
  const span = measuredSpan(dataset, request, now);
  const currency = comparedCurrency(dataset, request);
  const scope = scopeOf(dataset, span.asOf, currency);
  const population = populationAt(dataset, span.asOf);
  const sides = sidesOf(population, segment.members, against?.members ?? null);

  const defining = [segment, ...(against === null ? [] : [against])]
    .flatMap(({ segment: { rule } }) => definingFields(rule, ruleOf, scope))
    // What came after the as-of had no part in who was chosen.
    .filter(({ key }) => span.descriptive || key.startsWith('people.'));
  const copies = new NearCopies(defining, sides.of);
  const window = windowOf(request.measured, span);

  const strata = new PeopleStrata(population, [sides.a, sides.b]);
  const groups = {
    a: strata.group(sides.a),
    b: strata.group(sides.b),
    everyone: strata.group(population),
  };
  const facts = new PersonFacts(dataset, span, currency, population);
  const fields: readonly AskedField[] = [
    ...metricFields(new FactSums(facts, strata), groups, scope, window, sides),
    ...attributeFields(scope, sides),
    ...rowFields(scope, span, window, sides),
  ];
  const stratifiers = stratifiersOf(scope).map((stratifier) => ({
    ...stratifier,
    places: stratumPlaces(sides.of, stratifier),
    // Within the countries that define a segment there is nobody to compare with.
    skipped:
      stratifier.keys.some((key) => defining.some((field) => field.key === key)) ||
      copies.ofColumn({ type: 'text', codes: stratifier.codes, dictionary: stratifier.names }) !== null,
  }));
  let made: DealingRoom | null = null;
  const room = () => {
    made ??= new DealingRoom(dataset.people.size);
    return made;
  };
  const found = yield* judgedFindings(fields, {
    defining,
    copies,
    minimumEffect: request.minimumEffect,
    stratified: (candidate, keys) => {
      const dealt = new DealtTrait(candidate.trait(), room);
      return stratifiers
        .filter((by) => !by.skipped && !by.keys.some((key) => keys.includes(key)))
        .flatMap(({ places }) => restratify(dealt, places) ?? []);
    },
  });
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    computedAt: now,
    asOf: span.asOf,
    period: { from: span.from, to: span.to },
    descriptive: span.descriptive,
    currency,
    segment: sideOf(segment, sides.sizes[0]),
    against: sideOf(against, sides.sizes[1]),
    shared: sides.shared,
    unknown: sides.unknown,
    ...found,
    strata: stratifiers.map(({ id, label, skipped }) => ({ id, label, skipped })),
    passports: peoplePassports(dataset),
  };
}

/** Null: everybody else. */
export function sideOf(members: SegmentMembers | null, size: number): FinderSide {
  if (members === null) return { id: null, name: null, colour: null, size };
  const { id, name, colour } = members.segment;
  return { id, name, colour, size };
}

/** The period as a rule says it. */
function windowOf(measured: ComparisonRequest['measured'], { from, to }: MeasuredSpan): Window {
  switch (measured.kind) {
    case 'held':
      return { kind: 'lifetime' };
    case 'last':
      return { kind: 'last-days', days: measured.days };
    case 'after':
      return { kind: 'between', from, to };
  }
}
