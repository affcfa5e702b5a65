import { Bitset } from '../../core/bitset';
import type { SequenceStep, Window } from '../rule/rule';
import { areRowsHeld } from './held-rows';
import { memo } from './memo';
import { firstAfter, firstNotBefore, firstOrderTimes, type RowRanges, rowRanges } from './row-ranges';
import type { Scope } from './scope';
import { findSequences, type Sequences } from './sequence';

export interface WindowRanges extends RowRanges {
  /** False where what the window hangs on is not held: nobody can be told. */
  readonly held: boolean;
  /** Who the window exists for, null for everybody; the others fail every test. */
  readonly anchored: Bitset | null;
  /** Of whom it can't be told where the window lies. */
  readonly untold: Bitset | null;
}

/** `rowRanges` of any window, those that hang on a sequence among them. */
export function windowRanges(scope: Scope, table: 'orders' | 'events', window: Window): WindowRanges {
  switch (window.kind) {
    case 'before-sequence':
    case 'after-sequence':
      return memo(
        scope.dataset,
        `window ${table} ${JSON.stringify(window)} ${scope.asOf} ${scope.currency}`,
        () => besideSequence(scope, table, window.kind === 'before-sequence', window.steps),
      );
    case 'since-first-order':
      return { ...rowRanges(scope, table, window), held: true, anchored: buyers(scope), untold: null };
    default:
      return { ...rowRanges(scope, table, window), held: true, anchored: null, untold: null };
  }
}

/** Whether rows for every step of a sequence are held in a window. */
export function areStepsHeld(scope: Scope, steps: readonly SequenceStep[], window: Window): boolean {
  return steps.every(({ of, where = [] }) => {
    const ranges = windowRanges(scope, of === 'events' ? 'events' : 'orders', window);
    return ranges.held && areRowsHeld(scope, of, where, window, ranges);
  });
}

function buyers(scope: Scope): Bitset {
  return memo(scope.dataset, `buyers ${scope.asOf}`, () => {
    const first = firstOrderTimes(scope);
    const out = new Bitset(first.length);
    for (let p = 0; p < first.length; p++) if (!Number.isNaN(first[p])) out.add(p);
    return out;
  });
}

function besideSequence(
  scope: Scope,
  table: 'orders' | 'events',
  before: boolean,
  steps: readonly SequenceStep[],
): WindowRanges {
  const lifetime = { kind: 'lifetime' } as const;
  const all = rowRanges(scope, table, lifetime);
  const people = all.to.length;
  const from = new Uint32Array(people);
  const to = new Uint32Array(people);
  const anchored = new Bitset(people);
  const untold = new Bitset(people);
  const held = areStepsHeld(scope, steps, lifetime);
  if (held) {
    const { certain, possible } = firstOccurrences(scope, steps);
    const { time } = scope.dataset[table];
    for (let p = 0; p < people; p++) {
      const first = all.from[p]!;
      const last = all.to[p]!;
      from[p] = first;
      to[p] = first;
      const at = before ? certain.start[p]! : certain.end[p]!;
      const maybe = before ? possible.start[p]! : possible.end[p]!;
      if (Number.isNaN(maybe)) continue;
      anchored.add(p);
      if (at !== maybe) {
        untold.add(p);
        continue;
      }
      if (before) to[p] = firstNotBefore(time, first, last, at);
      else {
        from[p] = firstAfter(time, first, last, at);
        to[p] = last;
      }
    }
  }
  return { from, to, start: all.start, end: all.end, held, anchored, untold };
}

function firstOccurrences(scope: Scope, steps: readonly SequenceStep[]): Sequences {
  const key = `first sequences ${JSON.stringify(steps)} ${scope.asOf} ${scope.currency}`;
  return memo(scope.dataset, key, () => {
    const lifetime = { kind: 'lifetime' } as const;
    const ranges = {
      orders: rowRanges(scope, 'orders', lifetime),
      events: rowRanges(scope, 'events', lifetime),
    };
    return findSequences(scope, steps, ranges, 'first');
  });
}
