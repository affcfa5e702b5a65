import type { MoneyRequest } from '../../compare/money/money';
import { moneyReturns, type ReturnsWithSums } from '../../compare/money/money-returns';
import { moveBudget } from '../../compare/money/move-budget';
import type { MoneyMethods } from '../../protocol/api/money';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { keptMoney } from '../kept/kept-money';
import { recently } from '../recently';
import { comparedSegments } from './compared-segments';

export function moneyUseCases(context: EngineContext): EngineClient<MoneyMethods> {
  const { held, now, segmentsChanged } = context;
  const kept = keptMoney(context);
  const answers = recently<ReturnsWithSums>(6);

  const returnsOf = async ({ comparison, by, matchOn }: MoneyRequest): Promise<ReturnsWithSums> => {
    const [{ dataset, segments, key }, { root }, entries, margin] = await Promise.all([
      comparedSegments(context, comparison),
      held.current(),
      kept.entries(),
      kept.margin(),
    ]);
    const request = { comparison, by, matchOn };
    const spendCaptures = new Set(root.captures.filter((c) => c.mapping.table === 'spend').map((c) => c.id));
    return answers(`${key}|${JSON.stringify([request, entries, margin])}`, () =>
      moneyReturns({ dataset, spendCaptures, entries, margin, segments, now: now() }, request),
    );
  };

  return {
    moneyReturns: async (request) => (await returnsOf(request)).returns,
    moveBudget: async (request) => moveBudget(await returnsOf(request), request),
    spendEntries: () => kept.entries(),
    async saveSpendEntry(draft) {
      const entry = await kept.save(draft);
      await segmentsChanged();
      return entry;
    },
    async dropSpendEntry({ id }) {
      await kept.drop(id);
      await segmentsChanged();
    },
    margin: () => kept.margin(),
    async saveMargin({ margin }) {
      const saved = await kept.saveMargin(margin);
      await segmentsChanged();
      return saved;
    },
  };
}
