import { columnLength, isNull, NULL_CODE } from '../core/column';
import type { Dataset, ReportColumn } from '../core/dataset';
import type { BuiltDataset } from '../ingest/dataset/build-dataset';
import type { KeptTable } from '../ingest/dataset/capture-table';
import type { DatasetSummary, ReportFacts } from '../store/root-record';

/** What the workspace says of the data without opening it. */
export function datasetSummary(
  { dataset, join }: BuiltDataset,
  captures: readonly KeptTable[],
): DatasetSummary {
  const { people, orders, events } = dataset;
  const byId = new Map(captures.map((c) => [c.id, c]));
  return {
    people: people.size,
    orders: orders.size,
    ordersUnattributed: orders.size - (orders.offsets[people.size] ?? 0),
    events: events.size,
    reports: dataset.reports.map(
      (report): ReportFacts => ({
        id: report.captureId,
        title: report.title,
        table: byId.get(report.captureId)?.mapping.table ?? 'reports',
        rows: report.size,
        dimensions: report.dimensions.map((d) => ({ id: d.id, header: d.header, values: distinctValues(d) })),
        metrics: report.metrics.map(({ id, header }) => ({ id, header })),
        dateRange: byId.get(report.captureId)?.passport.dateRange ?? null,
      }),
    ),
    coverage: dataset.coverage,
    currencies: currenciesOf(dataset),
    join,
  };
}

function distinctValues({ column }: ReportColumn): number {
  const values = column.type === 'text' ? column.codes : column.values;
  const seen = new Set<number>();
  for (let row = 0; row < columnLength(column); row++) if (!isNull(column, row)) seen.add(values[row]!);
  return seen.size;
}

function currenciesOf({ orders }: Dataset): DatasetSummary['currencies'] {
  const { codes, dictionary } = orders.currency;
  const counts = new Float64Array(dictionary.length + 1);
  for (let o = 0; o < codes.length; o++) {
    const code = codes[o]!;
    counts[code === NULL_CODE ? dictionary.length : code]!++;
  }
  return [...dictionary, '']
    .map((code, i) => ({ code, orders: counts[i] ?? 0 }))
    .filter(({ orders: n }) => n > 0)
    .sort((a, b) => b.orders - a.orders);
}
