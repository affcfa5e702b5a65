import { AppError } from '../../core/app-error';
import type { Rule } from './rule';

/** Ids of the segments a rule names itself, each once. */
export function segmentReferences(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'segment':
      return [rule.id];
    case 'as-of':
      return segmentReferences(rule.rule);
    case 'all':
    case 'any':
    case 'none':
      return [...new Set(rule.rules.flatMap(segmentReferences))];
    default:
      return [];
  }
}

/**
 * Refuses a rule whose segments, or theirs in turn, are missing or lead back to one another or to `id`, the segment the
 * rule is for (null for one not yet saved).
 *
 * @throws AppError `segment/not-found`, `segment/circular`
 */
export function checkReferences(id: string | null, rule: Rule, segment: (id: string) => Rule | null): void {
  const settled = new Set<string>();
  const visit = (from: Rule, path: readonly string[]): void => {
    for (const next of segmentReferences(from)) {
      if (path.includes(next))
        throw new AppError('segment/circular', { params: { path: [...path, next].join(' → ') } });
      if (settled.has(next)) continue;
      const found = segment(next);
      if (found === null) throw new AppError('segment/not-found', { params: { id: next } });
      visit(found, [...path, next]);
      settled.add(next);
    }
  };
  visit(rule, id === null ? [] : [id]);
}
