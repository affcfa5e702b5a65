import type { Locale } from '../../core/label';
import { en } from '../../i18n/en/next-steps';
import { pl } from '../../i18n/pl/next-steps';
import { situationOf } from './situation-of';

export const STEP_ASPECTS = ['content', 'offer', 'channel', 'timing', 'goal'] as const;
export type StepAspect = (typeof STEP_ASPECTS)[number];
export type NextSteps = Readonly<Record<StepAspect, string>>;

/** What the person wrote in place of a suggestion, for one segment and one goal. */
export interface OwnNextSteps {
  readonly segmentId: string;
  /** `null`: no aim was named. */
  readonly aim: string | null;
  readonly steps: NextSteps;
}

/** What could be done about a segment: an idea out of the catalog, which no number here has tested. */
export function suggestedSteps(
  segmentId: string,
  grain: 'person' | 'aggregate',
  aim: string | null,
  locale: Locale,
): NextSteps {
  const t = locale === 'pl' ? pl : en;
  const goal = aim !== null && Object.hasOwn(t.goal, aim) ? t.goal[aim as keyof typeof t.goal] : '';
  return { ...t.situation[situationOf(segmentId, grain)], goal };
}

/** The person's own steps where there are some, else the suggestion. */
export function stepsFor(
  own: readonly OwnNextSteps[],
  segmentId: string,
  grain: 'person' | 'aggregate',
  aim: string | null,
  locale: Locale,
): { readonly steps: NextSteps; readonly edited: boolean } {
  const kept = own.find((o) => o.segmentId === segmentId && o.aim === aim);
  return kept
    ? { steps: kept.steps, edited: true }
    : { steps: suggestedSteps(segmentId, grain, aim, locale), edited: false };
}
