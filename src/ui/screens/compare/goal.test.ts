import { describe, expect, it } from 'vitest';
import { MOCK_METRICS } from '../../../../tests/mock-comparison';
import type { Cell, Comparison } from '../../../compare/comparison';
import { METRICS } from '../../../metrics/registry';
import { AIMS, aimOfGoal, goalOfAim, METRICS_OF_AIM } from './aims';
import { arrange } from './arrange';
import { goalMetric, goalOrder, metricsFirst } from './goal';

const none: Cell = { state: 'none', reason: 'no-orders-held', n: 0 };
const value = (v: number) => ({ state: 'value', value: v, n: 1 }) as Cell;
const comparison = {
  metrics: MOCK_METRICS,
  segments: [
    { id: 'a', colour: 0 },
    { id: 'b', colour: 1 },
  ],
  cells: [MOCK_METRICS.map((_, m) => value(m)), MOCK_METRICS.map((_, m) => value(m + 100))],
  everyone: MOCK_METRICS.map(() => value(1)),
} as unknown as Comparison;

describe('goals', () => {
  it('name metrics that there are', () => {
    const ids = { person: METRICS.person.map((m) => m.id), aggregate: METRICS.aggregate.map((m) => m.id) };
    for (const aim of AIMS)
      for (const grain of ['person', 'aggregate'] as const)
        for (const id of METRICS_OF_AIM[aim][grain]) expect(ids[grain], `${aim}, ${grain}`).toContain(id);
  });

  it('are told from metrics by their name', () => {
    expect(aimOfGoal(goalOfAim('conversion'))).toBe('conversion');
    expect(aimOfGoal('conversion')).toBeNull();
  });

  it('lead the view by their first metric that has values', () => {
    expect(goalMetric(comparison, goalOfAim('conversion'))?.id).toBe('conversion');
    const m = MOCK_METRICS.findIndex(({ id }) => id === 'conversion');
    const without = (cells: readonly Cell[]) => cells.with(m, none);
    const lacking = {
      ...comparison,
      cells: comparison.cells.map(without),
      everyone: without(comparison.everyone),
    };
    expect(goalMetric(lacking, goalOfAim('conversion'))?.id).toBe('repeat-rate');
  });

  it('put their metrics first and the best segment before the others', () => {
    const goal = goalOfAim('revenue');
    const shown = arrange(comparison, goalOrder(comparison, goal), metricsFirst(comparison, goal));
    expect(shown.metrics[0]?.id).toBe('revenue-per-customer');
    expect(shown.segments.map(({ id }) => id)).toEqual(['b', 'a']);
    const before = comparison.metrics.findIndex(({ id }) => id === 'revenue-per-customer');
    expect(shown.cells[0]?.[0]).toBe(comparison.cells[1]?.[before]);
    expect(shown.metrics.map(({ id }) => id).sort()).toEqual(MOCK_METRICS.map(({ id }) => id).sort());
  });

  it('are told by what the data holds where none is named: an outcome of a list before orders that are not there', () => {
    const attribute = (id: string, unit = 'rate') =>
      ({
        ...MOCK_METRICS[0],
        id: `people:custom:${id}`,
        family: 'attributes',
        direction: 'neither',
        unit,
      }) as never;
    const own = [attribute('SeniorCitizen'), attribute('tenure', 'ratio'), attribute('Churn')];
    const all = [...MOCK_METRICS, ...own];
    const cells = [
      ...MOCK_METRICS.map((m) => (m.id === 'share' ? value(0.5) : none)),
      ...own.map(() => value(0.2)),
    ];
    const list = { metrics: all, cells: [cells], everyone: cells };
    expect(goalMetric(list, null)?.id).toBe('people:custom:Churn');
    expect(goalMetric(list, goalOfAim('revenue'))?.id).toBe('people:custom:Churn');
    // A date only some have: when a deal was won.
    const won = { ...list, metrics: all.with(-1, attribute('won_date')) };
    expect(goalMetric(won, null)?.id).toBe('people:custom:won_date');
    // With orders held, they lead.
    expect(goalMetric(comparison, null)?.id).toBe('revenue-per-customer');
  });

  it('leave all as it was chosen where none is named', () => {
    expect(goalOrder(comparison, null)).toBeNull();
    expect(arrange(comparison, null).metrics).toBe(comparison.metrics);
  });
});
