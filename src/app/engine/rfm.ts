import { mainCurrency } from '../../core/main-currency';
import type { DialectId, RfmMethods } from '../../protocol/api/rfm';
import type { EngineClient } from '../../protocol/engine-api';
import { scopeOf } from '../../segments/engine/scope';
import { populationAt } from '../../segments/population';
import { rfm } from '../../segments/rfm';
import { compareRfm } from '../../segments/rfm-comparison';
import {
  dialectRule,
  ourGroup,
  ourTable,
  parseRfmTable,
  RFM_DIALECTS,
  type RfmDialect,
  type RfmTable,
  SCORES,
  tableDialect,
} from '../../segments/rfm-dialects';
import { keptSetting } from '../kept-setting';
import type { EngineContext } from './context';

export function rfmUseCases({ catalogAt, store }: EngineContext): EngineClient<RfmMethods> {
  const kept = keptSetting(store, 'rfm-table', parseRfmTable);
  return {
    async rfm({ asOf, currency, dialect: id, locale }) {
      const [{ dataset, catalog }, own] = await Promise.all([catalogAt(asOf, currency), kept.get()]);
      const table = own ?? ourTable(locale);
      const dialect = dialectOf(id, table);
      const scope = scopeOf(dataset, catalog.asOf, catalog.currency ?? mainCurrency(dataset));
      const scores = rfm(scope);
      const compared = compareRfm(scores, dialect, populationAt(dataset, catalog.asOf));
      const { recency, frequency, monetary } = scores;
      return {
        ...compared,
        asOf: catalog.asOf,
        held: scores.held,
        currency: scope.currency,
        cuts: { r: recency.bands, f: frequency.bands, m: monetary.bands },
        ours: SCORES.map((r) => SCORES.map((f) => ourGroup(r, f))),
        dialect: id,
        dialectName: dialect.name,
        folds: dialect.folds,
        groups: dialect.groups.map((group, at) => ({
          id: group.id,
          name: group.name,
          people: compared.cross.reduce((sum, row) => sum + (row[at] ?? 0), 0),
          rule: dialectRule(dialect, at),
        })),
        uncoveredRule: dialectRule(dialect, null),
        table,
        tableChanged: own !== null,
      };
    },

    saveRfmTable: async ({ table }) =>
      kept.set(table === null ? null : parseRfmTable(table)).then(() => undefined),
  };
}

function dialectOf(id: DialectId, table: RfmTable): RfmDialect {
  return RFM_DIALECTS.find((dialect) => dialect.id === id) ?? tableDialect(table);
}
