import type { Locale } from '../../core/label';

export interface ReportOptions {
  /** `WallMs` of the last moment that counts; null is the last moment the data covers. */
  readonly asOf: number | null;
  readonly locale: Locale;
  /** Library or own ids, with or without `library:`; null is every ready segment with somebody in it. */
  readonly segmentIds: readonly string[] | null;
  /** What the screens would ask, told beforehand: `ReportAnswers`, from outside. What is left out is as proposed. */
  readonly answers?: unknown;
}
