import type { FieldInfo } from '../../../../../protocol/engine-api';
import type { Measure, MeasureStat, Rule, Window } from '../../../../../segments/rule/rule';
import { isCellRule } from './cell-rule';
import { withStat } from './measures';
import { newTest } from './value-tests';

const LIFETIME: Window = { kind: 'lifetime' };

/** What a condition is about, as one choice: `attribute:age`, `orders:count`, `rank`. */
export type Subject = string;

export function subjectOf(rule: Rule): Subject {
  if (isCellRule(rule)) return 'rfm-scores';
  switch (rule.kind) {
    case 'attribute':
      return `attribute:${rule.field}`;
    case 'behaviour':
      return `${rule.measure.of}:${rule.measure.stat}`;
    case 'dimension':
      return `dimension:${rule.dimension}`;
    case 'prediction':
      return `foretold-${rule.of}`;
    default:
      return rule.kind;
  }
}

/** A condition on another subject, with as much of the one before as still fits. */
export function withSubject(before: Rule | null, subject: Subject, fields: readonly FieldInfo[]): Rule {
  const [kind = '', ...rest] = subject.split(':');
  const what = rest.join(':');
  switch (kind) {
    case 'attribute': {
      const type = fields.find((f) => f.table === 'people' && f.id === what)?.type ?? 'number';
      return { kind, field: what, test: newTest(type) };
    }
    case 'dimension':
      return { kind, dimension: what, test: before?.kind === 'dimension' ? before.test : newTest('text') };
    case 'orders':
    case 'items':
    case 'events': {
      const measured =
        before !== null && 'measure' in before ? before.measure : { of: kind, stat: 'count' as const };
      const same = before?.kind === 'behaviour' ? before : null;
      return {
        kind: 'behaviour',
        measure: withStat(measured, kind, what as MeasureStat, fields),
        window: before !== null && 'window' in before ? before.window : LIFETIME,
        test: same?.test ?? { op: 'at-least', value: Number.NaN },
      };
    }
    case 'rank':
    case 'quantile': {
      const held = before !== null && 'measure' in before ? before : null;
      const measure: Measure = held?.measure ?? { of: 'orders', stat: 'sum', field: 'revenue' };
      const window = held?.window ?? LIFETIME;
      return kind === 'rank'
        ? { kind, side: 'top', share: 0.1, measure, window }
        : { kind, bands: 5, from: 5, to: 5, measure, window };
    }
    case 'foretold-value':
      return { kind: 'prediction', of: 'value', test: { op: 'top', share: 0.2 } };
    case 'foretold-order':
      return { kind: 'prediction', of: 'order', days: 30, test: { op: 'at-least', value: 0.5 } };
    case 'foretold-still-buying':
      return { kind: 'prediction', of: 'still-buying', test: { op: 'less-than', value: 0.5 } };
    case 'sequence':
      return {
        kind,
        steps: [{ of: 'orders' }, { of: 'orders', within: { n: 30, unit: 'days' } }],
        window: before !== null && 'window' in before ? before.window : LIFETIME,
      };
    case 'rfm':
      return { kind, groups: [] };
    case 'rfm-scores':
      return { kind, r: [] };
    case 'lifecycle':
      return { kind, stages: [], interval: 'quarter' };
    case 'journey':
      return { kind, stages: [] };
    case 'list':
      return { kind, people: [] };
    case 'as-of':
      return { kind, at: Number.NaN, rule: { kind: 'all', rules: before === null ? [] : [before] } };
    default:
      return { kind: 'segment', id: '' };
  }
}
