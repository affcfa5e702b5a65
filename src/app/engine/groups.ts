import { mainCurrency } from '../../core/main-currency';
import type { GroupMethods, GroupsView } from '../../protocol/api/groups';
import type { EngineClient } from '../../protocol/engine-api';
import { scopeOf } from '../../segments/engine/scope';
import { findGroups } from '../../segments/groups/find-groups';
import type { EngineContext } from '../engine-context';
import { inSteps } from '../in-steps';

/** Other numbers of groups of the same data are a key press away. */
const MOST_KEPT = 8;

export function groupUseCases({ catalogAt, now }: EngineContext): EngineClient<GroupMethods> {
  const found = new Map<string, GroupsView>();
  return {
    async findGroups({ asOf, currency, k }, options) {
      const { dataset, catalog, key } = await catalogAt(asOf, currency);
      const name = `${key}|${k}`;
      const before = found.get(name);
      if (before !== undefined) return before;
      const scope = scopeOf(dataset, catalog.asOf, catalog.currency ?? mainCurrency(dataset));
      const groups = await inSteps(findGroups(scope, k), now, options);
      const view: GroupsView = {
        ...groups,
        asOf: catalog.asOf,
        currency: scope.currency,
        sentences: groups.groups.map(({ rule }) => catalog.sentence(rule)),
      };
      const [oldest] = found.keys();
      if (found.size >= MOST_KEPT && oldest !== undefined) found.delete(oldest);
      found.set(name, view);
      return view;
    },
  };
}
