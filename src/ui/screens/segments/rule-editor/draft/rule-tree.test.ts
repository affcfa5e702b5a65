import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../segments/rule/rule';
import { cellRule, isCellRule, pickedCells } from './cell-rule';
import { edited, newHistory, redone, undone } from './edit-history';
import { faultsOf } from './rule-faults';
import {
  asGroup,
  duplicate,
  type GroupRule,
  indent,
  isGroup,
  type Moved,
  moveBy,
  moveTo,
  outdent,
  replaceAt,
  ruleAt,
  tidied,
} from './rule-tree';

const one = (id: string): Rule => ({ kind: 'segment', id });
const all = (...rules: Rule[]): GroupRule => ({ kind: 'all', rules });
const any = (...rules: Rule[]): GroupRule => ({ kind: 'any', rules });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(one) as [Rule, Rule, Rule, Rule];

const leaves = (rule: Rule): readonly string[] =>
  rule.kind === 'as-of'
    ? leaves(rule.rule)
    : 'rules' in rule
      ? rule.rules.flatMap(leaves)
      : [rule.kind === 'segment' ? rule.id : '?'];

describe('moving conditions', () => {
  it('goes up and down among neighbours, and out at the ends of a group', () => {
    const root = all(a, any(b, c), d);
    expect(moveBy(root, [0], 1)).toEqual({ root: all(any(b, c), a, d), at: [1] });
    expect(moveBy(root, [1, 0], -1)).toEqual({ root: all(a, b, any(c), d), at: [1] });
    expect(moveBy(root, [1, 1], 1)).toEqual({ root: all(a, any(b), c, d), at: [2] });
    expect(moveBy(root, [0], -1)).toBeNull();
    expect(moveBy(root, [2], 1)).toBeNull();
  });

  it('groups with the one before, and ungroups', () => {
    expect(indent(all(a, b, c), [1])).toEqual({ root: all(any(a, b), c), at: [0, 1] });
    expect(indent(all(any(a), b), [1])).toEqual({ root: all(any(a, b)), at: [0, 1] });
    expect(indent(all(a), [0])).toEqual({ root: all(any(a)), at: [0, 0] });
    expect(outdent(all(any(a, b), c), [0, 1])).toEqual({ root: all(any(a), b, c), at: [1] });
    expect(outdent(all(any(a), c), [0, 0])).toEqual({ root: all(a, c), at: [0] });
    expect(outdent(all(any(a, b), c), [0])).toEqual({ root: all(a, b, c), at: [0] });
    expect(outdent(all(a), [0])).toBeNull();
  });

  it('is carried anywhere but into itself', () => {
    const root = all(a, any(b, c), d);
    expect(moveTo(root, [0], [1], 2)).toEqual({ root: all(any(b, c, a), d), at: [0, 2] });
    expect(moveTo(root, [2], [], 0)).toEqual({ root: all(d, a, any(b, c)), at: [0] });
    expect(moveTo(root, [0], [], 3)).toEqual({ root: all(any(b, c), d, a), at: [2] });
    expect(moveTo(root, [1, 0], [1], 2)).toEqual({ root: all(a, any(c, b), d), at: [1, 1] });
    expect(moveTo(root, [1], [1], 0)).toBeNull();
  });

  it('loses and doubles nothing, whatever is moved where', () => {
    const tree: fc.Arbitrary<GroupRule> = fc
      .letrec<{ rule: Rule }>((tie) => ({
        rule: fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.nat(99).map((n) => one(String(n))),
          fc
            .array(tie('rule'), { minLength: 1, maxLength: 4 })
            .map((rules): Rule => ({ kind: 'any', rules })),
          tie('rule').map((rule): Rule => ({ kind: 'as-of', at: 0, rule })),
        ),
      }))
      .rule.map(asGroup);
    const paths = (rule: Rule, path: readonly number[] = []): (readonly number[])[] => [
      path,
      ...(rule.kind === 'as-of'
        ? paths(rule.rule, [...path, 0])
        : isGroup(rule)
          ? rule.rules.flatMap((inner, i) => paths(inner, [...path, i]))
          : []),
    ];
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), fc.nat(4), (root, x, y, index) => {
        const places = paths(root);
        const path = places[x % places.length] as readonly number[];
        const into = places[y % places.length] as readonly number[];
        const group = ruleAt(root, into);
        const moves: (Moved | null)[] = [
          moveBy(root, path, 1),
          moveBy(root, path, -1),
          indent(root, path),
          outdent(root, path),
          group !== null && isGroup(group)
            ? moveTo(root, path, into, Math.min(index, group.rules.length))
            : null,
        ];
        for (const moved of moves) {
          if (moved === null) continue;
          expect([...leaves(moved.root)].sort()).toEqual([...leaves(root)].sort());
        }
        const carried = moves.at(-1);
        if (carried) expect(ruleAt(carried.root, carried.at)).toEqual(ruleAt(root, path));
        const twice = duplicate(root, path);
        const copied = ruleAt(root, path);
        if (twice && copied)
          expect(leaves(twice.root)).toHaveLength(leaves(root).length + leaves(copied).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a group inside an earlier day, and tidies it away', () => {
    const root = asGroup({ kind: 'as-of', at: 5, rule: a });
    expect(ruleAt(root, [0, 0, 0])).toEqual(a);
    expect(tidied(root)).toEqual({ kind: 'as-of', at: 5, rule: a });
    expect(tidied(replaceAt(root, [0, 0, 0], b))).toEqual({ kind: 'as-of', at: 5, rule: b });
  });
});

