import type { TotalsMethods } from '../../protocol/api/totals';
import type { EngineClient } from '../../protocol/engine-api';
import { type EngineContext, work } from '../engine-context';
import { passportWithFacts } from '../imports/capture-passport';
import { typeTable } from '../imports/import-tables';

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
