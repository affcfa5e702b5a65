import { bcaInterval, percentileInterval } from '../../stats/resampling/bootstrap';
import { bootstrapOfTotal, poissonTotals } from '../../stats/resampling/poisson-bootstrap';
import type { MoneyRow, NoReturn, Ranged } from './money';
import type { PaidOrder } from './period-orders';

/** What the orders of one row come to, a customer at a time, and how it could have come out otherwise. */
export class RowSums {
  private readonly revenues: number[] = [];
  private readonly margins: number[] = [];
  private readonly firsts: number[] = [];
  private unit = Number.NaN;
  private buyer = -1;
  orders = 0;
  customers = 0;
  private drawn: Draws | null = null;

  constructor(private readonly seed: number) {}

  /** Orders of one person come one after another; each order of nobody stands for somebody of its own. */
  add(paid: PaidOrder): void {
    const unit = paid.person >= 0 ? paid.person : -1 - paid.order;
    if (unit !== this.unit) {
      this.unit = unit;
      this.revenues.push(0);
      this.margins.push(0);
      this.firsts.push(0);
    }
    if (paid.isSale && paid.person >= 0 && this.buyer !== paid.person) {
      this.buyer = paid.person;
      this.customers++;
    }
    const at = this.revenues.length - 1;
    this.revenues[at]! += paid.revenueMinor;
    this.margins[at]! += paid.marginMinor ?? 0;
    if (paid.first) this.firsts[at] = 1;
    if (paid.isSale) this.orders++;
  }

  get revenueMinor(): number {
    return sum(this.revenues);
  }

  get marginMinor(): number {
    return sum(this.margins);
  }

  get newCustomers(): number {
    return sum(this.firsts);
  }

  get draws(): Draws {
    this.drawn ??= draw(this.seed, this.revenues, this.margins, this.firsts);
    return this.drawn;
  }

  /** Whether there are customers enough for how they vary to show. */
  get enough(): boolean {
    return this.revenues.length >= FEWEST_CUSTOMERS;
  }
}

const FEWEST_CUSTOMERS = 10;
const REPLICATES = 1000;
/** Of many customers fewer draws do: they vary less, and take longer. */
const FEWER = { above: 20_000, replicates: 300 };

export interface Draws {
  readonly columns: readonly [revenue: Float64Array, margin: Float64Array, firsts: Float64Array];
  readonly drawn: readonly [revenue: Float64Array, margin: Float64Array, firsts: Float64Array];
}

function draw(seed: number, ...lists: readonly [number[], number[], number[]]): Draws {
  const columns = [
    Float64Array.from(lists[0]),
    Float64Array.from(lists[1]),
    Float64Array.from(lists[2]),
  ] as const;
  const replicates = lists[0].length > FEWER.above ? FEWER.replicates : REPLICATES;
  const [revenue, margin, firsts] = poissonTotals({ columns, replicates, seed });
  if (revenue === undefined || margin === undefined || firsts === undefined)
    throw new TypeError('three columns');
  return { columns, drawn: [revenue, margin, firsts] };
}

/** ROAS, ROI and CAC of a row, with what makes them impossible said. */
export function returnsOf(
  sums: RowSums,
  costMinor: number | null,
  options: { readonly hasMargin: boolean; readonly newIsKnown: boolean },
): Pick<MoneyRow, 'roas' | 'roi' | 'cac'> {
  const none = (reason: NoReturn): Ranged => ({ state: 'none', reason });
  if (costMinor === null || !(costMinor > 0))
    return { roas: none('no-cost'), roi: none('no-cost'), cac: none('no-cost') };
  if (sums.orders === 0)
    return { roas: none('no-orders-named'), roi: none('no-orders-named'), cac: none('no-orders-named') };
  const range = (column: 0 | 1 | 2) => {
    if (!sums.enough) return null;
    const { columns, drawn } = sums.draws;
    const boot = bootstrapOfTotal(columns[column], drawn[column]);
    return bcaInterval(boot) ?? percentileInterval(boot);
  };
  const scaled = (column: 0 | 1, of: (total: number) => number, value: number): Ranged => {
    const interval = range(column);
    return {
      state: 'value',
      value,
      interval: interval && { lo: of(interval.lo), hi: of(interval.hi) },
    };
  };
  const roas = (revenue: number) => revenue / costMinor;
  const roi = (kept: number) => (kept - costMinor) / costMinor;
  const firsts = sums.newCustomers;
  const cac = (): Ranged => {
    if (!options.newIsKnown) return none('history-too-short');
    if (firsts === 0) return none('no-new-customers');
    const interval = firsts < FEWEST_CUSTOMERS ? null : range(2);
    return {
      state: 'value',
      value: costMinor / firsts,
      // More customers are a lower cost of each.
      interval: interval && {
        lo: costMinor / interval.hi,
        hi: interval.lo > 0 ? costMinor / interval.lo : null,
      },
    };
  };
  return {
    roas: scaled(0, roas, roas(sums.revenueMinor)),
    roi: options.hasMargin ? scaled(1, roi, roi(sums.marginMinor)) : none('no-margin'),
    cac: cac(),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
