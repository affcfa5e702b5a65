import type { Rule } from './rule';

/** The rule with every segment it names called by another id. */
export function withReferences(rule: Rule, rename: (id: string) => string): Rule {
  switch (rule.kind) {
    case 'segment':
      return { ...rule, id: rename(rule.id) };
    case 'as-of':
      return { ...rule, rule: withReferences(rule.rule, rename) };
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((part) => withReferences(part, rename)) };
    default:
      return rule;
  }
}
