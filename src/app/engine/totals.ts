import type { TotalsMethods } from '../../protocol/api/totals';
import type { EngineClient } from '../../protocol/engine-api';
import { passportWithFacts } from '../capture-passport';
import { typeTable } from '../import-tables';
import { type EngineContext, work } from './context';

export function totalsUseCases({ sources, now, newId }: EngineContext): EngineClient<TotalsMethods> {
  return {
    async previewTotals({ surveyId, tableIndex, mapping }, options) {
      const from = sources.open(surveyId);
      const { table, kept } = await typeTable({ now, newId }, from, tableIndex, mapping, work(options));
      const { reconciliation, notes } = passportWithFacts(kept, undefined, from, table);
      return { reconciliation, notes };
    },
  };
}
