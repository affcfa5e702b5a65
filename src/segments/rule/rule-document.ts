import { AppError } from '../../core/app-error';
import { parseRule } from './parse-rule';
import type { Rule } from './rule';

/** Of the rule language; one more whenever a stored rule could mean or be something else than before. */
export const RULE_VERSION = 4;

/** A rule on its own, as it is written to a file; docs/rule.schema.json says what it may hold. */
export interface RuleDocument {
  readonly version: typeof RULE_VERSION;
  readonly rule: Rule;
}

/**
 * `MIGRATIONS[v]` turns a rule of version v into one of v + 1.
 * 2 only added to 1: sequences, quantile bands, RFM scores, lists, windows days ago and around a sequence, and filters
 * within filters; 3 only adds rules as of an earlier moment, and 4 predictions.
 */
const MIGRATIONS: Readonly<Record<number, (rule: unknown) => unknown>> = {
  1: (rule) => rule,
  2: (rule) => rule,
  3: (rule) => rule,
};

export function ruleDocument(rule: Rule): RuleDocument {
  return { version: RULE_VERSION, rule };
}

/**
 * The rule of a document of any version so far, or of a bare rule as version 1 kept them, in today's language.
 *
 * @throws AppError `segment/invalid-rule`, as `parseRule`; `where` is `version` for one later than ours
 */
export function readRule(value: unknown): Rule {
  if (typeof value !== 'object' || value === null || !('version' in value)) return migrated(value, 1);
  const { version, rule, ...more } = value as Readonly<Record<string, unknown>>;
  const [extra] = Object.keys(more);
  if (extra !== undefined) refuse(extra, 'nothing by this name');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > RULE_VERSION)
    refuse('version', `a whole number from 1 to ${RULE_VERSION}`);
  return migrated(rule, version as number);
}

function migrated(rule: unknown, version: number): Rule {
  let now = rule;
  for (let v = version; v < RULE_VERSION; v++) now = MIGRATIONS[v]?.(now);
  return parseRule(now);
}

function refuse(where: string, expected: string): never {
  throw new AppError('segment/invalid-rule', { params: { where, expected } });
}