describe('RFM cells', () => {
  it('are said as shortly as they can be, and come back the same', () => {
    const grid = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
      minLength: 5,
      maxLength: 5,
    });
    const money = fc
      .uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 })
      .map((m) => m.sort((x, y) => x - y));
    fc.assert(
      fc.property(grid, money, (cells, m) => {
        const rule = cellRule({ cells, money: m });
        expect(isCellRule(rule)).toBe(true);
        if (!cells.flat().includes(true))
          return expect(faultsOf(rule)).toEqual([{ path: [], code: 'cells' }]);
        expect(faultsOf(rule)).toEqual([]);
        expect(pickedCells(rule)).toEqual({ cells, money: m });
      }),
    );
    const row = [true, true, false, false, false];
    const none = [false, false, false, false, false];
    expect(cellRule({ cells: [row, none, row, none, none], money: [1, 2, 3, 4, 5] })).toEqual({
      kind: 'rfm-scores',
      r: [1, 3],
      f: [1, 2],
    });
  });
});

describe('undoing', () => {
  it('goes back and forth step by step, typing in one place being one step', () => {
    let h = newHistory('');
    for (const [i, text] of ['1', '12', '120'].entries()) h = edited(h, text, i * 100, 'value 0');
    h = edited(h, 'moved', 350);
    h = edited(h, 'typed', 400, 'value 1');
    h = undone(h);
    expect(h.present).toBe('moved');
    h = undone(h);
    expect(h.present).toBe('120');
    h = undone(h);
    expect(h.present).toBe('');
    expect(undone(h)).toBe(h);
    h = redone(redone(h));
    expect(h.present).toBe('moved');
    expect(edited(h, 'other', 999).future).toEqual([]);
  });
});

describe('what is still missing', () => {
  const code = (rule: Rule) => faultsOf(rule).map((f) => f.code);
  const count = { of: 'orders', stat: 'count' } as const;
  const lifetime = { kind: 'lifetime' } as const;
  it('is named for each condition, at its place', () => {
    const hole: Rule = {
      kind: 'behaviour',
      measure: count,
      window: lifetime,
      test: { op: 'at-least', value: Number.NaN },
    };
    expect(faultsOf(all(a, any(hole, { kind: 'all', rules: [] })))).toEqual([
      { path: [1, 0], code: 'number' },
      { path: [1, 1], code: 'empty-group' },
    ]);
    const { test: _, ...measured } = hole;
    const one = { op: 'equals', value: 1 } as const;
    expect(code({ ...measured, test: { op: 'between', from: 3, to: 2 } })).toEqual(['order']);
    expect(code({ ...measured, test: one, window: { kind: 'last-days', days: 1.5 } })).toEqual(['whole']);
    expect(
      code({ ...measured, test: one, window: { kind: 'between', from: Number.NaN, to: Number.NaN } }),
    ).toEqual(['day']);
    expect(code({ kind: 'attribute', field: 'x', test: { op: 'is-any-of', values: [] } })).toEqual([
      'values',
    ]);
    expect(code({ kind: 'attribute', field: 'x', test: { op: 'contains', text: '' } })).toEqual(['text']);
    expect(code({ kind: 'segment', id: '' })).toEqual(['segment']);
    expect(code({ kind: 'as-of', at: Number.NaN, rule: all(a) })).toEqual(['day']);
    expect(code({ kind: 'rank', measure: count, window: lifetime, side: 'top', share: 2 })).toEqual([
      'share',
    ]);
  });
});
