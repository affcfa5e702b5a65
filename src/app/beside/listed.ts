import { shareCells } from '../../compare/cells/share-cells';
import type { SegmentMembers } from '../../compare/compare-people';
import { Bitset } from '../../core/bitset';
import type { BesideListed, InOutUnknown, ListedBy } from '../../protocol/api/beside';
import type { Membership } from '../../segments/membership';
import type { RowMatch } from './match-rows';

/** Whom the rows name, and which segments those are in, beside everybody else. */
export function listed(
  matches: readonly RowMatch[],
  segments: readonly SegmentMembers[],
  at: { readonly asOf: number; readonly population: Bitset },
): BesideListed {
  const { population } = at;
  const people = new Bitset(population.size);
  const by = new Map<ListedBy, number>();
  const count = { known: 0, 'not-held': 0, ambiguous: 0, contradicted: 0, 'without-key': 0 };
  for (const match of matches) {
    count[match.is]++;
    if (match.is !== 'known') continue;
    by.set(match.by, (by.get(match.by) ?? 0) + 1);
    people.add(match.person);
  }
  const memberships = segments.map(({ members }) => members);
  const { cells, everyone } = shareCells(population, [people], memberships);
  const inOut = (among: Bitset, { in: inside, unknown }: Membership): InOutUnknown => {
    const [yes, untold] = [among.and(inside).count(), among.and(unknown).count()];
    return { in: yes, out: among.count() - yes - untold, unknown: untold };
  };
  return {
    asOf: at.asOf,
    rows: matches.length,
    known: count.known,
    notHeld: count['not-held'],
    ambiguous: count.ambiguous,
    contradicted: count.contradicted,
    withoutKey: count['without-key'],
    matchedBy: [...by].map(([key, rows]) => ({ by: key, rows })),
    people: people.count(),
    population: population.count(),
    segments: segments.flatMap(({ segment: { id, name, colour }, members }, s) => {
      const cell = cells[0]?.[s];
      const everyoneCell = everyone[s];
      if (cell === undefined || everyoneCell === undefined) return [];
      return {
        id,
        name,
        colour,
        listed: inOut(people.and(population), members),
        everyone: inOut(population, members),
        cell,
        everyoneCell,
      };
    }),
  };
}
