import type { Comparison } from '../../compare/comparison';
import type { Locale } from '../../core/label';
import { en } from '../../i18n/en/compare';
import { formatDay } from '../../i18n/format';
import { pl } from '../../i18n/pl/compare';
import { dotPictureOf } from '../charts/dot-picture-of';
import { goalMetric } from '../screens/compare/goal';
import { standouts } from '../screens/compare/standouts';
import { SNAPSHOT_FORMAT, type Snapshot, type SnapshotWords } from './snapshot';

/** Null where the comparison has nothing to draw. */
export function snapshotOf(comparison: Comparison, goalId: string | null): Snapshot | null {
  const goal = goalMetric(comparison, goalId);
  if (!goal || comparison.segments.length === 0) return null;
  const { measured } = comparison.request;
  const said = (locale: Locale): SnapshotWords | null => {
    const words = locale === 'pl' ? pl : en;
    const picture = dotPictureOf(
      comparison,
      goal.id,
      locale,
      {
        everyone: words.table.everyone,
        size: comparison.request.grain === 'person' ? words.plot.size : '',
        verdict: words.verdict,
        reason: words.reasonShort,
      },
      { ticks: 0 },
    );
    if (!picture) return null;
    return {
      asOf: `${words.controls.asOf.toLowerCase()} ${formatDay(locale, comparison.asOf)}`,
      label: comparison.descriptive
        ? words.notes.descriptiveShort
        : measured.kind === 'after'
          ? words.controls.after(measured.days)
          : '',
      picture,
      sentences: standouts(comparison, goal.id, locale, words, { short: true }).slice(0, 2),
    };
  };
  const [inEnglish, inPolish] = [said('en'), said('pl')];
  if (!inEnglish || !inPolish) return null;
  return {
    format: SNAPSHOT_FORMAT,
    dataVersion: comparison.dataVersion,
    computedAt: comparison.computedAt,
    said: { en: inEnglish, pl: inPolish },
  };
}
