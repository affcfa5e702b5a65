import type { Dataset } from '../../core/dataset';
import type { Label } from '../../core/label';
import type { WeekStart } from '../../core/time/calendar';
import { evaluateRule } from '../../segments/evaluate-rule';
import { firstMatch } from '../../segments/first-match';
import type { Membership } from '../../segments/membership';
import { populationAt } from '../../segments/population';
import type { Segment } from '../../segments/segment';
import { calendarPeriods } from '../trend/calendar-periods';
import type { PlacementContext } from './placement';

export interface SizesRequest {
  readonly segmentIds: readonly string[];
  readonly every: 'week' | 'month';
  /** Monday unless given. */
  readonly weekStart?: WeekStart;
  /** The last moment looked at, `WallMs`; null is where the data ends. */
  readonly asOf: number | null;
  /** Everybody counted in the first that holds, as movement does. */
  readonly exclusive: boolean;
  readonly currency: string | null;
}

/** Sizes at the end of each period there are data of, by the segments' rules as they are now. */
export interface SizesOverTime {
  readonly format: 1;
  readonly request: SizesRequest;
  readonly dataVersion: number;
  readonly asOf: number;
  readonly points: readonly SizesPoint[];
  readonly lines: readonly {
    readonly segmentId: string;
    readonly name: Label;
    readonly colour: number;
    /** One for each of `points`. */
    readonly sizes: readonly SizeAt[];
  }[];
}

export interface SizesPoint {
  /** Begin of the period, and the moment sizes are of: its end, or the as-of where that comes first. `WallMs`. */
  readonly from: number;
  readonly at: number;
  /** The period is not over at the moment looked at. */
  readonly partial: boolean;
  /** People there were then. */
  readonly population: number;
}

export interface SizeAt {
  readonly in: number;
  readonly unknown: number;
  /** Of people there were then; null of none. */
  readonly share: number | null;
}

/**
 * Calls `step` before each point, with how many are done of how many: to be awaited, for breath and for cancelling.
 */
export async function sizesOverTime(
  dataset: Dataset,
  request: SizesRequest,
  segments: readonly Segment[],
  asOf: number,
  context: PlacementContext,
  step: (done: number, of: number) => Promise<void>,
): Promise<SizesOverTime> {
  const { coverage } = dataset;
  const periods =
    coverage === null || asOf < coverage.from
      ? []
      : calendarPeriods(coverage.from, asOf, request.every, request.weekStart);
  const points: SizesPoint[] = [];
  const sizes: SizeAt[][] = segments.map(() => []);
  for (const [i, period] of periods.entries()) {
    await step(i, periods.length);
    const last = i === periods.length - 1;
    const at = Math.min(period.to, last ? asOf : period.to);
    const everyone = populationAt(dataset, at);
    const population = everyone.count();
    points.push({ from: period.from, at, partial: last && period.partial, population });
    const members = segments.map(({ rule }) =>
      evaluateRule(dataset, rule, { ...context, asOf: at, reportId: null }),
    );
    (request.exclusive ? firsts(members) : members).forEach((one, s) => {
      const inside = one.in.count();
      sizes[s]?.push({
        in: inside,
        unknown: one.unknown.count(),
        share: population === 0 ? null : inside / population,
      });
    });

    function firsts(all: readonly Membership[]): readonly Membership[] {
      const { groups, unknown } = firstMatch(all, everyone);
      return groups.map((group) => ({ in: group, unknown }));
    }
  }
  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    asOf,
    points,
    lines: segments.map(({ id, name, colour }, s) => ({
      segmentId: id,
      name,
      colour,
      sizes: sizes[s] ?? [],
    })),
  };
}
