import { changeChoices, changeOfReport } from '../../compare/change/change-of-report';
import type { SegmentMembers } from '../../compare/compare-people';
import { differsMost } from '../../compare/finder/differs-most';
import type { Findings } from '../../compare/finder/findings';
import { reportDiffersMost } from '../../compare/finder/report-differs-most';
import { changeCsv } from '../../export/change-csv';
import { findingsCsv } from '../../export/findings-csv';
import type { DiscoverMethods } from '../../protocol/api/discover';
import type { EngineClient } from '../../protocol/engine-api';
import type { EngineContext } from '../engine-context';
import { inSteps } from '../in-steps';

export function discoverUseCases({ held, catalogAt, now }: EngineContext): EngineClient<DiscoverMethods> {
  let last: { readonly key: string; readonly findings: Findings } | null = null;
  return {
    async differsMost(request, options) {
      const currency = request.currency === '' ? null : request.currency;
      const { dataset, catalog, key: at } = await catalogAt(request.asOf, currency);
      const key = `${at}|${JSON.stringify(request)}`;
      if (last?.key === key) return last.findings;
      const report = request.grain === 'aggregate' ? request.reportId : null;
      const withMembers = (id: string): SegmentMembers => {
        const segment = catalog.segment(id);
        return { segment, members: catalog.members(segment, report) };
      };
      const find = request.grain === 'person' ? differsMost : reportDiffersMost;
      const steps = find(
        dataset,
        request,
        withMembers(request.segmentId),
        request.againstId === null ? null : withMembers(request.againstId),
        catalog.ruleOf,
        now(),
      );
      const findings = await inSteps(steps, now, options);
      last = { key, findings };
      return findings;
    },
    exportFindings: async ({ findings, format }) => findingsCsv(findings, format),

    async changeChoices() {
      return changeChoices((await held.current()).dataset);
    },
    async change(request) {
      const { dataset, catalog } = await catalogAt(null, null);
      const rowsOf = (id: string, report: string) => catalog.members(catalog.segment(id), report).in;
      return changeOfReport(dataset, request, rowsOf, now());
    },
    exportChange: async ({ change, format }) => changeCsv(change, format),
  };
}
