import { Bitset } from '../../core/bitset';
import { FLAG_UNKNOWN } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { populationAt } from '../../segments/population';
import type { SegmentMembers } from '../compare-people';
import { type SegmentCurves, segmentCurves } from './segment-curves';

/** Columns of a list of people that say how long each was there, and whether it ended: tenure and churn. */
export interface TimeByColumnsRequest {
  /** `WallMs`: whose segments. */
  readonly asOf: number;
  /** A column of numbers, in a unit of its own. */
  readonly lengthField: string;
  /** A column of yes and no: yes is what ended it, no that it went on when the list was made. */
  readonly endedField: string;
}

export interface TimeByColumns extends SegmentCurves {
  /** The longest anybody was there, in the unit of the column. */
  readonly longest: number;
  /** People without a length of 0 or more, or without a yes or no: not counted. */
  readonly leftOut: number;
}

/**
 * How long people of each segment stayed by what a list says of them: Kaplan–Meier, log-rank against those out of it.
 * The list says where each stands now, so segments are compared as they are and nothing is foretold.
 * Null where a column is not of its kind or nobody has both.
 */
export function timeByColumns(
  dataset: Dataset,
  { asOf, lengthField, endedField }: TimeByColumnsRequest,
  segments: readonly SegmentMembers[],
  base: SegmentMembers | null,
): TimeByColumns | null {
  const { columns, size } = dataset.people;
  const length = columns.get(lengthField);
  const ended = columns.get(endedField);
  if (length?.type !== 'number' || ended?.type !== 'flag') return null;
  const population = populationAt(dataset, asOf);
  const watched = new Bitset(population.size);
  let longest = 0;
  population.forEach((p) => {
    if (p >= size || !(length.values[p]! >= 0) || ended.values[p]! === FLAG_UNKNOWN) return;
    watched.add(p);
    longest = Math.max(longest, length.values[p]!);
  });
  if (longest === 0) return null;
  return {
    longest,
    leftOut: population.count() - watched.count(),
    ...segmentCurves(
      watched,
      (people) => {
        const n = people.count();
        const times = new Float64Array(n);
        const happened = new Uint8Array(n);
        let i = 0;
        people.forEach((p) => {
          times[i] = length.values[p]!;
          happened[i++] = ended.values[p]!;
        });
        return { times, happened };
      },
      segments,
      base,
    ),
  };
}
