import type { Comparison } from '../../compare/comparison';
import type { SegmentSentences } from '../../compare/sentences/segment-sentences';
import type { Locale } from '../../core/label';
import type { Markup } from '../../core/markup';

/** All that a report says: the numbers from one comparison, and what was drawn and suggested beside it. */
export interface ReportDocument {
  readonly locale: Locale;
  readonly comparison: Comparison;
  /** How many segments were compared, where `comparison` holds only some of them. */
  readonly comparedInAll: number;
  readonly sentences: readonly SegmentSentences[];
  readonly nextSteps: readonly SuggestedSteps[];
  readonly figures: readonly ReportFigure[];
  /** Rules the pictures need beside the tokens of `report-style`. */
  readonly pictureStyle: string;
  /** A segment's colour and shape. */
  readonly markOf: (colour: number) => Markup;
}

export interface SuggestedSteps {
  readonly segmentId: string;
  readonly steps: readonly { readonly label: string; readonly text: string }[];
  /** Rewritten by the person. */
  readonly edited: boolean;
}

export interface ReportFigure {
  readonly title: string;
  readonly subtitle: string | null;
  readonly notes: readonly string[];
  readonly picture: Markup;
  /** Names told apart in the picture by mark and colour; null is the line of everyone. */
  readonly legend: readonly { readonly name: string; readonly colour: number | null }[];
}

/** The comparison with some of its segments only; verdicts stay those of the whole table. */
export function onlySegments(comparison: Comparison, ids: readonly string[]): Comparison {
  const places = comparison.segments.flatMap((segment, s) => (ids.includes(segment.id) ? [s] : []));
  const at = <T>(list: readonly T[]) => places.flatMap((s) => (list[s] === undefined ? [] : [list[s]]));
  return { ...comparison, segments: at(comparison.segments), cells: at(comparison.cells) };
}
