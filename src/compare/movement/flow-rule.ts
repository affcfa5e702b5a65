import type { Rule } from '../../segments/rule/rule';

/**
 * "Was in A on one day and in B on another" as a rule, groups being the first of `rules` that holds; null for states no
 * rule can say (unknown). Segments named inside are written out, so that it stays what it was.
 */
export function flowRule(
  rules: readonly Rule[],
  from: { readonly state: number; readonly at: number },
  to: { readonly state: number; readonly at: number },
  segment: (id: string) => Rule | null,
): Rule | null {
  const written = rules.map((rule) => writtenOut(rule, segment));
  const then = stateRule(written, from.state);
  const now = stateRule(written, to.state);
  if (then === null || now === null) return null;
  const before: Rule =
    from.state === written.length + 2
      ? { kind: 'none', rules: [{ kind: 'as-of', at: from.at, rule: EVERYONE }] }
      : { kind: 'as-of', at: from.at, rule: then };
  return { kind: 'all', rules: [before, { kind: 'as-of', at: to.at, rule: now }] };
}

const EVERYONE: Rule = { kind: 'all', rules: [] };

function stateRule(rules: readonly Rule[], state: number): Rule | null {
  const own = rules[state];
  if (own !== undefined) {
    const earlier = rules.slice(0, state).filter((rule) => !areApart(rule, own));
    return earlier.length === 0 ? own : { kind: 'all', rules: [own, { kind: 'none', rules: earlier }] };
  }
  if (state === rules.length) return { kind: 'none', rules };
  return state === rules.length + 2 ? EVERYONE : null;
}

/** Stages and groups of one kind, of which everybody has one. */
function areApart(a: Rule, b: Rule): boolean {
  if (a.kind === 'rfm' && b.kind === 'rfm') return disjoint(a.groups, b.groups);
  if (a.kind === 'journey' && b.kind === 'journey') return disjoint(a.stages, b.stages);
  if (a.kind === 'lifecycle' && b.kind === 'lifecycle')
    return a.interval === b.interval && disjoint(a.stages, b.stages);
  return false;
}

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return !a.some((one) => b.includes(one));
}

function writtenOut(rule: Rule, segment: (id: string) => Rule | null): Rule {
  switch (rule.kind) {
    case 'segment': {
      const found = segment(rule.id);
      return found === null ? rule : writtenOut(found, segment);
    }
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((part) => writtenOut(part, segment)) };
    case 'as-of':
      return { ...rule, rule: writtenOut(rule.rule, segment) };
    default:
      return rule;
  }
}
