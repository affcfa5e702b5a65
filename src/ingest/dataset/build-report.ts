import type { Column } from '../../core/column';
import type { ReportColumn, ReportTable } from '../../core/dataset';
import { CUSTOM_PREFIX, type TableKind } from '../../core/fields';
import type { Reading } from '../../core/reading';
import { amountsCurrency } from './amounts-currency';
import type { KeptColumn, KeptTable } from './capture-table';

/** A report or a spend table as dimensions and metrics, in its own row order. */
export function buildReport(kept: KeptTable): ReportTable {
  const { passport } = kept;
  const dimensions: ReportColumn[] = [];
  const metrics: ReportColumn[] = [];
  for (const column of kept.columns) {
    const made = reportColumn(kept, column);
    (isMetric(made) ? metrics : dimensions).push(made);
  }
  return {
    captureId: kept.id,
    title: passport.title ?? (passport.source.kind === 'file' ? passport.source.name : passport.source.title),
    size: kept.rows,
    dimensions,
    metrics,
  };
}

const isMetric = (column: ReportColumn): boolean => column.unit !== 'text' && column.unit !== 'time';

function reportColumn(kept: KeptTable, of: KeptColumn): ReportColumn {
  const { target, header, reading } = of.mapping;
  const custom = `${CUSTOM_PREFIX}${header}`;
  const id =
    target.kind === 'field'
      ? target.field
      : target.kind === 'dimension' || target.kind === 'metric'
        ? (target.id ?? custom)
        : custom;
  const unit = unitOf(kept.mapping.table, target, of.column, reading);
  if (unit !== 'money') return { id, header, column: of.column, unit, currency: null };
  const { column, currency, rowCurrency } = amountsCurrency(kept, of);
  return { id, header, column, unit, currency, ...(rowCurrency === null ? {} : { rowCurrency }) };
}

const COUNTS = new Set(['clicks', 'impressions', 'conversions']);

function unitOf(
  table: TableKind,
  target: KeptColumn['mapping']['target'],
  column: Column,
  reading: KeptColumn['mapping']['reading'],
): ReportColumn['unit'] {
  if (column.type === 'text' || column.type === 'flag') return 'text';
  if (column.type === 'time') return 'time';
  if (target.kind === 'metric') return target.unit;
  // Budgets, costs per click and reach do not add up from campaign to campaign.
  if (table === 'spend' && target.kind === 'custom') return isPercent(reading) ? 'rate' : 'ratio';
  if (column.type === 'money') return 'money';
  if (target.kind === 'field' && COUNTS.has(target.field)) return 'count';
  if (target.kind === 'dimension') return 'text';
  if (reading.kind === 'duration') return 'seconds';
  return isPercent(reading) ? 'rate' : 'ratio';
}

const isPercent = (reading: Reading): boolean => reading.kind === 'number' && reading.unit === 'percent';
