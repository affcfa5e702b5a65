import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture } from '../../../tests/proposals-of';
import { loadPlan } from './load-plan';

describe('loadPlan', () => {
  it('types every kept column and none that is left out', async () => {
    const { survey, tables } = await proposalsOfFixture('shopify/orders.csv');
    const plan = loadPlan(tables[0]!.mapping, survey.tables[0]!);
    const kept = tables[0]!.mapping.columns.filter((c) => c.target.kind !== 'left-out');
    expect(plan.columns.map((c) => c.source)).toEqual(kept.map((c) => c.source));
  });

  it('refuses an order without a time and one whose amount is no amount, and says so', async () => {
    const file = await proposalsOf(
      'orders.csv',
      `Order ID,Order date,Email,Total\n${Array.from({ length: 120 }, (_, i) => `A${i},2026-01-${String((i % 27) + 1).padStart(2, '0')},a${i % 9}@x.pl,${i}.50`).join('\n')}\nB1,,a@x.pl,5.00\nB2,2026-01-05,a@x.pl,five\nB3,2026-01-05,,6.00\nB4,2026-01-06,a@x.pl,\n`,
    );
    const { table } = await loaded(file);
    expect(table.rowsSeen).toBe(124);
    expect(table.refused.map((r) => [r.cells[0], r.problem.code, r.problem.column])).toEqual([
      ['B1', 'row/required-missing', 'Order date'],
      ['B2', 'row/required-unreadable', 'Total'],
    ]);
    expect(table.rowsKept).toBe(122);
  });

  it('refuses somebody without the one key the list has, and keeps them where it has several', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `p${i}@x.pl,60012345${i % 10},City${i}`).join('\n');
    const one = await loaded(
      await proposalsOf('a.csv', `E-mail,City\n${rows.replace(/,\d+,/g, ',')}\n,Nowhere\n`),
    );
    expect(one.table.refused.map((r) => r.problem.code)).toEqual(['row/required-missing']);
    const two = await loaded(await proposalsOf('b.csv', `E-mail,Phone,City\n${rows}\n,,Nowhere\n`));
    expect(two.table.refused).toEqual([]);
    expect(two.table.rowsKept).toBe(31);
  });

  it('asks nothing of a report', async () => {
    const { survey, tables } = await proposalsOfFixture('ga4/traffic-acquisition.csv');
    const plan = loadPlan(tables[0]!.mapping, survey.tables[0]!);
    expect(new Set(plan.columns.map((c) => c.need))).toEqual(new Set(['none']));
  });
});
