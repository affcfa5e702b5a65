import { DAY_MS, dayOf, monthOf, monthStart } from '../../core/time/calendar';

/** Months by a look-up: what `monthOf` and `monthStart` say, for times between two moments. */
export class MonthTable {
  readonly first: number;
  /** Starts of the months from `first` on, one more than there are. */
  readonly starts: Float64Array;
  private readonly firstDay: number;
  private readonly ofDay: Int32Array;

  constructor(from: number, to: number) {
    this.first = monthOf(from);
    const last = monthOf(to);
    this.starts = Float64Array.from({ length: last - this.first + 2 }, (_, i) => monthStart(this.first + i));
    this.firstDay = dayOf(this.starts[0] as number);
    const days = ((this.starts.at(-1) as number) - (this.starts[0] as number)) / DAY_MS;
    this.ofDay = new Int32Array(days);
    for (let m = 0; m < this.starts.length - 1; m++) {
      this.ofDay.fill(m, dayOf(this.starts[m]!) - this.firstDay, dayOf(this.starts[m + 1]!) - this.firstDay);
    }
  }

  /** Months since `first`. */
  indexOf(time: number): number {
    return this.ofDay[Math.floor(time / DAY_MS) - this.firstDay]!;
  }

  /** Months since `first` of the last one that is over: `moment` lies on its last day, or after it. */
  lastFinished(moment: number): number {
    const month = monthOf(moment);
    return dayOf(moment) + 1 >= dayOf(monthStart(month + 1)) ? month - this.first : month - this.first - 1;
  }
}
