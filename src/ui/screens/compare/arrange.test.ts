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
  const before = arrange(await made(), null);
  const after = arrange(before, { metricId: 'revenue-per-customer', down: true });
  expect(after.segments.map((s) => s.id)).toEqual([
    'library:rfm-champions',
    'library:rfm-at-risk',
    'library:one-time',
  ]);
  for (const [i, segment] of after.segments.entries())
    expect(after.cells[i]).toBe(before.cells[before.segments.findIndex((s) => s.id === segment.id)]);
});

it('puts metrics that nobody has a value of behind the others, with their cells', async () => {
  const before = await made();
  const m = before.metrics.findIndex(({ id }) => id === 'revenue');
  const none = { state: 'none', reason: 'no-orders-held', n: 0 } as const;
  const given = {
    ...before,
    cells: before.cells.map((of) => of.with(m, none)),
    everyone: before.everyone.with(m, none),
  };
  const { metrics, cells, everyone } = arrange(given, null);
  expect(metrics.map(({ id }) => id).toSorted()).toEqual(before.metrics.map(({ id }) => id).toSorted());
  const told = metrics.map(
    (_, i) => everyone[i]?.state === 'value' || cells.some((of) => of[i]?.state === 'value'),
  );
  expect(told).toEqual(told.toSorted((a, b) => Number(b) - Number(a)));
  expect(metrics.findIndex(({ id }) => id === 'revenue')).toBeGreaterThan(told.indexOf(true));
  expect(cells.map((of) => of[metrics.findIndex(({ id }) => id === 'revenue')])).toEqual(
    cells.map(() => none),
  );
  // Whoever asks for it sees it first, and why there is nothing.
  expect(arrange(given, null, ['revenue']).metrics[0]?.id).toBe('revenue');
});

it('puts those without a value last, either way', async () => {
  for (const down of [true, false])
    expect(arrange(await made(), { metricId: 'median-days-between-orders', down }).segments.at(-1)?.id).toBe(
      'library:one-time',
    );
});
