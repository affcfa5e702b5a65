import { AppError } from '../../core/app-error';
import type { JoinDecision, JoinSettlement } from '../../core/join-decision';
import type { JoinMethods, MatchSourceView } from '../../protocol/api/joins';
import type { CallOptions, EngineClient, WorkspaceState } from '../../protocol/engine-api';
import { type EngineContext, work } from '../engine-context';
import { joinCases } from '../joins/join-cases';
import { decisionViews } from '../joins/join-decisions';
import { joinedPeople, joinedPerson } from '../joins/joined-people';
import { rebuild } from '../rebuild';
import { workspaceState } from '../workspace-state';

export function joinUseCases({
  store,
  held,
  joinIndex: index,
  now,
  newId,
}: EngineContext): EngineClient<JoinMethods> {
  const changeDecisions = async (
    change: (decisions: readonly JoinDecision[]) => readonly JoinDecision[],
    options: CallOptions | undefined,
  ): Promise<WorkspaceState> => {
    const { signal, ...progress } = work(options);
    const next = await store.write(signal, async (writer) => {
      const joinDecisions = change(writer.root.joinDecisions ?? []);
      const made = await rebuild(writer, { joinDecisions }, { signal, ...progress });
      held.remember(made);
      return made.root;
    });
    return workspaceState(store, next);
  };

  return {
    async matchReport() {
      const { matched, decisions, dataVersion, sources: indexed, joined } = await index();
      const { sources, ...report } = matched.report;
      return {
        ...report,
        dataVersion,
        decisions: decisions.length,
        sources: sources.map(({ series, ...counts }): MatchSourceView => {
          const own = indexed.filter((_, s) => joined.series[s] === series);
          const [first] = own;
          return {
            ...counts,
            tool: first?.tool ?? 'generic',
            table: first?.table ?? 'people',
            captures: own.map((source) => source.name),
          };
        }),
      };
    },
    joinCases: async (ask) => joinCases(await index(), ask),
    joinedPeople: async (ask) => joinedPeople(await index(), ask),
    joinedPerson: async ({ key }) => joinedPerson(await index(), key),
    joinDecisions: async (ask) => decisionViews(await index(), ask),

    async settleJoin({ settlement }, options) {
      if (!saysSomething(settlement)) throw new AppError('join/nothing-settled');
      const decision: JoinDecision = { ...settlement, id: newId(), at: now() };
      return changeDecisions((decisions) => [...decisions, decision], options);
    },
    async takeBackJoin({ decisionId }, options) {
      return changeDecisions((decisions) => {
        const left = decisions.filter(({ id }) => id !== decisionId);
        if (left.length === decisions.length) throw new AppError('join/not-found');
        return left;
      }, options);
    },
  };
}

const saysSomething = (settlement: JoinSettlement): boolean =>
  settlement.kind === 'shared' ||
  (settlement.groups.every((group) => group.length > 0) && settlement.groups.flat().length > 1);
