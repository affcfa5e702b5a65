import { AppError } from '../../core/app-error';
import type { RuleBuilderMethods } from '../../protocol/api/rule-builder';
import type { EngineClient, Spread, SpreadRequest, VersionView } from '../../protocol/engine-api';
import { measurePeople } from '../../segments/engine/measure-people';
import { personColumn } from '../../segments/engine/person-column';
import { rowColumn } from '../../segments/engine/row-column';
import { type Scope, scopeOf } from '../../segments/engine/scope';
import { explainPerson } from '../../segments/explain/explain-person';
import { populationAt } from '../../segments/population';
import { resolveList } from '../../segments/resolve-list';
import { rfmCells } from '../../segments/rfm/rfm-cells';
import { parseRule } from '../../segments/rule/parse-rule';
import { checkReferences } from '../../segments/rule/segment-references';
import type { Segment } from '../../segments/segment';
import { segmentsFile } from '../../segments/segments-file';
import { spreadOf } from '../../segments/spread-of';
import { windowChoices } from '../../segments/window-choices';
import type { EngineContext } from '../engine-context';
import { peopleRows } from '../member-rows';
import type { Catalog } from '../segment-catalog';
import { fieldValues } from '../segments/field-values';
import { leastUsedColour } from '../segments/least-used-colour';
import { searchPeople } from '../segments/search-people';
import { takeInSegments } from '../segments/take-in-segments';
import { traceView } from '../segments/trace-view';

export function ruleBuilderUseCases(context: EngineContext): EngineClient<RuleBuilderMethods> {
  const { held, own, catalogAt, segmentsChanged, newId } = context;
  const scopeAt = async (asOf: number | null, currency: string | null) => {
    const { dataset, catalog } = await catalogAt(asOf, currency);
    return scopeOf(dataset, catalog.asOf, catalog.currency);
  };
  return {
    fieldValues: async (request) => fieldValues((await held.current()).dataset, request),

    spread: async ({ of, asOf, currency }) => spread(await scopeAt(asOf, currency), of),

    windowChoices: async ({ measure, asOf, currency }) =>
      windowChoices(await scopeAt(asOf, currency), measure),

    async rfmCells({ asOf, currency }) {
      const scope = await scopeAt(asOf, currency);
      return { ...rfmCells(scope), currency: scope.currency };
    },

    resolveList: async ({ text }) => resolveList((await held.current()).dataset, text),

    async findPeople({ typed, asOf, limit }) {
      const { dataset, catalog } = await catalogAt(asOf, null);
      const found = searchPeople(dataset, typed).and(populationAt(dataset, catalog.asOf));
      const some: number[] = [];
      found.forEach((p) => {
        if (some.length < limit) some.push(p);
      });
      return { total: found.count(), rows: peopleRows(dataset, some, catalog) };
    },

    async explainPerson({ rule: given, person, dataVersion, asOf, currency }) {
      const { dataset, catalog } = await catalogAt(asOf, currency);
      const rule = parseRule(given);
      checkReferences(null, rule, catalog.ruleOf);
      if (dataset.version !== dataVersion || !(person >= 0 && person < dataset.people.size))
        throw new AppError('person/not-found');
      const trace = explainPerson(dataset, rule, person, {
        asOf: catalog.asOf,
        currency: catalog.currency,
        segment: catalog.ruleOf,
        reportId: null,
      });
      const [row] = peopleRows(dataset, [person], catalog);
      if (row === undefined) throw new AppError('person/not-found');
      return {
        asOf: catalog.asOf,
        person: row,
        there: populationAt(dataset, catalog.asOf).has(person),
        trace: traceView(rule, trace, catalog.sentence, catalog.ruleOf),
        currency: catalog.currency,
      };
    },

    async segmentHistory({ id, asOf, currency }) {
      const { catalog } = await catalogAt(asOf, currency);
      return versionsOf(catalog, catalog.segment(id));
    },

    async exportSegments({ ids }) {
      const wanted = new Set(ids);
      const segments = (await own.all()).filter((segment) => wanted.has(segment.id));
      const text = `${JSON.stringify(segmentsFile(segments), null, 2)}\n`;
      return { name: 'segments.json', mime: 'application/json', bytes: new TextEncoder().encode(text) };
    },

    async importSegments({ json }) {
      const { catalog } = await catalogAt(null, null);
      const taken = takeInSegments(json, await own.all(), {
        newId,
        colour: leastUsedColour,
        ruleOf: catalog.ruleOf,
      });
      await own.put(taken.segments);
      if (taken.segments.length > 0) await segmentsChanged();
      const { segments, ...account } = taken;
      return { ...account, added: segments.map(({ id, name }) => ({ id, name: name.en })) };
    },
  };
}

function versionsOf(catalog: Catalog, segment: Segment): readonly VersionView[] {
  const now = catalog.members(segment);
  return [...segment.versions].reverse().map(({ version, savedAt, rule }): VersionView => {
    const sentence = catalog.sentence(rule);
    try {
      const then = catalog.evaluate(rule);
      const counts = {
        in: then.in.count(),
        unknown: then.unknown.count(),
        both: then.in.and(now.in).count(),
      };
      return { version, savedAt, rule, sentence, counts };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { version, savedAt, rule, sentence, counts: null };
    }
  });
}

function spread(scope: Scope, of: SpreadRequest['of']): Spread {
  switch (of.kind) {
    case 'measure': {
      const { held, values, unit } = measurePeople(scope, of.measure, of.window);
      if (!held) return { n: 0, cuts: [] };
      return spreadOf(among(values, scope), unitOf(unit === 'money', scope));
    }
    case 'attribute': {
      const column = personColumn(scope, of.field);
      if (column === null || column.type === 'text' || column.type === 'flag') return { n: 0, cuts: [] };
      return spreadOf(among(column.values, scope), unitOf(column.type === 'money', scope));
    }
    case 'row': {
      const column = rowColumn(scope.dataset, of.of, of.field)?.column;
      if (column === undefined || column.type === 'text' || column.type === 'flag') return { n: 0, cuts: [] };
      return spreadOf(column.values, unitOf(column.type === 'money', scope));
    }
  }
}

const unitOf = (isMoney: boolean, { units }: Scope) => (isMoney ? { scale: units, rounded: true } : {});

/** Numbers of people who were somebody at the as-of. */
function among(values: Float64Array, { dataset, asOf }: Scope): Float64Array {
  const there = populationAt(dataset, asOf);
  return values.map((value, p) => (there.has(p) ? value : Number.NaN));
}
