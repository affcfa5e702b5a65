import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSchema } from '../../../tests/json-schema';
import { AppError } from '../../core/app-error';
import { ruleSentence } from '../sentence/rule-sentence';
import { parseRule } from './parse-rule';
import type { Measure, Rule, SequenceStep } from './rule';
import { RULE_VERSION, readRule, ruleDocument } from './rule-document';
import { RULE_SCHEMA } from './rule-schema';

const opened: SequenceStep = {
  of: 'events',
  where: [{ field: 'kind', test: { op: 'is-any-of', values: ['mail-open'] } }],
};
const steps: readonly SequenceStep[] = [
  opened,
  { of: 'orders', within: { n: 7, unit: 'days' } },
  { of: 'items', not: true, within: { n: 2, unit: 'hours' } },
];
const share: Measure = {
  of: 'orders',
  stat: 'share',
  where: [
    {
      kind: 'any',
      filters: [
        { field: 'channel', test: { op: 'contains', text: 'web' } },
        { kind: 'none', filters: [{ field: 'coupon', test: { op: 'is-empty' } }] },
      ],
    },
  ],
  among: [{ field: 'units', test: { op: 'between', from: 1, to: 3 } }],
};
const RULES: readonly Rule[] = [
  {
    kind: 'all',
    rules: [
      { kind: 'segment', id: 'own:1' },
      { kind: 'none', rules: [] },
    ],
  },
  { kind: 'attribute', field: 'createdAt', test: { op: 'before', at: 12 } },
  { kind: 'attribute', field: 'emailConsent', test: { op: 'is-yes' } },
  { kind: 'prediction', of: 'value', test: { op: 'top', share: 0.2 } },
  { kind: 'prediction', of: 'order', days: 30, test: { op: 'at-least', value: 0.5 } },
  { kind: 'prediction', of: 'still-buying', test: { op: 'between', from: 0.1, to: 0.5 } },
  {
    kind: 'behaviour',
    measure: { of: 'orders', stat: 'sum', field: 'revenue' },
    window: { kind: 'days-ago', from: 60, to: 30 },
    test: { op: 'at-least', value: 3.5 },
  },
  {
    kind: 'behaviour',
    measure: share,
    window: { kind: 'after-sequence', steps },
    test: { op: 'between', from: 0.1, to: 0.5 },
  },
  {
    kind: 'rank',
    measure: { of: 'events', stat: 'count' },
    window: { kind: 'last-days', days: 9 },
    side: 'top',
    share: 0.2,
  },
  {
    kind: 'quantile',
    measure: { of: 'items', stat: 'distinct', field: 'category' },
    window: { kind: 'between', from: 3, to: 9 },
    bands: 10,
    from: 2,
    to: 4,
  },
  { kind: 'sequence', steps, window: { kind: 'since-first-order', days: 30 } },
  { kind: 'rfm', groups: ['champions', 'new'] },
  { kind: 'rfm-scores', r: [4, 5], m: [1] },
  { kind: 'lifecycle', stages: ['dormant'], interval: 'month' },
  { kind: 'journey', stages: ['lapsed'] },
  { kind: 'list', people: [{ email: 'a@x.pl' }, { personId: '7', phone: '+48600100200' }] },
  { kind: 'as-of', at: 1_700_000_000_000, rule: { kind: 'rfm', groups: ['loyal'] } },
  { kind: 'dimension', dimension: 'source', test: { op: 'is-none-of', values: ['a', 'b'] } },
];

const junk = fc.constantFrom<unknown>(
  null,
  true,
  false,
  '',
  'x',
  'all',
  'share',
  'sum',
  'days',
  'hours',
  'events',
  'between',
  0,
  1,
  2,
  5,
  6,
  -1,
  0.5,
  101,
  2e6,
  [],
  [1],
  ['x'],
  {},
  { kind: 'lifetime' },
  { of: 'orders' },
  { op: 'is-yes' },
);
const KEYS = ['kind', 'not', 'within', 'where', 'among', 'field', 'from', 'to', 'value', 'r', 'email', 'and'];

type Box = Record<string, unknown> | unknown[];

/** Every object and list inside a value, itself first. */
function boxes(value: unknown): Box[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Box, ...Object.values(value).flatMap(boxes)];
}

/** A rule with something in it replaced, taken out or put in. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...RULES),
    fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('set', 'drop', 'add'), junk, fc.constantFrom(...KEYS)),
      { maxLength: 2 },
    ),
  )
  .map(([rule, changes]) => {
    const copy = { rule: structuredClone(rule) as unknown };
    for (const [where, which, what, value, name] of changes) {
      const all = boxes(copy);
      const box = all[where % all.length] as Box;
      const keys = Object.keys(box);
      const key = keys[which % Math.max(1, keys.length)];
      const into = box as Record<string, unknown>;
      const fresh = structuredClone(value);
      if (Array.isArray(box)) {
        if (what === 'add') box.push(fresh);
        else if (key !== undefined) box.splice(Number(key), 1, ...(what === 'set' ? [fresh] : []));
      } else if (what === 'add') into[name] = fresh;
      else if (key !== undefined && box !== copy) {
        if (what === 'set') into[key] = fresh;
        else delete into[key];
      }
    }
    return copy.rule;
  });

/** Whether `parseRule` takes it; null where it refuses what a schema can't say: how two numbers stand to each other. */
function parses(value: unknown): boolean | null {
  try {
    parseRule(value);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { where, expected } = (error as AppError).params;
    return expected === 'no less than the other end' ||
      (String(where).endsWith('to') && /^at most \d+$/.test(String(expected)))
      ? null
      : false;
  }
}

describe('the published schema of rules', () => {
  it('is the one in docs', () => {
    expect(
      JSON.parse(readFileSync(new URL('../../../docs/rule.schema.json', import.meta.url), 'utf8')),
    ).toEqual(RULE_SCHEMA);
  });

  it.each(RULES.map((rule) => [rule.kind, rule] as const))('takes a whole rule of kind %s', (_, rule) => {
    expect(parseRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    expect(fitsSchema(RULE_SCHEMA, ruleDocument(rule))).toBe(true);
    for (const said of Object.values(ruleSentence(rule)))
      expect(said).not.toMatch(/undefined|NaN|\[object| {2}/);
  });

  it('takes what parseRule takes, and refuses what it refuses', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(spoilt, (value) => {
        const taken = parses(value);
        if (taken === null) return;
        seen[taken ? 'taken' : 'refused']++;
        expect(fitsSchema(RULE_SCHEMA, { version: RULE_VERSION, rule: value })).toBe(taken);
      }),
      { numRuns: 5000 },
    );
    expect(seen.taken).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
  });
});

describe('a rule read from elsewhere', () => {
  const [rule] = RULES as readonly [Rule];
  const fault = (value: unknown) => {
    try {
      readRule(value);
      return null;
    } catch (error) {
      return (error as AppError).params['where'];
    }
  };

  it('is read from today’s document, an older one, and as it stood without a version', () => {
    expect(readRule(JSON.parse(JSON.stringify(ruleDocument(rule))))).toEqual(rule);
    expect(readRule({ version: 1, rule })).toEqual(rule);
    expect(readRule(rule)).toEqual(rule);
  });

  it('is refused from a later version, and where the document holds more', () => {
    expect(fault({ version: RULE_VERSION + 1, rule })).toBe('version');
    expect(fault({ version: '2', rule })).toBe('version');
    expect(fault({ version: 2, rule, by: 'x' })).toBe('by');
    expect(fault({ version: 2 })).toBe('');
  });
});
