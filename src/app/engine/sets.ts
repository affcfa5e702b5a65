import { MOST_OVERLAPPING, overlap } from '../../compare/overlap';
import { AppError } from '../../core/app-error';
import type { Bitset } from '../../core/bitset';
import { membersCsv } from '../../export/members-csv';
import type { SetMethods, SetRequest } from '../../protocol/api/sets';
import type { EngineClient } from '../../protocol/engine-api';
import { firstMatch } from '../../segments/first-match';
import { populationAt } from '../../segments/population';
import { parseRule } from '../../segments/rule/parse-rule';
import type { Rule } from '../../segments/rule/rule';
import { checkReferences } from '../../segments/rule/segment-references';
import type { EngineContext } from '../engine-context';
import { memberRows, membersOf } from '../member-rows';
import { segmentQualityView } from '../segment-quality-view';

/** As many as are compared side by side. */
const MOST_GROUPS = 8;

export function setUseCases({ catalogAt, own, segmentsChanged }: EngineContext): EngineClient<SetMethods> {
  const chosen = async ({ segmentIds, asOf, currency }: SetRequest, most: number) => {
    if (segmentIds.length > most) throw new AppError('segment/too-many', { params: { most } });
    const { dataset, catalog } = await catalogAt(asOf, currency);
    const everyone = populationAt(dataset, catalog.asOf);
    const members = [...new Set(segmentIds)].map((id) => {
      const segment = catalog.segment(id);
      if (segment.grain !== 'person') throw new AppError('compare/no-data', { params: { id } });
      return { id, ...catalog.members(segment) };
    });
    return { catalog, everyone, members };
  };

  const peopleOf = async (given: Rule, { asOf, currency }: Omit<SetRequest, 'segmentIds'>) => {
    const { dataset, catalog } = await catalogAt(asOf, currency);
    const rule = parseRule(given);
    checkReferences(null, rule, catalog.ruleOf);
    return { dataset, catalog, members: catalog.evaluate(rule).in };
  };

  return {
    async overlap(request) {
      const { catalog, everyone, members } = await chosen(request, MOST_OVERLAPPING);
      const found = overlap(members, everyone);
      const [first, ...others] = members;
      const inAny = members.reduce<Bitset>((all, m) => all.or(m.in), everyone.andNot(everyone));
      const inAll = members.reduce<Bitset>((all, m) => all.and(m.in), everyone);
      const maybe = others.reduce<Bitset>((all, m) => all.or(m.in).or(m.unknown), everyone.andNot(everyone));
      return {
        asOf: catalog.asOf,
        population: everyone.count(),
        segments: members.map((m, i) => ({
          id: m.id,
          size: found.sizes[i] ?? 0,
          unknown: m.unknown.count(),
        })),
        parts: found.parts.map(({ segments, count }) => ({
          segmentIds: segments.map((i) => members[i]?.id ?? ''),
          count,
        })),
        inNone: found.inNone,
        unplaced: found.unplaced,
        pairs: found.pairs,
        inAny: inAny.count(),
        inAll: members.length === 0 ? 0 : inAll.count(),
        inFirstOnly: first === undefined ? 0 : first.in.andNot(maybe).count(),
      };
    },

    async firstMatch(request) {
      const { catalog, everyone, members } = await chosen(request, MOST_GROUPS);
      const found = firstMatch(members, everyone);
      return {
        asOf: catalog.asOf,
        population: everyone.count(),
        groups: members.map((m, i) => ({
          id: m.id,
          size: m.in.count(),
          exclusive: found.groups[i]?.count() ?? 0,
          taken: (found.taken[i] ?? []).flatMap((count, j) =>
            count === 0 ? [] : [{ by: members[j]?.id ?? '', count }],
          ),
          untold: found.untold[i] ?? 0,
        })),
        rest: found.rest.count(),
        unknown: found.unknown.count(),
      };
    },

    async ruleMembers({ rule, offset, limit, ...at }) {
      const { dataset, catalog, members } = await peopleOf(rule, at);
      return { total: members.count(), rows: memberRows(dataset, members, catalog, offset, limit) };
    },

    async exportRuleMembers({ rule, name, format, ...at }) {
      const { dataset, catalog, members } = await peopleOf(rule, at);
      return membersCsv(
        {
          segment: { id: 'rule', name: { en: name, pl: name } },
          asOf: catalog.asOf,
          currency: catalog.currency,
          people: dataset.people,
          members: membersOf(dataset, members, catalog),
        },
        format,
      );
    },

    async saveSegments({ drafts }) {
      const { catalog } = await catalogAt(null, null);
      // Refused before the first is written, so that none is where one would be.
      for (const draft of drafts) checkReferences(null, parseRule(draft.rule), catalog.ruleOf);
      const ids: string[] = [];
      for (const draft of drafts) ids.push((await own.save(draft, catalog.ruleOf)).id);
      await segmentsChanged();
      return { ids };
    },

    async quality(request) {
      const { dataset, catalog } = await catalogAt(request.asOf, request.currency);
      return segmentQualityView(dataset, catalog, request);
    },
  };
}
