import type { Rule } from '../../segments/rule/rule';
import type { Segment } from '../../segments/segment';

/** A rule over report dimensions is about rows, any other about people. */
export function grainOf(rule: Rule): Segment['grain'] {
  switch (rule.kind) {
    case 'dimension':
      return 'aggregate';
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.length > 0 && rule.rules.every((r) => grainOf(r) === 'aggregate')
        ? 'aggregate'
        : 'person';
    default:
      return 'person';
  }
}
