import { flowRule } from '../../compare/movement/flow-rule';
import type { Movement, MovementRequest } from '../../compare/movement/movement';
import { movementOf } from '../../compare/movement/movement-of';
import { Placement } from '../../compare/movement/placement';
import { type SizesOverTime, sizesOverTime } from '../../compare/movement/sizes-over-time';
import { AppError, type ErrorCode } from '../../core/app-error';
import { asOfMoment } from '../../core/time/as-of';
import { endOfDay } from '../../core/time/calendar';
import { turn } from '../../core/turn';
import { membersCsv } from '../../export/members-csv';
import { movementCsv } from '../../export/movement-csv';
import type { FlowRequest, MovementMethods } from '../../protocol/api/movement';
import type { EngineClient } from '../../protocol/engine-api';
import { parseRule } from '../../segments/rule/parse-rule';
import type { Rule } from '../../segments/rule/rule';
import { staticList } from '../../segments/rule/static-list';
import type { Segment } from '../../segments/segment';
import { earlierEnd } from '../earlier-end';
import { type EngineContext, work } from '../engine-context';
import { memberRows, membersOf } from '../member-rows';
import { recently } from '../recently';
import type { Catalog } from '../segment-catalog';

export function movementUseCases(context: EngineContext): EngineClient<MovementMethods> {
  const { store, held, own, catalogAt, segmentsChanged } = context;
  const placements = recently<{ readonly first: Placement; readonly second: Placement }>(4);
  const movements = recently<Movement>(8);
  const sizes = recently<{ answer: SizesOverTime | null }>(8);
  let ended: { readonly dataVersion: number; readonly at: number | null } | null = null;

  /** Segments as defined at the later date, and where everybody stood on both. */
  const placed = async (request: MovementRequest) => {
    if (asOfMoment(request.from) >= asOfMoment(request.to))
      throw new AppError('compare/no-data', { params: { from: request.from, to: request.to } });
    const { dataset, catalog, key } = await catalogAt(request.to, request.currency);
    const missing = catalog.missing.filter(({ id }) => request.segmentIds.includes(id));
    const segments = request.segmentIds
      .filter((id) => !missing.some((one) => one.id === id))
      .map((id) => ofPeople(catalog, id));
    const rules = segments.map(({ rule }) => rule);
    const evaluation = { currency: catalog.currency, segment: catalog.ruleOf };
    const name = `${key}|${request.from}|${request.segmentIds.join('\n')}`;
    const { first, second } = placements(name, () => ({
      first: Placement.at(dataset, rules, request.from, evaluation),
      second: Placement.at(dataset, rules, request.to, evaluation),
    }));
    return { dataset, catalog, segments, rules, missing, first, second, name };
  };

  const movement = async (request: MovementRequest) => {
    const { dataset, segments, missing, first, second, name } = await placed(request);
    return movements(name, () =>
      movementOf(
        dataset,
        request,
        segments,
        first,
        second,
        missing.map(({ id, name: label }) => ({ id, name: label })),
      ),
    );
  };

  const flow = async (request: FlowRequest) => {
    const of = await placed(request.movement);
    const from = stateOf(of.segments, request.from);
    const to = stateOf(of.segments, request.to);
    const { coverage } = of.dataset;
    // Of a day after the data nothing can be said once the rule stands by itself.
    const isPast = coverage !== null && asOfMoment(request.movement.to) <= endOfDay(coverage.to);
    const rule = isPast
      ? flowRule(
          of.rules,
          { state: from, at: request.movement.from },
          { state: to, at: request.movement.to },
          of.catalog.ruleOf,
        )
      : null;
    return { ...of, people: Placement.moved(of.first, from, of.second, to), rule: runnable(rule) };
  };

  return {
    movement,

    async flowPeople({ offset, limit, ...request }) {
      const { dataset, catalog, people, rule } = await flow(request);
      return {
        total: people.count(),
        rows: memberRows(dataset, people, catalog, offset, limit),
        sentence: rule === null ? null : catalog.sentence(rule),
      };
    },

    exportMovement: async ({ movement: shown, format }) => movementCsv(shown, format),

    async exportFlow({ name, format, ...request }) {
      const { dataset, catalog, people } = await flow(request);
      return membersCsv(
        {
          segment: { id: `movement:${request.from}:${request.to}`, name },
          asOf: catalog.asOf,
          currency: catalog.currency,
          people: dataset.people,
          members: membersOf(dataset, people, catalog),
        },
        format,
      );
    },

    async saveFlow({ as, name, description, ...request }) {
      const { dataset, catalog, people, rule } = await flow(request);
      const listed = as === 'list' ? staticList(dataset, people) : null;
      const wanted = listed?.rule ?? rule;
      if (wanted === null)
        throw new AppError('segment/invalid-rule', { params: { where: '', expected: '' } });
      const segment = await own.save({ name, description, rule: wanted }, catalog.ruleOf);
      await segmentsChanged();
      return { segment, unnamed: listed?.unnamed ?? 0 };
    },

    async sizesOverTime(asked, options) {
      const weekStart = (await held.current()).root.settings?.weekStart ?? 'monday';
      const request = { weekStart, ...asked };
      const { dataset, catalog, key } = await catalogAt(request.asOf, request.currency);
      const known = sizes(`${key}|${JSON.stringify(request)}`, () => ({ answer: null }));
      if (known.answer !== null) return known.answer;
      const { signal, onProgress } = work(options);
      known.answer = await sizesOverTime(
        dataset,
        request,
        request.segmentIds.map((id) => ofPeople(catalog, id)),
        catalog.asOf,
        { currency: catalog.currency, segment: catalog.ruleOf },
        async (done, of) => {
          onProgress?.({ stage: 'measuring', rows: done, bytes: done, totalBytes: of });
          await turn();
          signal.throwIfAborted();
        },
      );
      return known.answer;
    },

    async sinceLastCapture({ segmentId, asOf, currency }) {
      const { dataVersion } = (await held.current()).root;
      if (ended?.dataVersion !== dataVersion) ended = { dataVersion, at: await earlierEnd(store) };
      const from = ended.at;
      const { catalog } = await catalogAt(asOf, currency);
      if (from === null || asOfMoment(from) >= asOfMoment(catalog.asOf)) return null;
      return movement({ segmentIds: [segmentId], from, to: catalog.asOf, currency });
    },
  };
}

function ofPeople(catalog: Catalog, id: string): Segment {
  const segment = catalog.segment(id);
  if (segment.grain !== 'person') throw new AppError('compare/no-data', { params: { id } });
  return segment;
}

function stateOf(segments: readonly Segment[], id: string): number {
  const at = [...segments.map((segment) => segment.id), 'none', 'unknown', 'absent'].indexOf(id);
  if (at < 0) throw new AppError('segment/not-found', { params: { id } });
  return at;
}

/** Null for one too long to be kept as a rule. */
function runnable(rule: Rule | null): Rule | null {
  if (rule === null) return null;
  try {
    return parseRule(rule);
  } catch (error) {
    if (error instanceof AppError && error.code === ('segment/invalid-rule' satisfies ErrorCode)) return null;
    throw error;
  }
}
