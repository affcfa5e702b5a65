import type { ComparisonRequest } from '../../../compare/comparison';
import { DAY_MS } from '../../../core/time/calendar';

/**
 * What is measured where nobody chose: outcomes after the segments were fixed, since segments and metrics of one time only
 * describe. Twice as much time has to be held before as is measured after; with less, everything held is described.
 */
export function suitedTime(
  coverage: { readonly from: number; readonly to: number } | null,
): ComparisonRequest['measured'] {
  const days = coverage === null ? 0 : (coverage.to - coverage.from) / DAY_MS;
  if (days >= 270) return { kind: 'after', days: 90 };
  if (days >= 90) return { kind: 'after', days: 30 };
  return { kind: 'held' };
}
