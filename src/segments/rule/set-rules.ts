import type { Rule } from './rule';

/**
 * Rules over other segments. They answer by Kleene's logic as every rule does, so what is saved holds exactly the people
 * `overlap` and `firstMatch` count: whoever might be in a segment that is taken away is not in, but unknown.
 */
const segment = (id: string): Rule => ({ kind: 'segment', id });

/** In any of them. */
export const unionRule = (ids: readonly string[]): Rule => ({ kind: 'any', rules: ids.map(segment) });

/** In all of them. */
export const intersectionRule = (ids: readonly string[]): Rule => ({ kind: 'all', rules: ids.map(segment) });

/** In each of `inside`, and in none of `outside`; of no `inside`, whoever is in none of `outside`. */
export function partRule(inside: readonly string[], outside: readonly string[]): Rule {
  const none: Rule = { kind: 'none', rules: outside.map(segment) };
  if (inside.length === 0) return none;
  const rules = inside.map(segment);
  const [only] = rules;
  if (outside.length > 0) return { kind: 'all', rules: [...rules, none] };
  return rules.length === 1 && only !== undefined ? only : { kind: 'all', rules };
}

/** In the first of them and in none of the others. */
export function differenceRule([first, ...others]: readonly string[]): Rule {
  return partRule(first === undefined ? [] : [first], others);
}

/** Of each in turn, those in no earlier one. */
export function firstMatchRules(ids: readonly string[]): readonly Rule[] {
  return ids.map((id, i) => partRule([id], ids.slice(0, i)));
}
