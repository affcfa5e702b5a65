import type { TextColumn } from '../core/column';
import type { Dataset } from '../core/dataset';
import type { EventKind } from '../core/fields';
import { sortFloats } from '../core/sorting/sort-floats';
import { dayOf } from '../core/time/calendar';
import { measurePeople } from './engine/measure-people';
import { measuredRows } from './engine/measured-rows';
import { memo } from './engine/memo';
import { personColumn } from './engine/person-column';
import { filledRowColumn, isFilled } from './engine/row-column';
import { countedMask, hasClock } from './engine/row-mask';
import { rowRanges } from './engine/row-ranges';
import type { Scope } from './engine/scope';
import { YES } from './engine/trit';
import { onlyField } from './engine/value-answers';
import { AS_THEY_COME, type OccasionSettings } from './occasions/occasion-settings';
import { quantile } from './percentile-scores';
import { populationAt } from './population';
import { type Rhythm, rhythm } from './rhythm';
import type { Filter, Measure, Window } from './rule/rule';

export interface ValueCount {
  readonly value: string;
  /** People for attributes, rows otherwise. */
  readonly count: number;
}

/** What the held data say at an as-of, for thresholds to be tuned by. Everything is worked out when asked. */
export class Profile {
  constructor(
    readonly scope: Scope,
    readonly occasions: OccasionSettings = AS_THEY_COME,
  ) {}

  get dataset(): Dataset {
    return this.scope.dataset;
  }

  /** How many people have bought. */
  get buyers(): number {
    return this.people({ of: 'orders', stat: 'count' });
  }

  /** How many have bought more than once. */
  get repeatBuyers(): number {
    return memo(this.dataset, `repeat buyers ${this.scope.asOf}`, () => {
      const { values } = measurePeople(this.scope, { of: 'orders', stat: 'count' }, { kind: 'lifetime' });
      let n = 0;
      for (let p = 0; p < values.length; p++) if (values[p]! >= 2) n++;
      return n;
    });
  }

  get rhythm(): Rhythm | null {
    return rhythm(this.scope);
  }

  /** Days from the first sale held to the as-of, both counted; 0 without one. */
  get historyDays(): number {
    return memo(this.dataset, `history ${this.scope.asOf}`, () => {
      const { time, isSale } = this.dataset.orders;
      let first = Number.POSITIVE_INFINITY;
      for (let row = 0; row < time.length; row++)
        if (isSale[row] === 1 && time[row]! < first) first = time[row]!;
      return first <= this.scope.asOf ? dayOf(this.scope.asOf) - dayOf(first) + 1 : 0;
    });
  }

  /** How many people have the measure. */
  people(measure: Measure, window: Window = { kind: 'lifetime' }): number {
    return memo(this.dataset, this.key('people', measure, window), () => {
      const { values } = measurePeople(this.scope, measure, window);
      let n = 0;
      for (let p = 0; p < values.length; p++) if (!Number.isNaN(values[p])) n++;
      return n;
    });
  }

  /** The value below which `share` of those lie who have the measure (type 7), and how many they are; null of none. */
  percentile(
    measure: Measure,
    share: number,
    window: Window = { kind: 'lifetime' },
  ): { readonly value: number; readonly n: number } | null {
    return memo(this.dataset, this.key(`percentile ${share}`, measure, window), () => {
      const sorted = this.sorted(measure, window);
      return sorted.length === 0 ? null : { value: quantile(sorted, share), n: sorted.length };
    });
  }

  /** Values of those who have the measure, ascending: several entries ask for percentiles of the same. */
  private sorted(measure: Measure, window: Window): Float64Array {
    return memo(this.dataset, this.key('sorted', measure, window), () => {
      const { values } = measurePeople(this.scope, measure, window);
      const known = new Float64Array(values.length);
      let n = 0;
      for (let p = 0; p < values.length; p++) if (!Number.isNaN(values[p])) known[n++] = values[p]!;
      return sortFloats(known.slice(0, n));
    });
  }

