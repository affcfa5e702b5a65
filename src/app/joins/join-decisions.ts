import type { JoinDecisionView } from '../../protocol/api/joins';
import type { JoinIndex } from './join-index';

/** What was settled by hand, the latest first. */
export function decisionViews(
  { joined, decisions }: JoinIndex,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly decisions: readonly JoinDecisionView[] } {
  const held = heldNodes(joined.nodes.ofCode);
  const latest = [...decisions].reverse();
  return {
    total: latest.length,
    decisions: latest.slice(offset, offset + limit).map((decision): JoinDecisionView => {
      const keys = decision.kind === 'shared' ? [] : decision.groups.flat();
      return {
        ...decision,
        overruled: joined.overruled.has(decision.id),
        waiting: keys.length > 0 && keys.filter((key) => held.has(joined.nodes.nodeOf(key))).length < 2,
      };
    }),
  };
}

function heldNodes(ofCode: JoinIndex['joined']['nodes']['ofCode']): ReadonlySet<number> {
  const held = new Set<number>();
  for (const perSource of ofCode)
    for (const nodes of perSource) for (const node of nodes ?? []) held.add(node);
  return held;
}
