import { mainCurrency } from '../../core/main-currency';
import type { DialectId, RfmMethods } from '../../protocol/api/rfm';
import type { EngineClient } from '../../protocol/engine-api';
import { scopeOf } from '../../segments/engine/scope';
import { populationAt } from '../../segments/population';
import { dialectView } from '../../segments/rfm/dialect-view';
import { rfm } from '../../segments/rfm/rfm';
import {
  ourTable,
  parseRfmTable,
  RFM_DIALECTS,
  type RfmDialect,
  type RfmTable,
  tableDialect,
} from '../../segments/rfm/rfm-dialects';
import type { EngineContext } from '../engine-context';
import { keptSetting } from '../kept/kept-setting';

export function rfmUseCases({ catalogAt, store }: EngineContext): EngineClient<RfmMethods> {
  const kept = keptSetting(store, 'rfm-table', parseRfmTable);
  return {
    async rfm({ asOf, currency, dialect: id, locale }) {
      const [{ dataset, catalog }, own] = await Promise.all([catalogAt(asOf, currency), kept.get()]);
      const table = own ?? ourTable(locale);
      const dialect = dialectOf(id, table);
      const scope = scopeOf(dataset, catalog.asOf, catalog.currency ?? mainCurrency(dataset));
      return {
        ...dialectView(rfm(scope), dialect, populationAt(dataset, catalog.asOf)),
        asOf: catalog.asOf,
        currency: scope.currency,
        dialect: id,
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
