import { VERDICT_MARK } from '../../compare/cells/verdict-mark';
import type { Cell, Comparison, ReasonCode, Verdict } from '../../compare/comparison';
import type { Locale } from '../../core/label';
import { minorUnits } from '../../core/minor-units';
import { formatNumber, formatShare } from '../../i18n/format';
import { metricFormat } from '../../metrics/metric-value';
import { baseOf } from './base-of';
import { dotDomain } from './dot-domain';
import type { DotPicture, DotRow } from './dot-interval-picture';

export interface DotWords {
  readonly everyone: string;
  readonly size: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly reason: Readonly<Record<ReasonCode, string>>;
}

/** One metric of a comparison as a dot-interval plot, segments in `order`; null where the comparison lacks the metric. */
export function dotPictureOf(
  comparison: Comparison,
  metricId: string,
  locale: Locale,
  words: DotWords,
  options: { readonly order?: readonly number[]; readonly ticks: number },
): DotPicture | null {
  const m = comparison.metrics.findIndex((metric) => metric.id === metricId);
  const metric = comparison.metrics[m];
  if (!metric) return null;
  const order = options.order ?? comparison.segments.map((_, i) => i);
  const all = comparison.everyone[m];
  const cells = order.map((s) => comparison.cells[s]?.[m]);
  const format = metricFormat(locale, metric, comparison.currency, [...cells, all].map(valueIn));

  const pointOf = (cell: Cell | undefined) =>
    cell?.state === 'value'
      ? [{ value: cell.value, lo: cell.interval?.lo ?? cell.value, hi: cell.interval?.hi ?? cell.value }]
      : [];
  const points = cells.flatMap(pointOf);
  const againstOthers = comparison.request.baseSegmentId === null;
  const base = againstOthers ? baseOf(metric, all) : null;
  const domain = dotDomain(
    metric.denominator === null
      ? [...points, { value: 0, lo: 0, hi: 0 }]
      : [...points, ...(base === null ? [] : pointOf(all))],
    options.ticks,
    metric.unit === 'money' ? minorUnits(comparison.currency) : 1,
  );

  const population = comparison.segments[0]?.population ?? null;
  const shares = comparison.metrics.findIndex((info) => info.id === 'share');

  // Rows of a report are not what it counts.
  const person = comparison.request.grain === 'person';
  const rows = order.flatMap((s, i): DotRow[] => {
    const segment = comparison.segments[s];
    const cell = cells[i];
    if (!segment || !cell) return [];
    const share = comparison.cells[s]?.[shares];
    const size = person ? formatNumber(locale, segment.size) : '';
    const row = {
      name: segment.name[locale],
      colour: segment.colour,
      size: share?.state === 'value' ? `${size}${wideGap}${formatShare(locale, share.value)}` : size,
      base: againstOthers ? base : ownBase(cell, segment.id === comparison.request.baseSegmentId),
    };
    if (cell.state === 'none') {
      const why = words.reason[cell.reason];
      return [
        {
          ...row,
          value: null,
          interval: null,
          text: why,
          mark: '',
          title: `${row.name}: ${why}`,
          faint: false,
        },
      ];
    }
    const text = format.full(cell.value);
    const range = cell.interval
      ? ` (${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)})`
      : '';
    return [
      {
        ...row,
        value: cell.value,
        interval: cell.interval,
        text,
        mark: VERDICT_MARK[cell.verdict],
        title: `${row.name}: ${text}${range}, n ${formatNumber(locale, cell.n)}, ${words.verdict[cell.verdict]}`,
        faint: cell.verdict === 'not-enough',
      },
    ];
  });
  if (all?.state === 'value' && againstOthers) {
    const text = format.full(all.value);
    rows.push({
      name: words.everyone,
      colour: null,
      size: population === null || !person ? '' : formatNumber(locale, population),
      value: all.value,
      interval: null,
      base,
      text,
      mark: '',
      title: `${words.everyone}: ${text}`,
      faint: false,
    });
  }

  return {
    headings: { size: words.size, value: metric.label[locale] },
    rows,
    domain: domain ? { lo: domain.lo, hi: domain.hi } : { lo: 0, hi: 1 },
    ticks: domain && options.ticks > 0 ? domain.ticks.map((at) => ({ at, text: format.tick(at) })) : [],
  };
}

const wideGap = '\u2002';

/** The base's own row is crossed where it stands itself. */
function ownBase(cell: Cell, isBase: boolean): number | null {
  if (cell.state !== 'value') return null;
  return isBase ? cell.value : (cell.base?.value ?? null);
}

function valueIn(cell: Cell | undefined): number | null {
  return cell?.state === 'value' ? cell.value : null;
}
