import { shareCells } from '../../compare/cells/share-cells';
import type { SegmentMembers } from '../../compare/compare-people';
import { Bitset } from '../../core/bitset';
import type { BesidePeople } from '../../protocol/api/beside';
import type { PersonDimension } from './person-dimension';

/** How segments of people spread over the values of a dimension that is known of them. */
export function peopleByValue(
  dimension: PersonDimension,
  values: readonly string[],
  segments: readonly SegmentMembers[],
  at: { readonly asOf: number; readonly population: Bitset },
): BesidePeople {
  const { keyOf, keys } = dimension;
  const place = new Map(keys.map((key, i) => [key, i]));
  const known = new Bitset(keyOf.length);
  const ofKey = new Map<number, Bitset>();
  const wanted = values.map((value) => {
    const found = place.get(dimension.keyOfValue(value)) ?? -1;
    const people = ofKey.get(found) ?? new Bitset(keyOf.length);
    ofKey.set(found, people);
    return people;
  });
  keyOf.forEach((key, person) => {
    if (key < 0) return;
    known.add(person);
    ofKey.get(key)?.add(person);
  });
  const { cells, everyone } = shareCells(
    known,
    wanted,
    segments.map(({ members }) => members),
  );
  return {
    label: dimension.label,
    asOf: at.asOf,
    population: at.population.count(),
    known: known.count(),
    segments: segments.map(({ segment: { id, name, colour } }) => ({ id, name, colour })),
    values: values.map((value, v) => {
      const people = wanted[v] ?? new Bitset(keyOf.length);
      return {
        value,
        people: people.count(),
        rule: dimension.rule(dimension.keyOfValue(value)),
        cells: cells[v] ?? [],
        unknown: segments.map(({ members }) => people.and(members.unknown).count()),
      };
    }),
    everyone,
  };
}
