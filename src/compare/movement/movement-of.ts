import type { Dataset } from '../../core/dataset';
import { mainCurrency } from '../../core/main-currency';
import { asOfMoment } from '../../core/time/as-of';
import { endOfDay, startOfDay } from '../../core/time/calendar';
import { firstUnmet } from '../../metrics/people/held';
import { PersonFacts } from '../../metrics/people/person-facts';
import { personSales } from '../../metrics/people/person-sales';
import { populationAt } from '../../segments/population';
import type { Segment } from '../../segments/segment';
import type { Flow, FlowSales, MeasuredDays, Movement, MovementRequest, MovementState } from './movement';
import type { Placement } from './placement';

/**
 * Flows between two placements of the same groups, with what each flow's people bought between the dates and in as many
 * days before the first.
 */
export function movementOf(
  dataset: Dataset,
  request: MovementRequest,
  segments: readonly Segment[],
  then: Placement,
  now: Placement,
  missing: Movement['missing'] = [],
): Movement {
  const currency = request.currency ?? mainCurrency(dataset);
  const { between, before } = spans(dataset, request);
  const states = segments.length + 3;
  const absent = states - 1;
  const people = new Float64Array(states * states);
  const from = new Float64Array(states);
  const to = new Float64Array(states);
  for (let p = 0; p < then.stateOf.length; p++) {
    const b = now.stateOf[p]!;
    if (b === absent) continue;
    const a = then.stateOf[p]!;
    people[a * states + b]!++;
    from[a]!++;
    to[b]!++;
  }

  const population = populationAt(dataset, request.to);
  const facts = (span: MeasuredDays) =>
    new PersonFacts(
      dataset,
      { from: span.from, to: span.to, horizon: span.to, allTime: false, undated: false },
      currency,
      population,
    );
  const factsBetween = facts(between);
  const salesBetween = salesOf(factsBetween, then, now, states);
  const salesBefore = salesOf(facts(before), then, now, states);
  const noMoney = firstUnmet(factsBetween, ['no-orders-held', 'no-amounts-held']);
  const shown = (sales: FlowSales): FlowSales =>
    noMoney === null ? sales : { ...sales, revenueMinor: null };

  const flows: Flow[] = [];
  const ofPlaced = { people: 0, stayed: 0, moved: 0, left: 0, untold: 0 };
  for (let a = 0; a < states; a++) {
    for (let b = 0; b < absent; b++) {
      const at = a * states + b;
      const n = people[at]!;
      if (n === 0) continue;
      flows.push({
        from: a,
        to: b,
        people: n,
        shareOfFrom: n / from[a]!,
        shareOfTo: n / to[b]!,
        between: shown(salesBetween[at]!),
        before: shown(salesBefore[at]!),
      });
      if (a >= segments.length) continue;
      ofPlaced.people += n;
      if (b === a) ofPlaced.stayed += n;
      else if (b < segments.length) ofPlaced.moved += n;
      else if (b === segments.length) ofPlaced.left += n;
      else ofPlaced.untold += n;
    }
  }

  return {
    format: 1,
    request,
    dataVersion: dataset.version,
    currency,
    between,
    before,
    states: [
      ...segments.map(
        ({ id, name, colour }, i): MovementState => ({
          id,
          kind: 'group',
          name,
          colour,
          from: from[i]!,
          to: to[i]!,
        }),
      ),
      ...(['none', 'unknown', 'absent'] as const).map(
        (kind, i): MovementState => ({
          id: kind,
          kind,
          name: null,
          colour: null,
          from: from[segments.length + i]!,
          to: to[segments.length + i]!,
        }),
      ),
    ],
    flows,
    people: { from: populationAt(dataset, request.from).count(), to: population.count() },
    missing,
    arrived: arrivals(dataset, then, now),
    ofPlaced,
    noMoney,
  };
}

/** From after the first date to the second, and as long a time up to the first. */
function spans(
  { coverage }: Dataset,
  request: MovementRequest,
): { readonly between: MeasuredDays; readonly before: MeasuredDays } {
  const first = asOfMoment(request.from);
  const last = asOfMoment(request.to);
  const begin = first - (last - first) + 1;
  const span = (from: number, to: number): MeasuredDays => ({
    from,
    to,
    partial: coverage === null || from < startOfDay(coverage.from) || to > endOfDay(coverage.to),
  });
  return { between: span(first + 1, last), before: span(begin, first) };
}

/** What the people of each flow bought, by `from × states + to`. */
function salesOf(facts: PersonFacts, then: Placement, now: Placement, states: number): readonly FlowSales[] {
  const { orders, revenue, paidOrders, leftOut, valued } = personSales(facts);
  const cells = states * states;
  const sums = Array.from({ length: 5 }, () => new Float64Array(cells));
  const [ordered, money, paid, unread, untold] = sums as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let p = 0; p < then.stateOf.length; p++) {
    const at = then.stateOf[p]! * states + now.stateOf[p]!;
    ordered[at]! += orders[p]!;
    money[at]! += revenue[p]!;
    paid[at]! += paidOrders[p]!;
    unread[at]! += leftOut[p]!;
    untold[at]! += 1 - valued[p]!;
  }
  return Array.from({ length: cells }, (_, at) => ({
    orders: ordered[at]!,
    revenueMinor: untold[at]! > 0 && paid[at] === 0 && money[at] === 0 ? null : money[at]!,
    leftOut: unread[at]!,
  }));
}

function arrivals(dataset: Dataset, then: Placement, now: Placement): Movement['arrived'] {
  const absent = then.groups + 2;
  const made = dataset.people.columns.get('createdAt');
  let created = 0;
  let seen = 0;
  for (let p = 0; p < then.stateOf.length; p++) {
    if (then.stateOf[p] !== absent || now.stateOf[p] === absent) continue;
    if (made?.type === 'time' && !Number.isNaN(made.values[p])) created++;
    else seen++;
  }
  return { created, seen };
}
