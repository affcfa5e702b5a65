import type { Interval } from '../interval';
import { type KaplanMeier, survivalInterval } from './kaplan-meier';

export interface SurvivalAt {
  readonly value: number;
  /** Null before anything happened, and after it happened to the last. */
  readonly interval: Interval | null;
}

/** Share still waiting after `time`; null later than anybody still waiting was watched. */
export function survivalAt(curve: KaplanMeier, time: number): SurvivalAt | null {
  let lo = 0;
  let hi = curve.steps.length;
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if ((curve.steps[middle]?.time ?? 0) <= time) lo = middle + 1;
    else hi = middle;
  }
  const step = curve.steps[lo - 1];
  const ended = step !== undefined && step.atRisk === step.events;
  if (curve.n === 0 || (time > curve.watched && !ended)) return null;
  if (step === undefined) return { value: 1, interval: null };
  return { value: step.survival, interval: survivalInterval(step) };
}
