import { amountShift } from '../../core/amount-shift';
import type { Column } from '../../core/column';
import { isAverageColumn } from '../../core/is-average-column';
import type { ColumnMapping } from '../../core/mapping';
import { minorUnits } from '../../core/minor-units';
import type { Reconciliation } from '../../core/passport';
import { amountsCurrency } from '../../ingest/dataset/amounts-currency';
import type { KeptTable } from '../../ingest/dataset/capture-table';
import { numberStyle, readDecorated } from '../../ingest/readings/read-number';

/** A totals row of the source: cells by source column. */
export type TotalsRow = ReadonlyMap<number, string>;

/**
 * Kept sums beside what the source says they come to, for columns whose rows add up. Of several totals rows, which
 * may overlap (Google Ads), the one that agrees counts, else the first that says anything of the column.
 * In the source's own units: money in pounds, not in pence.
 */
export function reconcile(kept: KeptTable, totals: readonly TotalsRow[]): readonly Reconciliation[] {
  if (totals.length === 0) return [];
  return kept.columns.flatMap((of): Reconciliation[] => {
    const { mapping, column } = of;
    if (!addsUp(mapping, column) || amountsCurrency(kept, of).rowCurrency !== null) return [];
    const sum = sumOf(column);
    if (sum === null) return [];
    const unit = column.type === 'money' ? minorUnits(currencyOf(mapping, kept.mapping.currency)) : 1;
    const inUnits = (value: number) => (unit === 1 ? value : Math.round(value) / unit);
    const found = totals.flatMap((row): Reconciliation[] => {
      const cell = row.get(mapping.source)?.trim() ?? '';
      const stated = cell === '' ? null : readTotal(cell, mapping, kept.mapping.currency);
      if (stated === null) return [];
      const slack = column.type === 'money' ? roundingSlack(kept.rows, stated) : 1e-6;
      const agrees = Math.abs(sum - stated) <= slack;
      return [{ column: mapping.header, kept: inUnits(sum), stated: inUnits(stated), agrees }];
    });
    return (found.some((r) => r.agrees) ? found.filter((r) => r.agrees) : found).slice(0, 1);
  });
}

const ADDING_FIELDS = new Set([
  'total',
  'lineTotal',
  'refunded',
  'discount',
  'shipping',
  'tax',
  'quantity',
  'profit',
  'cost',
  'clicks',
  'impressions',
  'conversions',
  'conversionValue',
  'value',
]);

/** Rates don't add up over rows, nor do people, who may stand in several. */
function addsUp({ target, header }: ColumnMapping, column: Column): boolean {
  if (column.type !== 'number' && column.type !== 'money') return false;
  if (target.kind === 'field') return ADDING_FIELDS.has(target.field);
  if (target.kind !== 'metric') return false;
  const people = target.id === null || /users?$/i.test(target.id);
  const adding = target.unit === 'count' || target.unit === 'money';
  return adding && !people && !isAverageColumn(target.id, header);
}

function sumOf(column: Column): number | null {
  if (column.type !== 'number' && column.type !== 'money') return null;
  let sum = 0;
  for (const v of column.values) if (!Number.isNaN(v)) sum += v;
  return sum;
}

/** Each row a source shows may be rounded by half a minor unit; many of them never all in one direction. */
function roundingSlack(rows: number, stated: number): number {
  return Math.min(0.5 * (rows + 1), 1 + 1e-4 * Math.abs(stated));
}

function currencyOf({ reading }: Pick<ColumnMapping, 'reading'>, currency: string | null): string | null {
  return reading.kind === 'money' ? (reading.currency ?? currency) : null;
}

const encoder = new TextEncoder();

function readTotal(cell: string, { reading }: ColumnMapping, currency: string | null): number | null {
  if (reading.kind !== 'money' && reading.kind !== 'number') return null;
  const bytes = encoder.encode(cell);
  const stated = currencyOf({ reading }, currency);
  const shiftOf = (own: string | null) =>
    reading.kind === 'money'
      ? amountShift({ ...reading, currency: own === null || own === '' ? stated : own })
      : 0;
  return readDecorated(bytes, 0, bytes.length, numberStyle(reading), shiftOf)?.value ?? null;
}
