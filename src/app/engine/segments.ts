import type { Dataset } from '../../core/dataset';
import type { SegmentMethods } from '../../protocol/api/segments';
import type { EngineClient, FieldInfo, SegmentView } from '../../protocol/engine-api';
import { parseRule } from '../../segments/parse-rule';
import { populationAt } from '../../segments/population';
import type { Segment } from '../../segments/segment';
import { checkReferences } from '../../segments/segment-references';
import { describeFields } from '../describe-fields';
import { memberRows } from '../member-rows';
import { recently } from '../recently';
import { type Catalog, reportOfSegment } from '../segment-catalog';
import { type EngineContext, membersOfPeople } from './context';

const PREVIEWED = 10;

export function segmentUseCases(context: EngineContext): EngineClient<SegmentMethods> {
  const { held, own, catalogAt, segmentsChanged } = context;
  const fields = recently<readonly FieldInfo[]>(1);
  return {
    async segments({ asOf, currency }) {
      const { dataset, catalog } = await catalogAt(asOf, currency);
      const population = populationAt(dataset, catalog.asOf).count();
      return {
        asOf: catalog.asOf,
        population,
        segments: catalog.segments.map((segment) => segmentView(dataset, catalog, segment, population)),
        missing: catalog.missing,
      };
    },

    async previewRule({ rule: given, asOf, currency }) {
      const { dataset, catalog } = await catalogAt(asOf, currency);
      const rule = parseRule(given);
      checkReferences(null, rule, catalog.ruleOf);
      const members = catalog.evaluate(rule);
      const inside = members.in.count();
      const unknown = members.unknown.count();
      return {
        in: inside,
        unknown,
        out: populationAt(dataset, catalog.asOf).count() - inside - unknown,
        sentence: catalog.sentence(rule),
        sample: memberRows(dataset, members.in, catalog, 0, PREVIEWED),
      };
    },

    async saveSegment(draft) {
      const { catalog } = await catalogAt(null, null);
      const saved = await own.save(draft, catalog.ruleOf);
      await segmentsChanged();
      return saved;
    },
    async cloneSegment({ id, name }) {
      const { catalog } = await catalogAt(null, null);
      const saved = await own.clone(catalog.segment(id), name);
      await segmentsChanged();
      return saved;
    },
    async deleteSegment({ id }) {
      await own.remove(id);
      await segmentsChanged();
    },

    async members({ segmentId, asOf, offset, limit }) {
      const { dataset, catalog } = await catalogAt(asOf, null);
      const members = membersOfPeople(catalog, segmentId);
      return { total: members.count(), rows: memberRows(dataset, members, catalog, offset, limit) };
    },
    async fields() {
      const { dataset } = await held.current();
      return fields(String(dataset.version), () => describeFields(dataset));
    },
  };
}

function segmentView(dataset: Dataset, catalog: Catalog, segment: Segment, people: number): SegmentView {
  const members = catalog.members(segment);
  const report = reportOfSegment(segment.id);
  const rows = dataset.reports.find((r) => r.captureId === report)?.size;
  return {
    segment,
    sentence: catalog.sentence(segment.rule),
    size: members.in.count(),
    unknown: members.unknown.count(),
    population: rows ?? people,
  };
}
