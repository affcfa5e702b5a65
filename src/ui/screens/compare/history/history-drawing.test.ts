import { expect, it } from 'vitest';
import { metricOf } from '../../../../../tests/comparison-of';
import type { PerformanceRecord } from '../../../../core/performance-record';
import { en } from '../../../../i18n/en/history';
import { historyDrawing } from './history-drawing';

const record: PerformanceRecord = {
  format: 1,
  dataVersion: 1,
  takenAt: Date.UTC(2026, 10, 1),
  asOf: Date.UTC(2026, 9, 31),
  period: { from: Date.UTC(2026, 7, 3), to: Date.UTC(2026, 9, 31) },
  currency: 'PLN',
  population: 100,
  segments: [
    {
      id: 'own:1',
      name: { en: 'A', pl: 'A' },
      version: 1,
      size: 40,
      unknown: 0,
      figures: { aov: { value: 12_000, n: 35, lo: 11_000, hi: 13_000 } },
    },
  ],
};
const shown = [{ id: 'own:1', name: 'A', colour: 0 }];
const headers = (metric: Parameters<typeof historyDrawing>[2]) =>
  historyDrawing([record], shown, metric, 'en', en).table;

it('says how many customers there were once, with no interval of a count', () => {
  const { columns, rows } = headers(null);
  expect(columns.map(({ header }) => header)).toEqual([en.segment, en.asOf, en.size, en.version, en.taken]);
  expect(rows[0]?.cells.map(({ text }) => text).slice(2, 4)).toEqual(['40', en.versionOf(1)]);
});

it('puts a figure with its interval and n before the size', () => {
  const { columns, rows } = headers(metricOf('aov', { unit: 'money' }));
  expect(columns).toHaveLength(8);
  expect(rows[0]?.cells).toHaveLength(8);
  expect(rows[0]?.cells[5]?.text).toBe('40');
});
