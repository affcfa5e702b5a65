import type { ComparisonRequest } from '../../../compare/comparison';
import { MAX_CHOSEN } from '../../state/chosen-segments';

/** What the person asks of the Compare view, besides the segments, the as-of and the currency every view shares. */
export interface Question {
  readonly grain: 'person' | 'aggregate';
  readonly reportId: string | null;
  readonly dimension: string | null;
  /** Chosen values of the report's dimension, as segment ids. */
  readonly reportSegments: readonly string[];
  /** Empty: all of them. */
  readonly metricIds: readonly string[];
  /** Null is the first that suits the grain. */
  readonly goal: string | null;
  /** Null is what suits the data: outcomes where there is time enough for them. */
  readonly measured: ComparisonRequest['measured'] | null;
  readonly baseSegmentId: string | null;
  readonly view: CompareView;
}

export const COMPARE_VIEWS = [
  'table',
  'bars',
  'distribution',
  'trend',
  'retention',
  'timing',
  'money',
  'regions',
  'history',
] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

export const FIRST_QUESTION: Question = {
  grain: 'person',
  reportId: null,
  dimension: null,
  reportSegments: [],
  metricIds: [],
  goal: null,
  measured: null,
  baseSegmentId: null,
  view: 'table',
};

/** What was stored, or anything else: each part is taken where it is what it should be. */
export function parseQuestion(raw: unknown): Question | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const from = raw as Readonly<Record<string, unknown>>;
  const measured = from['measured'] as { kind?: unknown; days?: unknown } | null | undefined;
  return {
    grain: from['grain'] === 'aggregate' ? 'aggregate' : 'person',
    reportId: textOrNull(from['reportId']),
    dimension: textOrNull(from['dimension']),
    reportSegments: texts(from['reportSegments']).slice(0, MAX_CHOSEN),
    metricIds: texts(from['metricIds']),
    goal: textOrNull(from['goal']),
    measured: parseMeasured(measured?.kind, measured?.days),
    baseSegmentId: textOrNull(from['baseSegmentId']),
    view: COMPARE_VIEWS.find((view) => view === from['view']) ?? 'table',
  };
}

export function parseMeasured(kind: unknown, days: unknown): Question['measured'] {
  const whole = typeof days === 'number' && Number.isInteger(days) && days > 0 && days <= 3660;
  if ((kind === 'after' || kind === 'last') && whole) return { kind, days };
  return kind === 'held' ? { kind } : null;
}

const textOrNull = (raw: unknown) => (typeof raw === 'string' && raw !== '' ? raw : null);
const texts = (raw: unknown): readonly string[] =>
  Array.isArray(raw) ? raw.filter((t): t is string => typeof t === 'string' && t !== '') : [];
