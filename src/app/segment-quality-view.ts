import type { Dataset } from '../core/dataset';
import { mainCurrency } from '../core/main-currency';
import { asOfMoment } from '../core/time/as-of';
import { addDays, addMonths } from '../core/time/calendar';
import { QUALITY_GOALS, type QualityGoal, type QualityRequest, type QualityView } from '../protocol/api/sets';
import { measurePeople } from '../segments/engine/measure-people';
import { type Scope, scopeOf } from '../segments/engine/scope';
import { evaluateRule } from '../segments/evaluate-rule';
import { populationAt } from '../segments/population';
import { segmentQuality } from '../segments/quality/quality';
import { qualityBadges } from '../segments/quality/quality-badges';
import { asksForecast } from '../segments/rule/asks-forecast';
import type { Measure } from '../segments/rule/rule';
import type { Catalog } from './segment-catalog';

const MEASURES: Readonly<Record<QualityGoal, Measure>> = {
  revenue: { of: 'orders', stat: 'sum', field: 'revenue' },
  orders: { of: 'orders', stat: 'count' },
  events: { of: 'events', stat: 'count' },
};

/** Is it a good segment? Judged on what each person had brought by the as-of. */
export function segmentQualityView(
  dataset: Dataset,
  catalog: Catalog,
  request: Pick<QualityRequest, 'segmentId' | 'goal' | 'since'>,
): QualityView {
  const segment = catalog.segment(request.segmentId);
  const members = catalog.members(segment);
  const everyone = populationAt(dataset, catalog.asOf);
  const scope = scopeOf(dataset, catalog.asOf, catalog.currency ?? mainCurrency(dataset));
  const held = QUALITY_GOALS.map((goal) => ({ goal, values: goalValues(scope, MEASURES[goal]) })).filter(
    (g): g is { goal: QualityGoal; values: Float64Array } => g.values !== null,
  );
  const goal = held.find((g) => g.goal === request.goal) ?? held[0] ?? null;
  // A forecast is made for who asks for it.
  const others = catalog.segments.filter(
    (s) => s.grain === 'person' && s.id !== segment.id && !asksForecast(s.rule, catalog.ruleOf),
  );
  const before = earlier(dataset, catalog.asOf, request.since);
  const quality = segmentQuality({
    dataset,
    members,
    everyone,
    goal: goal?.values ?? new Float64Array(dataset.people.size).fill(Number.NaN),
    others: others.map((other) => catalog.members(other).in),
    before:
      before === null
        ? null
        : // The rule as it stands now, asked then: what moved is people, not thresholds.
          evaluateRule(dataset, segment.rule, {
            asOf: before,
            currency: catalog.currency,
            segment: catalog.ruleOf,
            reportId: null,
          }),
  });
  const closest = quality.closest === null ? null : (others[quality.closest.place] ?? null);
  return {
    ...quality,
    asOf: catalog.asOf,
    before,
    goal: goal?.goal ?? null,
    goals: held.map((g) => g.goal),
    currency: goal?.goal === 'revenue' ? scope.currency : null,
    population: everyone.count(),
    closest:
      closest === null || quality.closest === null
        ? null
        : { id: closest.id, jaccard: quality.closest.jaccard },
    badges: qualityBadges(quality),
  };
}

/** A number a person, 0 for whoever did nothing and NaN where it can't be told; null where nothing of it is held. */
function goalValues(scope: Scope, measure: Measure): Float64Array | null {
  const { held, values, untold, emptyIsZero } = measurePeople(scope, measure, { kind: 'lifetime' });
  if (!held || values.every(Number.isNaN)) return null;
  return values.map((v, p) => (untold?.has(p) ? Number.NaN : Number.isNaN(v) && emptyIsZero ? 0 : v));
}

function earlier(dataset: Dataset, asOf: number, since: QualityRequest['since']): number | null {
  const months = { month: 1, quarter: 3, year: 12 };
  const at = since === 'week' ? addDays(asOf, -7) : addMonths(asOf, -months[since]);
  const { coverage } = dataset;
  return coverage === null || asOfMoment(at) < coverage.from ? null : at;
}
