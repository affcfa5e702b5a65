import { describe, expect, it } from 'vitest';
import { mockComparison } from '../../../../tests/mock-comparison';
import { mockEngine } from '../../../../tests/mock-engine';
import type { Cell, Comparison, ComparisonRequest } from '../../../compare/comparison';
import { en } from '../../../i18n/en/compare';
import { pl } from '../../../i18n/pl/compare';
import { standouts } from './standouts';

const request: ComparisonRequest = {
  grain: 'person',
  segmentIds: ['library:rfm-champions', 'library:rfm-at-risk', 'library:one-time'],
  metricIds: [],
  asOf: null,
  measured: { kind: 'held' },
  baseSegmentId: null,
  currency: null,
  reportId: null,
};
const made = async (): Promise<Comparison> =>
  mockComparison(request, (await mockEngine().segments({ asOf: null, currency: null })).segments);
const plain = (sentences: readonly string[]) => sentences.join('\n').replace(/[\u00a0\u202f]/g, ' ');

const changed = (comparison: Comparison, change: (cell: Cell) => Cell): Comparison => ({
  ...comparison,
  cells: comparison.cells.map((of) => of.map(change)),
});

describe('sentences on what stands out', () => {
  it('name who brings more of the revenue than they are of the customers', async () => {
    const text = plain(standouts(await made(), null, 'en', en));
    expect(text).toContain('Champions: 8% of customers, 25% of revenue (n = 412 of 5,021).');
  });

  it('hold the best and the worst on the goal against the base, with the interval of the difference', async () => {
    const text = plain(standouts(await made(), 'revenue-per-customer', 'en', en));
    expect(text).toMatch(
      /Revenue per customer: Champions 1,349 zł, everyone else 400 zł \(difference, 95%: \+/,
    );
    expect(text).toMatch(/One-time buyers 89 zł/);
  });

  it('are Polish in Polish', async () => {
    const text = plain(standouts(await made(), null, 'pl', pl));
    expect(text).toContain('Czempioni: 8% klientów, 25% przychodu (n = 412 z 5 021).');
    expect(text).toContain('wszyscy pozostali 400 zł');
  });

  it('claim nothing that was not found', async () => {
    const nothing = changed(await made(), (cell) =>
      cell.state === 'value' ? { ...cell, verdict: 'no-difference' } : cell,
    );
    expect(plain(standouts(nothing, 'repeat-rate', 'en', en))).toContain(
      'On Repeat rate, no segment differs from everyone else by more than chance could explain.',
    );
    const few = changed(await made(), (cell) =>
      cell.state === 'value' ? { ...cell, verdict: 'not-enough' } : cell,
    );
    expect(plain(standouts(few, 'repeat-rate', 'en', en))).toContain('not enough data for any verdict');
  });

  it('say why a goal is not tested: a total, nobody to hold it against, or shown only', async () => {
    const untested = changed(await made(), (cell) =>
      cell.state === 'value' ? { ...cell, verdict: 'not-tested' } : cell,
    );
    const everyone = {
      ...untested,
      segments: untested.segments.map((s) => ({ ...s, size: s.population })),
    };
    const said = (of: Comparison, goal: string) => plain(standouts(of, goal, 'en', en));
    expect(said(untested, 'revenue')).toContain('is a total');
    expect(said(everyone, 'repeat-rate')).toContain('nobody is left to hold them against');
    expect(said(untested, 'repeat-rate')).toContain('Differences in Repeat rate are shown without a test.');
    expect(said(untested, 'repeat-rate')).not.toContain('total');
  });

  it('say nothing of empty cells', async () => {
    const empty = changed(await made(), () => ({ state: 'none', reason: 'empty-segment', n: 0 }));
    expect(standouts(empty, null, 'en', en)).toEqual([]);
  });
});
