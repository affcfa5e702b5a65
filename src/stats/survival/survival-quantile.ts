import { type KaplanMeier, type SurvivalScale, type SurvivalStep, survivalInterval } from './kaplan-meier';

export interface SurvivalQuantile {
  /** Null where the curve never falls so far. */
  readonly value: number | null;
  /** 95 %; each end null where its bound never falls so far. */
  readonly lo: number | null;
  readonly hi: number | null;
}

/** A curve that lies at the level but for rounding lies at it. */
const SAME = 1e-9;

/**
 * When a share `p` have had it (0.5: the median): where the curve falls to 1 - p; its interval is where the curve's own
 * bounds do. R. Brookmeyer and J. Crowley (1982), Biometrics 38:29. Where the curve lies flat on the level, the middle
 * of that stretch, as R's survfit.
 */
export function survivalQuantile(
  curve: KaplanMeier,
  p = 0.5,
  scale: SurvivalScale = 'log-log',
): SurvivalQuantile {
  const level = 1 - p;
  return {
    value: crossing(curve.steps, level, (step) => step.survival),
    lo: crossing(curve.steps, level, (step) => survivalInterval(step, scale)?.lo ?? Number.NaN),
    hi: crossing(curve.steps, level, (step) => survivalInterval(step, scale)?.hi ?? Number.NaN),
  };
}

function crossing(
  steps: readonly SurvivalStep[],
  level: number,
  of: (step: SurvivalStep) => number,
): number | null {
  const at = steps.findIndex((step) => of(step) <= level + SAME);
  const step = steps[at];
  if (step === undefined) return null;
  const next = steps[at + 1];
  const flat = next !== undefined && Math.abs(of(step) - level) <= SAME;
  return flat ? (step.time + next.time) / 2 : step.time;
}
