import type { Bitset } from '../../core/bitset';
import type { MetricInfo } from '../../metrics/metric-info';
import type { Membership } from '../../segments/membership';
import { wilsonInterval } from '../../stats/proportions/wilson-interval';
import type { Cell } from '../comparison';
import type { Measured } from '../measure/measured';
import { judgedCells } from './judged-cells';

/** What a share of people says of itself: neither more nor less of them is better. */
const SHARE: MetricInfo = {
  id: 'share-of-group',
  grain: 'person',
  family: 'size',
  label: { en: 'Share of these people', pl: 'Udział wśród tych osób' },
  definition: {
    en: 'People in the segment ÷ people of whom it can be told',
    pl: 'Osoby w segmencie ÷ osoby, o których da się to powiedzieć',
  },
  numerator: { en: 'people in the segment', pl: 'osoby w segmencie' },
  denominator: { en: 'people of whom it can be told', pl: 'osoby, o których da się to powiedzieć' },
  unit: 'rate',
  direction: 'neither',
};

export interface ShareCells {
  /** `cells[group][segment]`: of the group, against all others in `among`; corrected over the whole table. */
  readonly cells: readonly (readonly Cell[])[];
  /** By segment, over all of `among`. */
  readonly everyone: readonly Cell[];
}

/** How segments spread over groups of people. Whoever is unknown of a segment is in none of its shares. */
export function shareCells(
  among: Bitset,
  groups: readonly Bitset[],
  segments: readonly Membership[],
): ShareCells {
  const share = (people: Bitset, { in: inside, unknown }: Membership): Measured => {
    const hits = people.and(inside).count();
    const of = people.andNot(unknown).count();
    if (of === 0) return { state: 'none', reason: 'empty-segment', n: 0 };
    return {
      state: 'value',
      value: hits / of,
      n: of,
      nOf: 'customers',
      numerator: hits,
      denominator: of,
      interval: wilsonInterval(hits, of),
      basis: { kind: 'proportion', hits, of },
      leftOut: people.count() - of,
    };
  };
  const metrics = segments.map(() => SHARE);
  const rows = groups.map((group) => {
    const inside = group.and(among);
    const others = among.andNot(group);
    return segments.map((members) => ({
      whole: share(inside, members),
      base: share(others, members),
      exclusive: null,
    }));
  });
  const whole = segments.map((members) => ({ whole: share(among, members), base: null, exclusive: null }));
  return { cells: judgedCells(metrics, rows), everyone: judgedCells(metrics, [whole])[0] ?? [] };
}
