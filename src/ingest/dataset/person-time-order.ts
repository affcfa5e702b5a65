import { countingSort, type Grouped } from '../../core/sorting/counting-sort';

/** Up to this many rows are put in order one by one, which beats anything cleverer. */
const FEW = 32;

/**
 * Rows by person, each person's by time, undated ones last, equals as they stand; rows of nobody (-1) after all.
 * Nearly everybody has a handful of rows, so sorting within people is far less work than sorting all rows by time.
 */
export function personTimeOrder(person: Int32Array, time: Float64Array, people: number): Grouped {
  const { offsets, members } = countingSort(person, people);
  const times = new Float64Array(members.length);
  // Undated as later than anything, so that one comparison orders all.
  for (let i = 0; i < times.length; i++) {
    const t = time[members[i]!]!;
    times[i] = Number.isNaN(t) ? Infinity : t;
  }
  const sorter = new Sorter(times, members);
  for (let p = 0; p <= people; p++) sorter.sort(offsets[p]!, p === people ? members.length : offsets[p + 1]!);
  return { offsets, members };
}

/** Orders stretches of `members` by `times`, which goes along with them; equals keep their order. */
class Sorter {
  private heldTimes = new Float64Array(1024);
  private heldMembers = new Uint32Array(1024);

  constructor(
    private readonly times: Float64Array,
    private readonly members: Uint32Array,
  ) {}

  sort(start: number, end: number): void {
    for (let from = start; from < end; from += FEW) this.insert(from, Math.min(end, from + FEW));
    for (let run = FEW; run < end - start; run *= 2) {
      for (let from = start; from + run < end; from += run * 2)
        this.merge(from, from + run, Math.min(end, from + run * 2));
    }
  }

  private insert(start: number, end: number): void {
    const { times, members } = this;
    for (let i = start + 1; i < end; i++) {
      const t = times[i]!;
      if (t >= times[i - 1]!) continue;
      const row = members[i]!;
      let at = i;
      while (at > start && times[at - 1]! > t) {
        times[at] = times[at - 1]!;
        members[at] = members[at - 1]!;
        at--;
      }
      times[at] = t;
      members[at] = row;
    }
  }

  /** Two neighbouring stretches in order become one. */
  private merge(start: number, middle: number, end: number): void {
    const { times, members } = this;
    if (times[middle - 1]! <= times[middle]!) return;
    const size = middle - start;
    if (size > this.heldTimes.length) {
      this.heldTimes = new Float64Array(size * 2);
      this.heldMembers = new Uint32Array(size * 2);
    }
    const { heldTimes, heldMembers } = this;
    for (let i = 0; i < size; i++) {
      heldTimes[i] = times[start + i]!;
      heldMembers[i] = members[start + i]!;
    }
    let left = 0;
    let right = middle;
    for (let to = start; left < size; to++) {
      if (right < end && times[right]! < heldTimes[left]!) {
        times[to] = times[right]!;
        members[to] = members[right++]!;
      } else {
        times[to] = heldTimes[left]!;
        members[to] = heldMembers[left++]!;
      }
    }
  }
}
