import type { Cell, ComparedSegment, Comparison } from '../compare/comparison';
import type { Locale } from '../core/label';
import { isoDay } from '../core/time/calendar';
import type { MetricInfo } from '../metrics/metric-info';
import type { CsvCell } from './csv-writer';
import { type ColumnId, EXPORT_WORDS } from './export-words';
import { majorUnits } from './major-units';

/** One row of the export: a metric of a segment, or of everyone where there is no segment. */
export interface ComparisonRow {
  readonly comparison: Comparison;
  readonly segment: ComparedSegment | null;
  readonly metric: MetricInfo;
  readonly cell: Cell;
  readonly locale: Locale;
}

export interface ComparisonColumn {
  readonly id: ColumnId;
  /** What an import reads it as: a dimension (`text`, `day`) or a number. */
  readonly holds: 'text' | 'day' | 'number';
  readonly of: (row: ComparisonRow) => CsvCell;
}

type Value = Extract<Cell, { state: 'value' }>;

/** Segment id of the rows that tell of everyone. */
export const EVERYONE = 'everyone';

const text = (id: ColumnId, of: ComparisonColumn['of']): ComparisonColumn => ({ id, holds: 'text', of });
const day = (id: ColumnId, of: ComparisonColumn['of']): ComparisonColumn => ({ id, holds: 'day', of });
const number = (id: ColumnId, of: ComparisonColumn['of']): ComparisonColumn => ({ id, holds: 'number', of });

/** A number of the cell in its own units, major units where it is money. */
const measured = (id: ColumnId, of: (cell: Value) => number | null | undefined): ComparisonColumn =>
  number(id, (row) => {
    const value = row.cell.state === 'value' ? (of(row.cell) ?? null) : null;
    return row.metric.unit === 'money' ? money(value, row) : value;
  });
const counted = (id: ColumnId, of: (cell: Value) => number | null | undefined): ComparisonColumn =>
  number(id, ({ cell }) => (cell.state === 'value' ? (of(cell) ?? null) : null));
const ofSegment = (id: ColumnId, of: (segment: ComparedSegment) => number): ComparisonColumn =>
  number(id, ({ segment }) => segment && of(segment));

function money(minor: number | null, { comparison }: ComparisonRow): CsvCell {
  const digits = majorUnits(minor, comparison.currency);
  return digits === null ? null : { digits };
}

/** A part of a fraction is money where the metric is, or where both its parts are. */
const part = (id: 'numerator' | 'denominator'): ComparisonColumn =>
  number(id, (row) => {
    const value = row.cell.state === 'value' ? row.cell[id] : null;
    const isMoney = row.metric.partsAreMoney === true || (id === 'numerator' && row.metric.unit === 'money');
    return isMoney ? money(value, row) : value;
  });

/** Columns of `Segment Lens comparison format 1`, in their order; docs/export.md is their public description. */
export const COMPARISON_COLUMNS: readonly ComparisonColumn[] = [
  text('segment_id', ({ segment }) => segment?.id ?? EVERYONE),
  text('segment', ({ segment, locale }) => segment?.name[locale] ?? EXPORT_WORDS[locale].own.everyone),
  number(
    'segment_size',
    ({ segment, comparison }) => segment?.size ?? comparison.segments[0]?.population ?? null,
  ),
  ofSegment('segment_unknown', (s) => s.unknown),
  number('population', ({ comparison, segment }) => (segment ?? comparison.segments[0])?.population ?? null),
  text('base', ({ segment, locale }) =>
    segment === null ? null : (segment.base.name?.[locale] ?? EXPORT_WORDS[locale].own.everyoneElse),
  ),
  ofSegment('base_size', (s) => s.base.size),
  ofSegment('shared_with_base', (s) => s.base.sharedWithBase),
  text('metric_id', ({ metric }) => metric.id),
  text('metric', ({ metric, locale }) => metric.label[locale]),
  text('unit', ({ metric }) => metric.unit),
  text('direction', ({ metric }) => metric.direction),
  measured('value', (c) => c.value),
  number('n', ({ cell }) => cell.n),
  text('n_of', ({ cell }) => (cell.state === 'value' ? cell.nOf : null)),
  part('numerator'),
  part('denominator'),
  measured('value_low', (c) => c.interval?.lo),
  measured('value_high', (c) => c.interval?.hi),
  measured('exclusive_value', (c) => c.exclusive?.value),
  counted('exclusive_n', (c) => c.exclusive?.n),
  measured('same_time_value', (c) => c.sameTime?.value),
  counted('same_time_n', (c) => c.sameTime?.n),
  measured('base_value', (c) => c.base?.value),
  counted('base_n', (c) => c.base?.n),
  measured('difference', (c) => c.difference?.value),
  measured('difference_low', (c) => c.difference?.interval?.lo),
  measured('difference_high', (c) => c.difference?.interval?.hi),
  counted('p', (c) => c.p),
  counted('q', (c) => c.q),
  text('verdict_id', ({ cell }) => (cell.state === 'value' ? cell.verdict : null)),
  text('verdict', ({ cell, locale }) =>
    cell.state === 'value' ? EXPORT_WORDS[locale].compare.verdict[cell.verdict] : null,
  ),
  measured('smallest_detectable', (c) => c.smallestDetectable),
  text('method_id', ({ cell }) => (cell.state === 'value' ? cell.method : null)),
  text('method', ({ cell, locale }) =>
    cell.state === 'value' && cell.method !== null ? EXPORT_WORDS[locale].compare.method[cell.method] : null,
  ),
  counted('left_out', (c) => c.leftOut),
  text('reason_id', ({ cell }) => (cell.state === 'none' ? cell.reason : null)),
  text('reason', ({ cell, locale }) =>
    cell.state === 'none' ? EXPORT_WORDS[locale].compare.reason[cell.reason] : null,
  ),
  text('currency', ({ comparison, metric }) =>
    metric.unit === 'money' || metric.partsAreMoney ? comparison.currency : null,
  ),
  day('as_of', ({ comparison }) => isoDay(comparison.asOf)),
  day('period_from', ({ comparison }) => isoDay(comparison.period.from)),
  day('period_to', ({ comparison }) => isoDay(comparison.period.to)),
  text('descriptive', ({ comparison }) => (comparison.descriptive ? 'yes' : 'no')),
  text('definition', ({ metric, locale }) => metric.definition[locale]),
  text('numerator_is', ({ metric, locale }) => metric.numerator[locale]),
  text('denominator_is', ({ metric, locale }) => metric.denominator?.[locale] ?? null),
];
