import { comparePeople, type SegmentMembers } from '../compare/compare-people';
import { compareReport } from '../compare/compare-report';
import type { Comparison, ComparisonRequest } from '../compare/comparison';
import { measuredSpan } from '../compare/measured-span';
import { retentionOf } from '../compare/retention-of';
import { trendOf } from '../compare/trend-of';
import { AppError } from '../core/app-error';
import type { Dataset } from '../core/dataset';
import { comparisonCsv } from '../export/comparison-csv';
import { membersCsv } from '../export/members-csv';
import { refusedCsv } from '../export/refused-csv';
import type { WorkOptions } from '../ingest/survey';
import type { CallOptions, EngineClient, FieldInfo, SegmentView } from '../protocol/engine-api';
import { parseRule } from '../segments/parse-rule';
import { populationAt } from '../segments/population';
import type { Segment } from '../segments/segment';
import { checkReferences } from '../segments/segment-references';
import type { Store } from '../store/store';
import { deleteCapture, deleteEverything } from './delete-data';
import { describeFields } from './describe-fields';
import { heldData } from './held-data';
import { importTables } from './import-tables';
import { memberRows, membersOf } from './member-rows';
import { ownSegments } from './own-segments';
import { recently } from './recently';
import { refusedRows } from './refused-rows';
import { type Catalog, reportOfSegment, segmentCatalog } from './segment-catalog';
import { surveySources } from './survey-sources';
import { tidyInbox } from './tidy-inbox';
import { workspaceState } from './workspace-state';

export interface EngineDeps {
  readonly store: Store;
  /** Epoch ms of the real clock. */
  readonly now: () => number;
  /** Unique for ever, such as a UUID. */
  readonly newId: () => string;
  /** Told when something a page may show has changed without a new data version (own segments). */
  readonly changed: (dataVersion: number) => void;
}

const PREVIEWED = 10;

/** Every use case of `EngineMethods` over one store. Runs in the engine worker, and in unit tests as it is. */
export function createEngine(deps: EngineDeps): EngineClient {
  const { store, now, newId, changed } = deps;
  const held = heldData(store);
  const sources = surveySources({ store, newId });
  const own = ownSegments({ store, now, newId });
  const catalogs = recently<Catalog>(4);
  const comparisons = recently<Comparison>(16);
  const fields = recently<readonly FieldInfo[]>(1);

  const catalogAt = async (asOf: number | null, currency: string | null) => {
    const [{ dataset }, saved] = await Promise.all([held.current(), own.all()]);
    const at = measuredSpan(dataset, { asOf, measured: { kind: 'held' } }, now()).asOf;
    const key = [dataset.version, at, currency ?? '', ...saved.map((s) => `${s.id} ${s.version}`)].join('|');
    const catalog = catalogs(key, () => segmentCatalog(dataset, saved, { asOf: at, currency }));
    return { dataset, catalog, key };
  };

  const compared = async (request: ComparisonRequest) => {
    const currency = request.currency === '' ? null : request.currency;
    const { dataset, catalog, key } = await catalogAt(request.asOf, currency);
    const report = request.grain === 'aggregate' ? request.reportId : null;
    const withMembers = (id: string): SegmentMembers => {
      const segment = catalog.segment(id);
      return { segment, members: catalog.members(segment, report) };
    };
    const segments = request.segmentIds.map(withMembers);
    const base = request.baseSegmentId === null ? null : withMembers(request.baseSegmentId);
    return { dataset, segments, base, key };
  };

  const segmentChanged = async () => changed((await store.root()).dataVersion);

  void tidyInbox(store.inbox, now()).catch(() => {
    // Left for the next start: nothing waits for it.
  });

  return {
    state: () => workspaceState(store),

    survey: ({ file }, options) => sources.survey(file, work(options)),
    inbox: () => sources.inbox(),
    surveyInbox: ({ inboxId }, options) => sources.surveyInbox(inboxId, work(options)),
    async discardInbox({ inboxId }) {
      await store.inbox.discard(inboxId);
    },
    importTables: (plan, options) => importTables({ store, held, sources, now, newId }, plan, work(options)),
    async releaseSurvey({ surveyId }) {
      sources.release(surveyId);
    },
    deleteCapture: ({ captureId }, options) => deleteCapture(store, held, captureId, work(options).signal),
    deleteEverything: (_, options) => deleteEverything(store, work(options).signal),

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
      await segmentChanged();
      return saved;
    },
    async cloneSegment({ id, name }) {
      const { catalog } = await catalogAt(null, null);
      const saved = await own.clone(catalog.segment(id), name);
      await segmentChanged();
      return saved;
    },
    async deleteSegment({ id }) {
      await own.remove(id);
      await segmentChanged();
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

    async compare(request) {
      const { dataset, segments, base, key } = await compared(request);
      const compare = request.grain === 'person' ? comparePeople : compareReport;
      return comparisons(`${key}|${JSON.stringify(request)}`, () =>
        compare(dataset, request, segments, base, now()),
      );
    },
    async trend(request) {
      const { dataset, segments } = await compared(request.comparison);
      return trendOf(dataset, request, segments, now());
    },
    async retention(request) {
      const { dataset, segments } = await compared(request.comparison);
      return retentionOf(dataset, request, segments, now());
    },

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
    async refused({ captureId, offset, limit }) {
      const { header, rows } = await refusedRows(store, captureId);
      return { total: rows.length, header, rows: rows.slice(offset, offset + limit) };
    },
    async exportRefused({ captureId, format }) {
      const { name, header, rows } = await refusedRows(store, captureId);
      return refusedCsv(header, rows, format, name);
    },
  };
}

const work = (options: CallOptions = {}): WorkOptions => ({
  signal: options.signal ?? new AbortController().signal,
  ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
});

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

/** @throws AppError `compare/no-data` for a segment of report rows: they are nobody. */
function membersOfPeople(catalog: Catalog, segmentId: string) {
  const segment = catalog.segment(segmentId);
  if (segment.grain !== 'person') throw new AppError('compare/no-data', { params: { id: segmentId } });
  return catalog.members(segment).in;
}
