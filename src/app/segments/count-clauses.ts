import type { ClauseCount } from '../../protocol/engine-api';
import type { Membership } from '../../segments/membership';
import type { Rule } from '../../segments/rule/rule';
import { stepAside } from './step-aside';

/** Longer than this without a pause, and the next key press would be felt. */
const HOLD_MS = 8;

/**
 * Everybody a rule and each clause and group of it holds for, the innermost first. Between any two it can be stopped: what
 * was found stays in the engine's memory, so nothing is worked out twice.
 */
export async function countClauses(
  rule: Rule,
  evaluate: (rule: Rule) => Membership,
  { signal, now }: { readonly signal: AbortSignal; readonly now: () => number },
): Promise<{ readonly members: Membership; readonly clauses: readonly ClauseCount[] }> {
  const clauses: ClauseCount[] = [];
  let rested = now();
  const visit = async (part: Rule, path: readonly number[]): Promise<Membership> => {
    if ('rules' in part) for (const [i, inner] of part.rules.entries()) await visit(inner, [...path, i]);
    if (now() - rested > HOLD_MS) {
      await stepAside(signal);
      rested = now();
    }
    const members = evaluate(part);
    clauses.push({ path, in: members.in.count(), unknown: members.unknown.count() });
    return members;
  };
  await stepAside(signal);
  return { members: await visit(rule, []), clauses };
}
