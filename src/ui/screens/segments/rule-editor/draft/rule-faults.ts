import { AppError } from '../../../../../core/app-error';
import { parseRule } from '../../../../../segments/rule/parse-rule';
import type { Rule } from '../../../../../segments/rule/rule';
import { isGroup, type Path } from './rule-tree';

/** What is still to be done about a condition, before the rule can run. */
export type FaultCode =
  | 'number'
  | 'whole'
  | 'order'
  | 'share'
  | 'values'
  | 'text'
  | 'day'
  | 'field'
  | 'segment'
  | 'stages'
  | 'cells'
  | 'people'
  | 'where'
  | 'too-much'
  | 'empty-group'
  | 'other';

export interface Fault {
  readonly path: Path;
  readonly code: FaultCode;
}

/**
 * While it is edited, a rule is a `Rule` with holes: NaN for a number not typed yet, an empty text or list for a value not
 * picked yet. Each condition that has one, with the first of its holes; none of a rule that runs.
 */
export function faultsOf(rule: Rule, path: Path = []): readonly Fault[] {
  if (rule.kind === 'as-of') {
    const day: readonly Fault[] = Number.isFinite(rule.at) ? [] : [{ path, code: 'day' }];
    return [...day, ...faultsOf(rule.rule, [...path, 0])];
  }
  if (isGroup(rule)) {
    if (rule.rules.length === 0) return [{ path, code: 'empty-group' }];
    return rule.rules.flatMap((child, i) => faultsOf(child, [...path, i]));
  }
  // A list of nobody runs, and is never meant.
  if (rule.kind === 'list' && rule.people.length === 0) return [{ path, code: 'people' }];
  try {
    parseRule(rule);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ path, code: codeOf(rule, String(error.params['where']), String(error.params['expected'])) }];
  }
}

function codeOf(rule: Rule, where: string, expected: string): FaultCode {
  const last =
    where
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? '';
  if (expected.startsWith('no less')) return 'order';
  if (/^at most \d+ (values|people|steps|levels|conditions)$/.test(expected)) return 'too-much';
  if (rule.kind === 'segment') return 'segment';
  if (rule.kind === 'rfm-scores' || rule.kind === 'any') return 'cells';
  switch (last) {
    case 'values':
      return 'values';
    case 'text':
      return 'text';
    case 'at':
      return 'day';
    case 'field':
    case 'dimension':
      return 'field';
    case 'groups':
    case 'stages':
      return 'stages';
    case 'share':
      return 'share';
    case 'where':
    case 'filters':
      return 'where';
    case 'from':
    case 'to':
      if (where.includes('window') && !expected.startsWith('a whole')) return 'day';
      return expected.startsWith('a whole') ? 'whole' : expected.startsWith('at most') ? 'order' : 'number';
    case 'days':
    case 'bands':
    case 'n':
      return 'whole';
    case 'value':
      return 'number';
    default:
      return 'other';
  }
}
