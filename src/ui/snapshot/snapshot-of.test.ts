import { describe, expect, it } from 'vitest';
import { mockComparison } from '../../../tests/mock-comparison';
import { mockEngine } from '../../../tests/mock-engine';
import type { Comparison } from '../../compare/comparison';
import { snapshotOf } from './snapshot-of';

const made = async (ids: readonly string[]): Promise<Comparison> =>
  mockComparison(
    {
      grain: 'person',
      segmentIds: ids,
      metricIds: [],
      asOf: null,
      measured: { kind: 'held' },
      baseSegmentId: null,
      currency: null,
      reportId: null,
    },
    (await mockEngine().segments({ asOf: null, currency: null })).segments,
  );

describe('the small form of a comparison', () => {
  it('speaks both languages, so that a switch needs no engine', async () => {
    const snapshot = snapshotOf(await made(['library:rfm-champions']), null);
    expect(snapshot?.said.en.picture.rows[0]?.name).toBe('Champions');
    expect(snapshot?.said.pl.picture.rows[0]?.name).toBe('Czempioni');
    expect(snapshot?.said.pl.asOf).toContain('stan na');
  });

  it('holds names of segments and aggregates, and nothing of where they came from', async () => {
    const text = JSON.stringify(snapshotOf(await made(['library:rfm-champions', 'library:one-time']), null));
    expect(text).not.toMatch(/orders_export|passport|captureId|@/);
  });

  it('stays small enough to be read before the first picture', async () => {
    const ids = (await mockEngine().segments({ asOf: null, currency: null })).segments
      .filter((v) => v.segment.grain === 'person')
      .slice(0, 8)
      .map((v) => v.segment.id);
    expect(JSON.stringify(snapshotOf(await made(ids), null)).length).toBeLessThan(12_000);
  });

  it('is none where there is nothing to draw', async () => {
    expect(snapshotOf(await made([]), null)).toBeNull();
  });
});
