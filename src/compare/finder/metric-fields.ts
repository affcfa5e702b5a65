import { firstUnmet } from '../../metrics/people/held';
import type { PersonFacts } from '../../metrics/people/person-facts';
import type { PersonMetric } from '../../metrics/people/person-metric';
import { METRICS } from '../../metrics/registry';
import { measurePeople as measureRule } from '../../segments/engine/measure-people';
import type { Scope } from '../../segments/engine/scope';
import type { Measure, Window } from '../../segments/rule/rule';
import { metricInfo } from '../measure/chosen-metrics';
import type { FactSums } from '../measure/fact-sums';
import { measurePeople } from '../measure/measure-people';
import type { MeasuredValue } from '../measure/measured';
import type { PeopleGroup } from '../measure/people-strata';
import { amountAsked } from './amount-asked';
import { meanAnswer, shareAnswer } from './answers';
import { type Asked, type AskedField, nothingAsked, oneAsked } from './asked';
import type { Candidate, Trait } from './candidate';
import type { Sides } from './sides';

/** Every metric that says something of single people, measured and tested as in the table of a comparison. */
export function metricFields(
  sums: FactSums,
  groups: { readonly a: PeopleGroup; readonly b: PeopleGroup; readonly everyone: PeopleGroup },
  scope: Scope,
  window: Window,
  sides: Sides,
): readonly AskedField[] {
  const { facts } = sums;
  return METRICS.person
    .filter(({ measure, ofMembership }) => ofMembership !== true && isAsked(measure.kind))
    .map(
      (metric): AskedField => ({
        of: 'metric',
        field: metric.id,
        label: metric.label,
        keys: keysOf(metric),
        column: null,
        ask: () => {
          // A median of everybody's gaps together is no number of anybody: each one's own middle gap is.
          if (metric.measure.kind === 'median')
            return firstUnmet(facts, metric.needs) === null
              ? ownMiddle(metric, scope, window, sides)
              : nothingAsked(0);
          const [a, b] = [groups.a, groups.b].map((g) => measurePeople(metric, sums, g, groups.everyone));
          if (a?.state !== 'value' || b?.state !== 'value') return nothingAsked(0);
          const answer = answerOf(a, b);
          if (answer === null) return nothingAsked(1);
          const candidate: Candidate = {
            subject: { of: 'metric', field: metric.id, label: metric.label, value: null, asks: 'metric' },
            unit: metric.unit,
            metric: metricInfo(metric),
            answer,
            association: null,
            trait: () => traitOf(metric, facts),
            rule: () => null,
          };
          return oneAsked(candidate);
        },
      }),
    );
}

/** Sums have no side to compare, and forecasts are of what has not happened. */
const isAsked = (kind: PersonMetric['measure']['kind']) =>
  kind !== 'total' && kind !== 'share-of-total' && kind !== 'forecast';

function answerOf(a: MeasuredValue, b: MeasuredValue): Candidate['answer'] | null {
  if (a.basis.kind !== 'proportion' || b.basis.kind !== 'proportion') return meanAnswer(a, b);
  return shareAnswer([a.basis.hits, a.basis.of], [b.basis.hits, b.basis.of], a.nOf);
}

/** What a metric cannot be had without is what it is made of: the last named says most. */
function keysOf({ needs }: PersonMetric): readonly string[] {
  const made: Readonly<Record<string, string>> = {
    'no-discounts-held': 'orders.discount',
    'no-refunds-held': 'orders.refunded',
    'no-units-held': 'orders.units',
    'no-amounts-held': 'orders.revenue',
    'no-orders-held': 'orders.count',
  };
  const key = Object.keys(made).find((need) => needs.some((n) => n === need));
  return key === undefined ? [] : [made[key] as string];
}

function traitOf({ measure }: PersonMetric, facts: PersonFacts): Trait {
  switch (measure.kind) {
    case 'proportion':
    case 'mean': {
      const among = measure.among?.(facts) ?? null;
      const of = measure.of(facts);
      return {
        kind: measure.kind === 'mean' ? 'mean' : 'share',
        values: of.map((v, p) => (among === null || among[p] === 1 ? v : Number.NaN)),
        per: null,
      };
    }
    case 'ratio': {
      const per = measure.per(facts);
      const of = measure.of(facts);
      return { kind: 'ratio', values: of.map((v, p) => (v === 0 && per[p] === 0 ? Number.NaN : v)), per };
    }
    default:
      return {
        kind: 'mean',
        values: new Float64Array(facts.dataset.people.size).fill(Number.NaN),
        per: null,
      };
  }
}

function ownMiddle(metric: PersonMetric, scope: Scope, window: Window, { of: side }: Sides): Asked {
  const measure: Measure = { of: 'orders', stat: 'median-gap' };
  const measured = measureRule(scope, measure, window);
  if (!measured.held) return nothingAsked(0);
  return amountAsked(measured.values, side, {
    subject: { of: 'metric', field: metric.id, label: metric.label, value: null, asks: 'amount' },
    unit: 'days',
    units: 1,
    rule: (test) => ({ kind: 'behaviour', measure, window, test }),
  });
}
