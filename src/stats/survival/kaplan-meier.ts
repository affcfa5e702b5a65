import type { Interval } from '../interval';
import { Z95 } from '../proportions/wilson-interval';
import { sortedDurations } from './sorted-durations';

/** How long something was waited for, each value of one person. */
export interface Durations {
  readonly times: ArrayLike<number>;
  /** 1 where it happened at that time, 0 where watching ended then without it. */
  readonly happened: ArrayLike<number>;
}

export interface SurvivalStep {
  readonly time: number;
  /** Still waiting just before, whose watch had not ended. */
  readonly atRisk: number;
  readonly events: number;
  /** Share not having had it after this time. */
  readonly survival: number;
  /** Of the logarithm of `survival` (Greenwood 1926); Infinity where nobody is left. */
  readonly logError: number;
}

export interface KaplanMeier {
  readonly n: number;
  readonly events: number;
  /** The longest anybody was watched: nothing is known beyond. 0 of nobody. */
  readonly watched: number;
  /** At each time something happened, ascending. */
  readonly steps: readonly SurvivalStep[];
}

/** On which scale the interval is symmetrical: `log` is R's default, `log-log` holds its level in small groups. */
export type SurvivalScale = 'log-log' | 'log';

/**
 * Share still waiting, by time, from people some of whom were not watched to the end. E. L. Kaplan and P. Meier (1958),
 * JASA 53:457. Where both fall on one time, what happened comes before watching ended.
 */
export function kaplanMeier(durations: Durations): KaplanMeier {
  const { ends, hits } = sortedDurations(durations);
  const n = ends.length;
  const steps: SurvivalStep[] = [];
  let gone = 0;
  let survival = 1;
  let variance = 0;
  for (let from = 0; from < hits.length; ) {
    const time = hits[from]!;
    let to = from;
    while (to < hits.length && hits[to] === time) to++;
    while (gone < n && ends[gone]! < time) gone++;
    const atRisk = n - gone;
    const events = to - from;
    survival *= (atRisk - events) / atRisk;
    variance += events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, survival, logError: Math.sqrt(variance) });
    from = to;
  }
  return { n, events: hits.length, watched: ends[n - 1] ?? 0, steps };
}

/**
 * 95 % interval of a step's survival. Log-log: J. D. Kalbfleisch and R. L. Prentice (1980), 1.3. Null where nobody is
 * left, of whom no variance can be told.
 */
export function survivalInterval(step: SurvivalStep, scale: SurvivalScale = 'log-log'): Interval | null {
  const { survival, logError } = step;
  if (!Number.isFinite(logError)) return null;
  if (scale === 'log') {
    const reach = Z95 * logError;
    return { lo: survival * Math.exp(-reach), hi: Math.min(1, survival * Math.exp(reach)) };
  }
  const reach = (Z95 * logError) / -Math.log(survival);
  return { lo: survival ** Math.exp(reach), hi: survival ** Math.exp(-reach) };
}
