import { expect, it } from 'vitest';
import { mockComparison } from '../../../../tests/mock-comparison';
import { mockEngine } from '../../../../tests/mock-engine';
import { arrange } from './arrange';

const made = async () =>
  mockComparison(
    {
      grain: 'person',
      segmentIds: ['library:rfm-at-risk', 'library:one-time', 'library:rfm-champions'],
      metricIds: [],
      asOf: null,
      measured: { kind: 'held' },
      baseSegmentId: null,
      currency: null,
      reportId: null,
    },
    (await mockEngine().segments({ asOf: null, currency: null })).segments,
  );

it('moves each segment with its own cells', async () => {
  const before = await made();
  const after = arrange(before, { metricId: 'revenue-per-customer', down: true });
  expect(after.segments.map((s) => s.id)).toEqual([
    'library:rfm-champions',
    'library:rfm-at-risk',
    'library:one-time',
  ]);
  for (const [i, segment] of after.segments.entries())
    expect(after.cells[i]).toBe(before.cells[before.segments.findIndex((s) => s.id === segment.id)]);
});

it('puts those without a value last, either way', async () => {
  for (const down of [true, false])
    expect(arrange(await made(), { metricId: 'median-days-between-orders', down }).segments.at(-1)?.id).toBe(
      'library:one-time',
    );
});
