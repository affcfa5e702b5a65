import { type Bootstrap, bcaInterval, percentileInterval } from '../../stats/resampling/bootstrap';
import type { Moved, MovedBudget, MoveRequest } from './money';
import type { ReturnsWithSums } from './money-returns';
import type { RowSums } from './row-sums';

/**
 * What moving part of one row's budget to another would change, were the money moved to bring what money there brings on
 * average, or half of it; the money taken away is thought to have brought its average. Null where either row has no
 * cost or too few customers.
 */
export function moveBudget({ returns, sums }: ReturnsWithSums, request: MoveRequest): MovedBudget | null {
  const sideOf = (key: string) => {
    const row = returns.rows.find((r) => r.key === key);
    const own = sums.get(key);
    return row?.costMinor && own?.enough ? { costMinor: row.costMinor, own } : null;
  };
  const from = sideOf(request.from);
  const to = sideOf(request.to);
  if (from === null || to === null || request.from === request.to) return null;
  const movedMinor = from.costMinor * request.part;
  const [lost, gained] = [movedMinor / from.costMinor, movedMinor / to.costMinor];
  const at = (part: number): Moved => {
    const profit = returns.margin === null ? null : change(to.own, gained * part, from.own, lost, 1);
    const revenue = change(to.own, gained * part, from.own, lost, 0);
    return {
      revenueMinor: revenue.value,
      revenueInterval: revenue.interval,
      profitMinor: profit?.value ?? null,
      profitInterval: profit?.interval ?? null,
    };
  };
  const roas = (side: { readonly costMinor: number; readonly own: RowSums }) =>
    side.own.revenueMinor / side.costMinor;
  return {
    movedMinor,
    currency: returns.currency,
    even: at(1),
    halved: at(0.5),
    breakEven: roas(to) > 0 ? roas(from) / roas(to) : null,
  };
}

/** `a` of what the one side brings less `b` of what the other does: the two are drawn apart, since no customers tie them. */
function change(one: RowSums, a: number, other: RowSums, b: number, column: 0 | 1) {
  const [x, y] = [one.draws, other.draws];
  const n = Math.min(x.drawn[column].length, y.drawn[column].length);
  const replicates = new Float64Array(n);
  for (let i = 0; i < n; i++) replicates[i] = a * x.drawn[column][i]! - b * y.drawn[column][i]!;
  replicates.sort();
  let [value, squares, cubes] = [0, 0, 0];
  const influence = (of: Float64Array, scale: number) => {
    for (const v of of) {
      value += scale * v;
      squares += (scale * v) ** 2;
      cubes += (scale * v) ** 3;
    }
  };
  influence(x.columns[column], a);
  influence(y.columns[column], -b);
  const boot: Bootstrap = {
    value,
    replicates,
    standardError: Math.sqrt(squares),
    acceleration: squares > 0 ? cubes / (6 * squares ** 1.5) : 0,
  };
  return { value, interval: bcaInterval(boot) ?? percentileInterval(boot) ?? { lo: value, hi: value } };
}
