import type { SegmentMembers } from '../../compare/compare-people';
import { reportDiffersMost } from '../../compare/finder/report-differs-most';
import { AppError } from '../../core/app-error';
import type { BesideDimensionInfo, BesideMethods, BesideTable } from '../../protocol/api/beside';
import type { EngineClient } from '../../protocol/engine-api';
import { populationAt } from '../../segments/population';
import { listed } from '../beside/listed';
import { listedRows } from '../beside/listed-rows';
import { type Look, looks } from '../beside/looks';
import { keysOfTable, matchRows, type RowMatch } from '../beside/match-rows';
import { peopleByValue } from '../beside/people-by-value';
import { personDimension } from '../beside/person-dimension';
import { dimensionsOf, reportOfLook } from '../beside/report-of-look';
import { segmentOfValue, valuesOfReport } from '../beside/values-of-report';
import { type CatalogAt, type EngineContext, work } from '../engine-context';
import { inSteps } from '../in-steps';
import { recently } from '../recently';

export function besideUseCases(context: EngineContext): EngineClient<BesideMethods> {
  const { held, now, catalogAt } = context;
  const open = looks(context);
  const matched = recently<Promise<readonly RowMatch[]>>(2);

  /** The people held as they are now; null where there are none. */
  const peopleNow = async () => {
    const at = await catalogAt(null, null);
    const { catalog, dataset } = at;
    return { ...at, population: populationAt(dataset, catalog.asOf) };
  };

  const described = async (look: Look): Promise<BesideTable> => {
    const { kept, report } = look;
    const nothing = (why: BesideTable['why']): BesideTable => ({
      ...look.table,
      is: 'nothing',
      why,
      dimensions: [],
      keys: [],
    });
    if (kept === null || kept.rows === 0) return nothing('no-table');
    if (report !== null) {
      const { dataset, population } = await peopleNow();
      const { report: table } = reportOfLook(look);
      const dimensions = dimensionsOf(table).map((column): BesideDimensionInfo => {
        const { id, header } = column;
        const values = column.column.type === 'text' ? column.column.dictionary.length : 0;
        return { id, header, values, ofPeople: personDimension(dataset, population, column)?.label ?? null };
      });
      if (dimensions.length === 0 || table.metrics.length === 0) return nothing('no-values');
      return { ...look.table, is: 'report', why: null, dimensions, keys: [] };
    }
    const keys = keysOfTable(kept);
    if (keys.length === 0) return nothing('no-keys');
    return { ...look.table, is: 'list', why: null, dimensions: [], keys };
  };

  const matchesOf = async ({ kept, id }: Look): Promise<readonly RowMatch[]> => {
    if (kept === null) throw new AppError('compare/no-data');
    const [index, { dataset, root }] = await Promise.all([context.joinIndex(), held.current()]);
    return matched(`${id}|${index.dataVersion}`, async () => {
      const spaces = root.captures.flatMap((c) => (c.mapping.table === 'orders' ? c.mapping.idSpace : []));
      const [space] = spaces;
      const one = space !== undefined && spaces.every((other) => other === space) ? space : null;
      return matchRows(kept, index.joined, dataset, one);
    });
  };

  return {
    async besideTable(read, options) {
      const look = await open.read(read, work(options));
      return described(look);
    },
    async besideSurveyed({ surveyId }, options) {
      return described(await open.readSurveyed(surveyId, work(options)));
    },
    async besideValues({ lookId, dimension, most }) {
      return valuesOfReport(reportOfLook(open.look(lookId)), dimension, most, now());
    },
    async besideApart({ lookId, dimension, value }, options) {
      const of = reportOfLook(open.look(lookId));
      const segment = segmentOfValue(of, dimension, value);
      if (segment === null) throw new AppError('compare/no-data');
      const steps = reportDiffersMost(
        of.dataset,
        {
          grain: 'aggregate',
          segmentId: segment.segment.id,
          againstId: null,
          asOf: null,
          measured: { kind: 'held' },
          currency: null,
          reportId: of.report.captureId,
          minimumEffect: 0,
        },
        segment,
        null,
        () => null,
        now(),
      );
      return inSteps(steps, now, options);
    },
    async besidePeople({ lookId, dimension, values, segmentIds }) {
      const column = reportOfLook(open.look(lookId)).report.dimensions.find(({ id }) => id === dimension);
      const at = await peopleNow();
      const found = column === undefined ? null : personDimension(at.dataset, at.population, column);
      if (found === null) throw new AppError('compare/no-data');
      const chosen = chosenSegments(at, segmentIds);
      const segments = chosen.length > 0 ? chosen : groupsOf(at);
      return peopleByValue(found, values, segments, { asOf: at.catalog.asOf, population: at.population });
    },
    async besideListed({ lookId, segmentIds }) {
      const at = await peopleNow();
      const matches = await matchesOf(open.look(lookId));
      return listed(matches, segmentsOfList(at, segmentIds), {
        asOf: at.catalog.asOf,
        population: at.population,
      });
    },
    async besideRows({ lookId, segmentIds, sort, offset, limit }) {
      const at = await peopleNow();
      const look = open.look(lookId);
      const matches = await matchesOf(look);
      if (look.kept === null) throw new AppError('compare/no-data');
      const segments = segmentsOfList(at, segmentIds);
      return {
        total: matches.length,
        rows: listedRows(at.dataset, look.kept, matches, segments, at.catalog, { sort, offset, limit }),
      };
    },
    async forgetBeside({ lookId }) {
      open.forget(lookId);
    },
  };
}

function chosenSegments({ catalog }: CatalogAt, ids: readonly string[]): readonly SegmentMembers[] {
  const wanted = new Set(ids);
  return catalog.segments
    .filter(({ id, grain }) => grain === 'person' && wanted.has(id))
    .map((segment) => ({ segment, members: catalog.members(segment) }));
}

/** The ready groups of customers by recency and frequency, of which each customer is in one. */
function groupsOf({ catalog }: CatalogAt): readonly SegmentMembers[] {
  return catalog.segments
    .filter(({ id, rule }) => id.startsWith('library:') && rule.kind === 'rfm' && rule.groups.length === 1)
    .map((segment) => ({ segment, members: catalog.members(segment) }));
}

function segmentsOfList(at: CatalogAt, ids: readonly string[]): readonly SegmentMembers[] {
  const groups = groupsOf(at);
  const known = new Set(groups.map(({ segment }) => segment.id));
  return [
    ...groups,
    ...chosenSegments(
      at,
      ids.filter((id) => !known.has(id)),
    ),
  ];
}
