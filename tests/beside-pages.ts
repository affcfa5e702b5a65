import { expect } from 'vitest';
import type { CaptureHead } from '../src/core/page-capture';
import type { BesideRead, BesideTable } from '../src/protocol/engine-api';
import type { MemoryEngine } from './memory-engine';

/** A table as a page shows it. */
export interface ShownTable {
  readonly tool?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals?: readonly string[];
  readonly stated?: number;
  readonly notes?: CaptureHead['notes'];
}

let reads = 0;
/** That table, read off a report of Google Analytics for October 2025. */
export const besideRead = ({
  tool = 'ga4',
  columns,
  rows,
  totals,
  stated,
  notes = [],
}: ShownTable): BesideRead => ({
  head: {
    captureId: `look-${++reads}`,
    pageTitle: 'Analytics | Traffic',
    url: 'https://analytics.example/report',
    table: {
      ref: '1',
      tool,
      title: 'Traffic',
      columns,
      rowsOnPage: rows.length,
      rowsStated: stated ?? null,
      dateRange: { from: '2025-10-01', to: '2025-10-31' },
      account: null,
      property: null,
      sample: rows.slice(0, 10),
      frame: 'top',
      more: null,
    },
    columns,
    columnsLeftOut: [],
    totals: totals ?? null,
    notes,
  },
  rows,
  readAt: Date.UTC(2025, 10, 1),
});

/** Source and medium, sessions, engaged ones, key events, revenue. */
export const CHANNELS = [
  ['google / cpc', 4210, 2526, 168, 12_345.5],
  ['google / organic', 9345, 6541, 187, 20_000],
  ['(direct) / (none)', 3000, 1200, 60, 4000],
  ['newsletter / email', 640, 512, 51, 3500.25],
  ['ceneo.pl / referral', 87, 40, 2, 99.99],
] as const;

/** As a Polish page writes numbers. */
export const polish = (n: number, digits = 0) =>
  n
    .toFixed(digits)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');

export const traffic = (
  channels: readonly (readonly [string, number, number, number, number])[] = CHANNELS,
): ShownTable => ({
  columns: [
    'Źródło / medium sesji',
    'Sesje',
    'Sesje z zaangażowaniem',
    'Kluczowe zdarzenia',
    'Łączne przychody',
  ],
  rows: channels.map(([name, sessions, engaged, key, revenue]) => [
    name,
    polish(sessions),
    polish(engaged),
    polish(key),
    `${polish(revenue, 2)} zł`,
  ]),
});

/** Shows it to the engine, as a report. */
export async function reportOf(memory: MemoryEngine, page: ShownTable): Promise<BesideTable> {
  const table = await memory.engine.besideTable(besideRead(page));
  expect(table.is).toBe('report');
  return table;
}
