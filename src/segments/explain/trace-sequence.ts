import { firstAfter, rowRanges } from '../engine/row-ranges';
import type { Scope } from '../engine/scope';
import { deadline } from '../engine/span-reach';
import { stepMask } from '../engine/step-mask';
import { NO, YES } from '../engine/trit';
import { areStepsHeld, windowRanges } from '../engine/window-ranges';
import type { SequenceStep, Window } from '../rule/rule';
import type { SequenceTrace, StepTrace, Told } from './clause-trace';
import { seenRow } from './seen-row';

interface Row {
  readonly time: number;
  readonly row: number;
  readonly sure: boolean;
}

interface Step {
  readonly at: number;
  readonly step: SequenceStep;
  readonly rows: readonly Row[];
  readonly nots: readonly Omit<Step, 'nots'>[];
}

/**
 * How far a sequence came for one person, each step with its row: found row by row, apart from the engine's walk over
 * everybody, which the answer must agree with.
 */
export function traceSequence(
  scope: Scope,
  steps: readonly SequenceStep[],
  window: Window,
  person: number,
): SequenceTrace & { readonly told: Told } {
  const empty = steps.map(({ of }): StepTrace => ({ of, kept: false, seen: null }));
  if (!areStepsHeld(scope, steps, window)) return { told: 'unknown', held: false, reached: 0, steps: empty };
  const plan = planFor(scope, steps, window, person);
  const untold = windowRanges(scope, 'orders', window).untold?.has(person) === true;
  const sure = happened(plan, scope.asOf, true);
  if (sure !== null && !untold) return { told: 'in', held: true, ...shown(scope, steps, plan, sure, null) };
  const maybe = sure ?? happened(plan, scope.asOf, false);
  if (maybe !== null || untold)
    return { told: 'unknown', held: true, ...shown(scope, steps, plan, maybe ?? [], null) };
  return { told: 'out', held: true, ...longestBeginning(scope, steps, plan) };
}

function longestBeginning(scope: Scope, steps: readonly SequenceStep[], plan: readonly Step[]) {
  for (let length = plan.length; length > 0; length--) {
    const part = plan.slice(0, length);
    const last = part.at(-1) as Step;
    const free = happened([...part.slice(0, -1), { ...last, nots: [] }], scope.asOf, false);
    if (free === null) continue;
    const kept = length < plan.length && happened(part, scope.asOf, false) !== null;
    return shown(scope, steps, plan, free, kept ? null : last);
  }
  return shown(scope, steps, plan, [], null);
}

/** `broken` is the last step come to, one of whose `not`s was not kept. */
function shown(
  scope: Scope,
  steps: readonly SequenceStep[],
  plan: readonly Step[],
  path: readonly Row[],
  broken: Step | null,
): Pick<SequenceTrace, 'reached' | 'steps'> {
  const out = steps.map(({ of }): StepTrace => ({ of, kept: false, seen: null }));
  const see = (at: number, of: SequenceStep['of'], { row }: Row, kept: boolean) => {
    out[at] = { of, kept, seen: seenRow(scope.dataset, of === 'events' ? 'events' : 'orders', row) };
  };
  plan.forEach((one, k) => {
    const row = path[k];
    if (row === undefined) return;
    see(one.at, one.step.of, row, true);
    const following = path[k + 1]?.time ?? Number.POSITIVE_INFINITY;
    for (const not of one.nots) {
      const met = one === broken ? forbidden(not, row.time, following, false) : undefined;
      if (met === undefined) out[not.at] = { of: not.step.of, kept: one !== broken, seen: null };
      else see(not.at, not.step.of, met, false);
    }
  });
  return { reached: path.length, steps: out };
}

function planFor(scope: Scope, steps: readonly SequenceStep[], window: Window, person: number): Step[] {
  const plan: { at: number; step: SequenceStep; rows: readonly Row[]; nots: Omit<Step, 'nots'>[] }[] = [];
  steps.forEach((step, at) => {
    const table = step.of === 'events' ? 'events' : 'orders';
    const ranges = windowRanges(scope, table, window);
    // A `not` looks on to the as-of.
    const { to } = step.not ? rowRanges(scope, table, { kind: 'lifetime' }) : ranges;
    const mask = stepMask(scope, step);
    const { time } = scope.dataset[table];
    const rows: Row[] = [];
    for (let row = ranges.from[person]!; row < to[person]!; row++) {
      const answer = mask === null ? YES : mask[row]!;
      if (answer !== NO) rows.push({ time: time[row]!, row, sure: answer === YES });
    }
    const one = { at, step, rows };
    if (step.not) plan.at(-1)?.nots.push(one);
    else plan.push({ ...one, nots: [] });
  });
  return plan;
}

/**
 * The first time it happened, a row a step; null where it did not. `sure` takes what can't be told against it. Of each
 * step only the nearest later row that the rest follows from matters.
 */
function happened(plan: readonly Step[], asOf: number, sure: boolean): readonly Row[] | null {
  let later: readonly (readonly Row[])[] = [];
  for (let k = plan.length - 1; k >= 0; k--) {
    const { rows, nots } = plan[k] as Step;
    const within = plan[k + 1]?.step.within;
    const times = Float64Array.from(later, ([first]) => first?.time ?? Number.NaN);
    const here: (readonly Row[])[] = [];
    for (const row of rows) {
      if (sure && !row.sure) continue;
      const rest = k === plan.length - 1 ? [] : later[firstAfter(times, 0, times.length, row.time)];
      if (rest === undefined) continue;
      const following = rest[0]?.time ?? Number.POSITIVE_INFINITY;
      if (rest.length > 0 && following > deadline(row.time, within)) continue;
      const open = (not: Omit<Step, 'nots'>) =>
        rest.length === 0 && not.step.within !== undefined && deadline(row.time, not.step.within) > asOf;
      if (nots.some((not) => forbidden(not, row.time, following, sure) !== undefined || (sure && open(not))))
        continue;
      here.push([row, ...rest]);
    }
    later = here;
  }
  return later[0] ?? null;
}

/** The first row that a `not` after `time` does not allow; where it must be sure of having been kept, rows that may match too. */
function forbidden(
  { step, rows }: Omit<Step, 'nots'>,
  time: number,
  following: number,
  sure: boolean,
): Row | undefined {
  const until = deadline(time, step.within);
  return rows.find((r) => r.time > time && r.time < following && r.time <= until && (sure || r.sure));
}
