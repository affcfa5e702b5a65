import { AppError } from '../../core/app-error';
import type { Dataset } from '../../core/dataset';
import { turn } from '../../core/turn';
import type { SegmentMethods } from '../../protocol/api/segments';
import type { EngineClient, FieldInfo, SegmentView, UnreadableView } from '../../protocol/engine-api';
import { populationAt } from '../../segments/population';
import { asksForecast } from '../../segments/rule/asks-forecast';
import { parseRule } from '../../segments/rule/parse-rule';
import type { Rule } from '../../segments/rule/rule';
import { checkReferences } from '../../segments/rule/segment-references';
import type { Segment } from '../../segments/segment';
import { describeFields } from '../describe-fields';
import { type EngineContext, membersOfPeople, work } from '../engine-context';
import { peopleRows } from '../member-rows';
import { recently } from '../recently';
import { type Catalog, reportOfSegment } from '../segment-catalog';
import { memberOrder } from '../segments/member-order';
import { previewRule } from '../segments/preview-rule';
import { reportsAsked } from '../segments/reports-asked';
import { searchPeople } from '../segments/search-people';

export function segmentUseCases(context: EngineContext): EngineClient<SegmentMethods> {
  const { held, own, catalogAt, segmentsChanged, now } = context;
  const fields = recently<readonly FieldInfo[]>(1);
  const orders = recently<Uint32Array>(4);
  return {
    async segments({ asOf, currency, ids }, options) {
      const { dataset, catalog } = await catalogAt(asOf, currency);
      const pause = pauses(now, options?.signal);
      const population = populationAt(dataset, catalog.asOf).count();
      const views: (SegmentView | UnreadableView)[] = [];
      const add = async (segment: Segment, counted = true) => {
        views.push(viewOrFault(dataset, catalog, segment, population, counted));
        await pause();
      };
      if (ids === undefined) {
        for (const _ of catalog.tuning()) await pause();
        for (const segment of catalog.segments)
          await add(segment, !asksForecast(segment.rule, catalog.ruleOf));
      } else {
        for (const id of ids) if (catalog.has(id)) await add(catalog.segment(id));
      }
      return {
        asOf: catalog.asOf,
        population,
        segments: views.filter(isView),
        missing: ids === undefined ? catalog.missing : [],
        unreadable: [
          ...(ids === undefined ? await own.unreadable() : []),
          ...views.flatMap((one) => (isView(one) ? [] : [one])),
        ],
      };
    },

    async previewRule({ rule: given, id, asOf, currency }, options) {
      const { signal } = work(options);
      const { dataset, catalog } = await catalogAt(asOf, currency);
      const rule = parseRule(given);
      checkReferences(id ?? null, rule, catalog.ruleOf);
      return previewRule(dataset, catalog, rule, { signal, now });
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

    async members({ segmentId, asOf, offset, limit, sort, typed = '' }) {
      const { dataset, catalog, key } = await catalogAt(asOf, null);
      const name = [key, segmentId, sort?.by, sort?.down, typed.trim()].join('|');
      const order = orders(name, () => {
        const members = membersOfPeople(catalog, segmentId);
        const wanted = typed.trim() === '' ? members : members.and(searchPeople(dataset, typed));
        return memberOrder(dataset, wanted, catalog, sort);
      });
      return {
        total: order.length,
        rows: peopleRows(dataset, order.subarray(offset, offset + limit), catalog),
      };
    },
    async fields() {
      const { dataset } = await held.current();
      return fields(String(dataset.version), () => describeFields(dataset));
    },
  };
}

/** As long as who asks for something else may wait for it. */
const SLICE_MS = 12;

/** Lets messages in once a slice is over; rejects with AbortError where one of them was to stop. */
function pauses(now: () => number, signal?: AbortSignal): () => Promise<void> {
  let began = now();
  return async () => {
    if (now() - began < SLICE_MS) return;
    await turn();
    signal?.throwIfAborted();
    began = now();
  };
}

/** A segment that leads to one that is gone can't be run: it is said, and the others are shown. */
function viewOrFault(
  dataset: Dataset,
  catalog: Catalog,
  segment: Segment,
  people: number,
  counted: boolean,
): SegmentView | UnreadableView {
  try {
    return segmentView(dataset, catalog, segment, people, counted);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { id, name } = segment;
    return { id, name: name.en, reason: error.code, where: String(error.params['id'] ?? '') };
  }
}

const isView = (one: SegmentView | UnreadableView): one is SegmentView => 'segment' in one;

function segmentView(
  dataset: Dataset,
  catalog: Catalog,
  segment: Segment,
  people: number,
  counted: boolean,
): SegmentView {
  const sentence = catalog.sentence(segment.rule);
  if (!counted) return { segment, sentence, size: null, unknown: 0, population: people };
  const own = segment.grain === 'aggregate' && reportOfSegment(segment.id) === null;
  if (own) return { segment, sentence, ...sizeInReports(dataset, catalog, segment.rule) };
  const members = catalog.members(segment);
  const report = reportOfSegment(segment.id);
  const rows = dataset.reports.find((r) => r.captureId === report)?.size;
  return {
    segment,
    sentence,
    size: members.in.count(),
    unknown: members.unknown.count(),
    population: rows ?? people,
  };
}

/** An own segment of report rows: over all reports it can be asked of. */
function sizeInReports(dataset: Dataset, catalog: Catalog, rule: Rule) {
  const counted = reportsAsked(dataset, rule).map(({ captureId, size }) => {
    const members = catalog.evaluate(rule, captureId);
    return { size: members.in.count(), unknown: members.unknown.count(), population: size };
  });
  const sum = (part: 'size' | 'unknown' | 'population') => counted.reduce((all, one) => all + one[part], 0);
  return { size: sum('size'), unknown: sum('unknown'), population: sum('population') };
}
