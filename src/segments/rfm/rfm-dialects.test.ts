import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf, type OrderRow } from '../../../tests/dataset-of';
import { scopeOf } from '../engine/scope';
import { evaluateRule } from '../evaluate-rule';
import { populationAt } from '../population';
import { parseRule } from '../rule/parse-rule';
import { RFM_GROUPS } from '../rule/rule';
import { rfm } from './rfm';
import { compareRfm } from './rfm-comparison';
import {
  dialectGroup,
  dialectRule,
  ourGroup,
  ourTable,
  parseRfmTable,
  RFM_DIALECTS,
  type RfmDialect,
  SCORES,
  tableDialect,
} from './rfm-dialects';

const [klaviyo, braze] = RFM_DIALECTS;
const cells = SCORES.flatMap((r) => SCORES.flatMap((f) => SCORES.map((m) => [r, f, m] as const)));
const nameOf = (dialect: RfmDialect, r: number, f: number, m: number) => {
  const at = dialectGroup(dialect, r, f, m);
  return at === null ? null : (dialect.groups[at]?.id ?? null);
};

const asOf = Date.UTC(2024, 11, 31);
const order = fc.record({
  person: fc.integer({ min: 0, max: 30 }),
  month: fc.integer({ min: 1, max: 12 }),
  total: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(null)),
});
const shops = fc.array(order, { minLength: 30, maxLength: 150 }).map((rows) => {
  const orders: OrderRow[] = rows.map(({ person, month, total }) => ({
    person: `p${person}`,
    time: `2024-${String(month).padStart(2, '0')}-10`,
    total,
  }));
  return datasetOf({ orders });
});

describe('dialects of RFM', () => {
  it('of Klaviyo’s kind cover each of its 27 scores once', () => {
    const seen = new Map<string, number>();
    for (const { cells: boxes } of klaviyo.groups)
      for (const { r, f, m } of boxes)
        for (let i = r[0]; i <= r[1]; i++)
          for (let j = f[0]; j <= f[1]; j++)
            for (let k = m[0]; k <= m[1]; k++) seen.set(`${i}${j}${k}`, (seen.get(`${i}${j}${k}`) ?? 0) + 1);
    expect(seen.size).toBe(27);
    expect([...seen.values()].every((n) => n === 1)).toBe(true);
    expect([nameOf(klaviyo, 5, 5, 5), nameOf(klaviyo, 4, 3, 1), nameOf(klaviyo, 1, 1, 5)]).toEqual([
      'champions',
      'loyal',
      'inactive',
    ]);
  });

  it('of Braze’s kind take the first group that matches, and leave out who bought often, long ago and for little', () => {
    // 3–3–3 is in the first six; 0–3–0 in none.
    expect(nameOf(braze, 5, 5, 5)).toBe('champions');
    expect(nameOf(braze, 3, 3, 1)).toBe('need-attention');
    expect(nameOf(braze, 5, 1, 2)).toBe('promising');
    expect(nameOf(braze, 1, 4, 3)).toBe('cant-lose');
    expect(cells.filter(([r, f, m]) => nameOf(braze, r, f, m) === null)).toEqual([[1, 5, 1]]);
  });

  it('of one’s own are the names of a table of 25 cells, ours to begin with', () => {
    const own = tableDialect(ourTable('pl'));
    for (const [r, f, m] of cells) {
      const at = dialectGroup(own, r, f, m);
      expect(own.groups[at ?? -1]?.same).toBe(ourGroup(r, f));
    }
    const empty = tableDialect(SCORES.map(() => SCORES.map(() => '')));
    expect(empty.groups).toEqual([]);
    expect(dialectGroup(empty, 5, 5, 5)).toBeNull();
    expect(parseRfmTable([['a']])).toBeNull();
    expect(parseRfmTable(ourTable('en').map((row) => row.map((name) => ` ${name} `)))).toEqual(
      ourTable('en'),
    );
    expect(parseRfmTable(SCORES.map(() => [1, null, 'x'.repeat(99), 'ok', '']))?.[0]).toEqual([
      '',
      '',
      'x'.repeat(40),
      'ok',
      '',
    ]);
  });

  it('count everybody once, and save each group and each gap as the people counted', () => {
    const table = fc.array(
      fc.array(fc.constantFrom('', 'A', 'B', 'Champions'), { minLength: 5, maxLength: 5 }),
      {
        minLength: 5,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(shops, table, (dataset, own) => {
        const scope = scopeOf(dataset, asOf, 'USD');
        const scores = rfm(scope);
        fc.pre(scores.held);
        const everyone = populationAt(dataset, asOf);
        const context = { asOf, currency: 'USD', segment: () => null, reportId: null };
        for (const dialect of [klaviyo, braze, tableDialect(own)]) {
          const found = compareRfm(scores, dialect, everyone);
          const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
          expect(found.buyers).toBe(scores.buyers);
          expect(sum(found.cross.map(sum)) + sum(found.uncovered) + sum(found.untold)).toBe(scores.buyers);
          expect(sum(found.cells.map(sum))).toBe(scores.buyers);
          expect(sum(found.uncoveredCells.map((c) => c.people))).toBe(sum(found.uncovered));
          const groups = [...dialect.groups.map((_, at) => at), null];
          for (const at of groups) {
            const rule = dialectRule(dialect, at);
            const counted = RFM_GROUPS.map((_, ours) =>
              at === null ? (found.uncovered[ours] ?? 0) : (found.cross[ours]?.[at] ?? 0),
            );
            if (rule === null) {
              expect(sum(counted)).toBe(0);
              continue;
            }
            expect(evaluateRule(dataset, parseRule(rule), context).in.count()).toBe(sum(counted));
            RFM_GROUPS.forEach((group, ours) => {
              const both = { kind: 'all' as const, rules: [{ kind: 'rfm' as const, groups: [group] }, rule] };
              expect(evaluateRule(dataset, both, context).in.count()).toBe(counted[ours]);
            });
          }
          // Whoever keeps the name stands in a group of the same one.
          let kept = 0;
          dialect.groups.forEach((group, at) => {
            if (group.same !== null) kept += found.cross[RFM_GROUPS.indexOf(group.same)]?.[at] ?? 0;
          });
          expect(found.renamed).toBe(scores.buyers - kept - sum(found.untold));
        }
      }),
      { numRuns: 40 },
    );
  });
});
