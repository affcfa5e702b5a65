import { minorUnits } from '../../core/minor-units';
import { comparisonCsv } from '../../export/comparison-csv';
import { membersCsv } from '../../export/members-csv';
import { refusedCsv } from '../../export/refused-csv';
import { tableFiles } from '../../export/table-files';
import type { ExportMethods } from '../../protocol/api/exports';
import type { EngineClient } from '../../protocol/engine-api';
import { segmentSql } from '../../segments/sql/segment-sql';
import { sqlTables } from '../../segments/sql/sql-tables';
import { type EngineContext, membersOfPeople } from '../engine-context';
import { refusedRows } from '../imports/refused-rows';
import { membersOf } from '../member-rows';

export function exportUseCases({ store, catalogAt }: EngineContext): EngineClient<ExportMethods> {
  return {
    exportComparison: async ({ comparison, format }) => comparisonCsv(comparison, format),
    async exportMembers({ segmentId, asOf, format }) {
      const { dataset, catalog } = await catalogAt(asOf, null);
      const members = membersOfPeople(catalog, segmentId);
      return membersCsv(
        {
          segment: catalog.segment(segmentId),
          asOf: catalog.asOf,
          currency: catalog.currency,
          people: dataset.people,
          members: membersOf(dataset, members, catalog),
        },
        format,
      );
    },
    async segmentSql({ segmentId, asOf, dialect }) {
      const { dataset, catalog } = await catalogAt(asOf, null);
      const said = segmentSql(catalog.segment(segmentId).rule, dialect, {
        tables: sqlTables(dataset),
        asOf: catalog.asOf,
        currency: catalog.currency,
        units: minorUnits(catalog.currency),
        segment: catalog.ruleOf,
      });
      return said.kind === 'sql'
        ? said
        : { kind: 'unsayable', clause: catalog.sentence(said.rule), why: said.why };
    },
    async exportTables() {
      const { dataset, catalog } = await catalogAt(null, null);
      return tableFiles(dataset, catalog.currency);
    },
    async exportRefused({ captureId, format }) {
      const { name, header, rows } = await refusedRows(store, captureId);
      return refusedCsv(header, rows, format, name);
    },
  };
}