  private key(what: string, measure: Measure, window: Window): string {
    return `${what} ${JSON.stringify([measure, window])} ${this.scope.asOf} ${this.scope.currency}`;
  }

  /** Whether any value of the field is held. */
  holds(of: Measure['of'], field: string): boolean {
    return filledRowColumn(this.dataset, of, field) !== null;
  }

  holdsPerson(field: string): boolean {
    const column = personColumn(this.scope, field);
    return column !== null && isFilled(column);
  }

  /** Whether order times carry an hour. */
  get holdsHours(): boolean {
    return memo(this.dataset, 'order hours', () => hasClock(this.dataset.orders.time));
  }

  /** Sales, lines of sales or events up to the as-of that match. */
  rows(of: Measure['of'], where: readonly Filter[] = []): number {
    const measure = { of, stat: 'count', where } as const;
    return memo(this.dataset, this.key('rows', measure, { kind: 'lifetime' }), () => {
      // Kinds of events are counted already.
      if (onlyField(where) === 'kind') {
        const { values } = measurePeople(this.scope, measure, { kind: 'lifetime' });
        return values.reduce((sum, n) => (Number.isNaN(n) ? sum : sum + n), 0);
      }
      const ranges = rowRanges(this.scope, of === 'events' ? 'events' : 'orders', { kind: 'lifetime' });
      const { from, to, counted } = measuredRows(this.scope, measure, ranges);
      let n = 0;
      for (let p = 0; p < to.length; p++) {
        if (counted === null) n += to[p]! - from[p]!;
        else for (let row = from[p]!; row < to[p]!; row++) n += counted[row]! & YES;
      }
      return n;
    });
  }

  /** Events of any of the kinds up to the as-of. */
  events(...kinds: readonly EventKind[]): number {
    return this.rows('events', [ofKinds(...kinds)]);
  }

  /** Values of a text field by how many rows (sales, lines, events up to the as-of) carry them, most first. */
  topValues(of: Measure['of'], field: string, limit: number): readonly ValueCount[] {
    return memo(this.dataset, `top ${of} ${field} ${limit} ${this.scope.asOf}`, () =>
      this.countValues(of, field, limit),
    );
  }

  private countValues(of: Measure['of'], field: string, limit: number): readonly ValueCount[] {
    const found = filledRowColumn(this.dataset, of, field);
    if (found === null || found.column.type !== 'text' || found.rowsOf !== of) return [];
    const { time } = of === 'events' ? this.dataset.events : this.dataset.orders;
    const counted = countedMask(this.scope, of === 'items' ? 'orders' : of, []);
    const counts = new Float64Array(found.column.dictionary.length);
    const { codes } = found.column;
    const { asOf } = this.scope;
    // An order's lines, or the row itself.
    const lines = of === 'items' ? this.dataset.items.offsets : null;
    for (let row = 0; row < time.length; row++) {
      if (!(time[row]! <= asOf) || (counted !== null && counted[row] !== YES)) continue;
      const end = lines === null ? row + 1 : lines[row + 1]!;
      for (let i = lines === null ? row : lines[row]!; i < end; i++) {
        const code = codes[i]!;
        if (code >= 0) counts[code]!++;
      }
    }
    return top(found.column, counts, limit);
  }

  /** Values of a text attribute by how many people of the as-of carry them, most first. */
  topPersonValues(field: string, limit: number): readonly ValueCount[] {
    const column = personColumn(this.scope, field);
    if (column?.type !== 'text') return [];
    const counts = new Float64Array(column.dictionary.length);
    populationAt(this.dataset, this.scope.asOf).forEach((p) => {
      const code = column.codes[p]!;
      if (code >= 0) counts[code]!++;
    });
    return top(column, counts, limit);
  }
}

export function ofKinds(...kinds: readonly EventKind[]): Filter {
  return { field: 'kind', test: { op: 'is-any-of', values: kinds } };
}

function top(column: TextColumn, counts: Float64Array, limit: number): readonly ValueCount[] {
  return column.dictionary
    .map((value, code) => ({ value, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}
