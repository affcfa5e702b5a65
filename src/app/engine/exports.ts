import { comparisonCsv } from '../../export/comparison-csv';
import { membersCsv } from '../../export/members-csv';
import { refusedCsv } from '../../export/refused-csv';
import type { ExportMethods } from '../../protocol/api/exports';
import type { EngineClient } from '../../protocol/engine-api';
import { membersOf } from '../member-rows';
import { refusedRows } from '../refused-rows';
import { type EngineContext, membersOfPeople } from './context';

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
    async exportRefused({ captureId, format }) {
      const { name, header, rows } = await refusedRows(store, captureId);
      return refusedCsv(header, rows, format, name);
    },
  };
}
