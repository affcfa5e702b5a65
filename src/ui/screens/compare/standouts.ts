import type { Cell, Comparison } from '../../../compare/comparison';
import type { Locale } from '../../../core/label';
import type { en } from '../../../i18n/en/compare';
import { formatNumber, formatPercent } from '../../../i18n/format';
import type { Shape } from '../../../i18n/shape';
import { metricFormat } from '../../../metrics/metric-value';
import { goalMetric } from './goal';

type Words = Pick<Shape<typeof en>, 'standout'>;
type ValueCell = Extract<Cell, { state: 'value' }>;

/**
 * Two or three sentences on what stands out, every number in them taken from the result: who brings more of the revenue
 * than they are of the customers, and who is better or worse on the goal, as far as that holds up.
 */
export function standouts(
  comparison: Comparison,
  goalId: string | null,
  locale: Locale,
  words: Words,
  options: { readonly short?: boolean } = {},
): string[] {
  const sentences: string[] = [];
  const t = words.standout;
  const cellsOf = (metricId: string) => {
    const m = comparison.metrics.findIndex((metric) => metric.id === metricId);
    return comparison.segments.map((_, s) => value(comparison.cells[s]?.[m]));
  };

  const revenue = cellsOf('revenue-share');
  const share = cellsOf('share');
  const leader = best(revenue.map((cell, s) => (cell && share[s] ? cell.value - share[s].value : null)));
  const leading = leader === null ? undefined : comparison.segments[leader];
  const [of, brings] = leader === null ? [null, null] : [share[leader], revenue[leader]];
  // Only worth a sentence where the two shares, as written, are not the same.
  if (leading && of && brings && brings.value > of.value * 1.2)
    sentences.push(
      t.share(
        leading.name[locale],
        formatPercent(locale, of.value),
        formatPercent(locale, brings.value),
        formatNumber(locale, leading.size),
        formatNumber(locale, leading.population),
      ),
    );

  const goal = goalMetric(comparison, goalId);
  if (!goal) return sentences;
  const metric = goal.label[locale];
  const baseName = comparison.segments[0]?.base.name?.[locale] ?? null;
  const base = baseName ?? t.others;
  const cells = cellsOf(goal.id);
  const tested = cells.filter((cell) => cell && cell.verdict !== 'not-tested');
  const whyUntested = () => {
    if (goal.denominator === null) return t.untested(metric);
    const nobodyElse = baseName === null && comparison.segments.every((s) => s.size === s.population);
    return nobodyElse ? t.nobodyElse(metric) : t.noTest(metric);
  };
  if (tested.length === 0) {
    if (cells.some(Boolean)) sentences.push(whyUntested());
    return sentences;
  }
  const format = metricFormat(
    locale,
    goal,
    comparison.currency,
    cells.flatMap((cell) => (cell ? [cell.value, cell.base?.value ?? null] : [])),
  );
  const sentence = (s: number | null) => {
    const [segment, cell] = s === null ? [undefined, null] : [comparison.segments[s], cells[s]];
    if (!segment || !cell?.base || !cell.difference) return;
    const { value: difference, interval } = cell.difference;
    const taken = cell.exclusive?.value ?? cell.value;
    if (options.short) {
      sentences.push(
        t.moreShort(metric, segment.name[locale], format.full(taken), base, format.full(cell.base.value)),
      );
      return;
    }
    sentences.push(
      t.more(
        metric,
        segment.name[locale],
        format.full(taken),
        base,
        format.full(cell.base.value),
        interval
          ? t.range(format.difference(interval.lo), format.difference(interval.hi))
          : format.difference(difference),
      ),
    );
  };
  const strength = (s: number, verdicts: readonly string[]) => {
    const cell = cells[s];
    if (!cell?.difference || !verdicts.includes(cell.verdict)) return null;
    const { value: difference, interval } = cell.difference;
    // What surely holds: the end of the interval nearest to no difference.
    return interval ? Math.min(Math.abs(interval.lo), Math.abs(interval.hi)) : Math.abs(difference);
  };
  const places = comparison.segments.map((_, s) => s);
  const better = best(places.map((s) => strength(s, ['better', 'different'])));
  const worse = best(places.map((s) => strength(s, ['worse'])));
  sentence(better);
  sentence(worse);
  if (better === null && worse === null)
    sentences.push(
      tested.every((cell) => cell?.verdict === 'not-enough')
        ? t.notEnough(metric)
        : t.nothing(metric, baseName),
    );
  return sentences;
}

function value(cell: Cell | undefined): ValueCell | null {
  return cell?.state === 'value' ? cell : null;
}

/** Place of the largest; null where there is none. */
function best(values: readonly (number | null)[]): number | null {
  let at: number | null = null;
  values.forEach((v, i) => {
    if (v !== null && (at === null || v > (values[at] ?? Number.NEGATIVE_INFINITY))) at = i;
  });
  return at;
}
