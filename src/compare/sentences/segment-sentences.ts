import type { Locale } from '../../core/label';
import { en } from '../../i18n/en/sentences';
import { formatNumber, formatPercent } from '../../i18n/format';
import { pl } from '../../i18n/pl/sentences';
import type { Shape } from '../../i18n/shape';
import { formatOf } from '../cells/format-of';
import type { Cell, ComparedSegment, Comparison } from '../comparison';

export interface SegmentSentences {
  readonly segmentId: string;
  /** Three at most: how large, what differs, what does not or can't be said. */
  readonly sentences: readonly string[];
}

type ValueCell = Extract<Cell, { state: 'value' }>;
type Words = Shape<typeof en>;

const WORDS: Readonly<Record<Locale, Words>> = { en, pl };

/** After the goal, what a marketer asks first. */
const ASKED = [
  'revenue-per-customer',
  'orders-per-customer',
  'repeat-rate',
  'aov',
  'conversion',
  'churn-rate',
  'discount-share',
  'refund-rate',
  'session-key-event-rate',
  'engagement-rate',
  'revenue-per-session',
];

/**
 * What the comparison says of each segment, every number out of its cells and written as in the table. A difference is
 * only claimed where the corrected verdict claims it, and "no difference" only where the verdict says so.
 */
export function segmentSentences(
  comparison: Comparison,
  goalMetricId: string | null,
  locale: Locale,
): readonly SegmentSentences[] {
  return comparison.segments.map((segment, s) => ({
    segmentId: segment.id,
    sentences: ofSegment(comparison, s, segment, goalMetricId, locale),
  }));
}

function ofSegment(
  comparison: Comparison,
  s: number,
  segment: ComparedSegment,
  goalMetricId: string | null,
  locale: Locale,
): readonly string[] {
  const t = WORDS[locale];
  const name = segment.name[locale];
  if (comparison.request.grain === 'person' && segment.size === 0) return [t.empty(name)];
  const cellOf = (id: string): ValueCell | null => {
    const m = comparison.metrics.findIndex((metric) => metric.id === id);
    const cell = m < 0 ? undefined : comparison.cells[s]?.[m];
    return cell?.state === 'value' ? cell : null;
  };
  const isBase = segment.id === comparison.request.baseSegmentId;

  const asked = [...new Set([goalMetricId, ...ASKED, ...comparison.metrics.map((m) => m.id)])].flatMap(
    (id) => {
      const m = comparison.metrics.findIndex((metric) => metric.id === id);
      const metric = comparison.metrics[m];
      const cell = metric ? cellOf(metric.id) : null;
      return metric && cell && !isBase ? [{ metric, cell, format: formatOf(comparison, m, locale) }] : [];
    },
  );
  const base = segment.base.name?.[locale] ?? null;
  const baseWord = base === null ? t.others : t.quoted(base);
  const differing = asked.filter(({ cell }) => ['better', 'worse', 'different'].includes(cell.verdict));
  const alike = asked.filter(({ cell }) => cell.verdict === 'no-difference');
  const unsure = asked.filter(({ cell }) => cell.verdict === 'not-enough');

  const difference = ({ metric, cell, format }: (typeof asked)[number]): string | null => {
    if (!cell.base || !cell.difference) return null;
    const own = cell.exclusive ?? { value: cell.value, n: cell.n };
    const [v, b] = [format.full(own.value), format.full(cell.base.value)];
    const { interval } = cell.difference;
    const range = interval ? t.range(format.difference(interval.lo), format.difference(interval.hi)) : null;
    const n = formatNumber(locale, own.n);
    const label = metric.label[locale];
    const times = cell.base.value > 0 && own.value > 0 ? own.value / cell.base.value : null;
    if (times !== null && Object.hasOwn(t.more, metric.id)) {
      const id = metric.id as keyof Words['more'];
      const rounded = Number(times.toFixed(times < 10 ? 1 : 0));
      const percent = Number((1 - times).toFixed(2));
      if (rounded > 1)
        return (
          t.more[id](
            t.times(rounded, formatNumber(locale, rounded, Number.isInteger(rounded) ? 0 : 1)),
            t.as(base),
          ) + t.rests(label, t.against(v, b), range, n)
        );
      if (times < 1 && percent > 0)
        return (
          t.fewer[id](t.less(formatPercent(locale, percent)), t.than(base)) +
          t.rests(label, t.against(v, b), range, n)
        );
    }
    if (Object.hasOwn(t.rate, metric.id))
      return t.rate[metric.id as keyof Words['rate']](v, b, baseWord) + t.rests(null, null, range, n);
    return t.plain(label, v, b, baseWord) + t.rests(null, null, range, n);
  };

  const goalFirst = (of: typeof asked) =>
    [...of].sort((a, b) => Number(b.metric.id === goalMetricId) - Number(a.metric.id === goalMetricId));
  const said = goalFirst(differing)
    .map(difference)
    .filter((sentence) => sentence !== null);
  const same = goalFirst(alike).flatMap(({ metric, cell, format }) =>
    cell.base
      ? [
          t.same(
            metric.label[locale],
            format.full((cell.exclusive ?? cell).value),
            format.full(cell.base.value),
            baseWord,
            formatNumber(locale, (cell.exclusive ?? cell).n),
          ),
        ]
      : [],
  );
  const unknown = goalFirst(unsure).map(({ metric, cell }) =>
    t.notEnough(metric.label[locale], formatNumber(locale, (cell.exclusive ?? cell).n)),
  );
  const first = sizeSentence(comparison, segment, cellOf, locale, t);
  const rest = [...said.slice(0, 1), ...[...same, ...unknown].slice(0, 1)];
  // Where nothing is alike a second difference takes the place; where nothing differs, a second that does not.
  const more = said.length > 0 ? said.slice(1) : [...same, ...unknown].slice(1);
  return [...(first === null ? [] : [first]), ...rest, ...more].slice(0, 3);
}

function sizeSentence(
  comparison: Comparison,
  segment: ComparedSegment,
  cellOf: (id: string) => ValueCell | null,
  locale: Locale,
  t: Words,
): string | null {
  const name = segment.name[locale];
  if (comparison.request.grain === 'aggregate') {
    const metric = comparison.metrics.find(
      (m) => ['session-share', 'user-share', 'report-revenue-share'].includes(m.id) && cellOf(m.id) !== null,
    );
    const cell = metric ? cellOf(metric.id) : null;
    if (!metric?.denominator || !cell) return null;
    return t.rows(
      name,
      formatPercent(locale, cell.value, cell.value < 0.01 ? 1 : 0),
      metric.denominator[locale],
      formatNumber(locale, cell.n),
    );
  }
  const share = cellOf('share');
  if (!share) return null;
  const revenue = cellOf('revenue-share');
  const short = (v: number) => formatPercent(locale, v, Math.abs(v) > 0 && Math.abs(v) < 0.1 ? 1 : 0);
  const [size, population] = [formatNumber(locale, segment.size), formatNumber(locale, segment.population)];
  return revenue === null
    ? t.size(name, short(share.value), size, population)
    : t.sizeAndRevenue(name, short(share.value), short(revenue.value), size, population);
}
