import { Bitset } from '../../core/bitset';
import type { Dataset } from '../../core/dataset';
import type { Filter, Measure } from '../rule/rule';
import { memo } from './memo';
import { countedMask, rowMask } from './row-mask';
import type { RowRanges } from './row-ranges';
import type { Scope } from './scope';
import { spread } from './spread';
import { NO, YES } from './trit';
import { windowMask } from './window-mask';

/** The rows a measure is taken of, as loops need them: a person's are contiguous, in order of time. */
export interface MeasuredRows {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly time: Float64Array;
  /** Counts: 1 yes, 0 no, 2 can't be told; null where every row counts. */
  readonly counted: Uint8Array | null;
  /** As `counted`, with returns in: what money is summed over. */
  readonly matched: Uint8Array | null;
  /** The same by `among` alone: what a share is a share of. */
  readonly base: Uint8Array | null;
  /** People with orders in the window that have no lines: what they bought can't be told. */
  readonly lineless: Bitset | null;
}

export function measuredRows(scope: Scope, measure: Measure, ranges: RowRanges): MeasuredRows {
  const { dataset } = scope;
  const among: readonly Filter[] = measure.among ?? [];
  const where: readonly Filter[] = [...among, ...(measure.where ?? [])];
  if (measure.of === 'events') {
    const mask = (filters: readonly Filter[]) =>
      filters.length === 0 ? null : (windowMask(scope, filters, ranges) ?? rowMask(scope, 'events', filters));
    const counted = mask(where);
    const { from, to } = ranges;
    const { time } = dataset.events;
    return { from, to, time, counted, matched: counted, base: mask(among), lineless: null };
  }
  if (measure.of === 'orders') {
    return {
      from: ranges.from,
      to: ranges.to,
      time: dataset.orders.time,
      counted: countedMask(scope, 'orders', where),
      matched: rowMask(scope, 'orders', where),
      base: countedMask(scope, 'orders', among),
      lineless: null,
    };
  }
  // A person's orders are contiguous, and so are the lines of those orders.
  const { offsets } = dataset.items;
  const people = ranges.to.length;
  const from = new Uint32Array(people);
  const to = new Uint32Array(people);
  const without = salesWithoutLines(dataset);
  const lineless = without === null ? null : new Bitset(people);
  for (let p = 0; p < people; p++) {
    from[p] = offsets[ranges.from[p]!]!;
    to[p] = offsets[ranges.to[p]!]!;
    if (without === null) continue;
    for (let order = ranges.from[p]!; order < ranges.to[p]!; order++)
      if (without[order] === YES) lineless?.add(p);
  }
  const ofSales = linesOfSales(scope);
  const ofSalesToo = (filters: readonly Filter[]) => {
    const mask = rowMask(scope, 'items', filters);
    return ofSales === null || mask === null ? (mask ?? ofSales) : bothYes(mask, ofSales);
  };
  const counted = ofSalesToo(where);
  return {
    from,
    to,
    // As long as the table, and few measures look at it.
    get time() {
      return lineTimes(scope);
    },
    counted,
    matched: counted,
    base: ofSalesToo(among),
    lineless,
  };
}

/** 1 for sales that have no lines; null where every sale has some. */
function salesWithoutLines(dataset: Dataset): Uint8Array | null {
  return memo(dataset, 'sales without lines', () => {
    const { isSale } = dataset.orders;
    const { offsets } = dataset.items;
    const out = new Uint8Array(isSale.length);
    let any = false;
    for (let order = 0; order < out.length; order++) {
      if (isSale[order] === 0 || offsets[order] !== offsets[order + 1]) continue;
      out[order] = YES;
      any = true;
    }
    return any ? out : null;
  });
}

function bothYes(mask: Uint8Array, sales: Uint8Array): Uint8Array {
  const out = new Uint8Array(mask.length);
  for (let row = 0; row < out.length; row++) out[row] = sales[row] === YES ? mask[row]! : NO;
  return out;
}

function linesOfSales({ dataset }: Scope): Uint8Array | null {
  return memo(dataset, 'lines of sales', () => {
    const { isSale } = dataset.orders;
    if (isSale.every((sale) => sale === 1)) return null;
    const { offsets, size } = dataset.items;
    return spread(isSale, offsets, new Uint8Array(size));
  });
}

function lineTimes({ dataset }: Scope): Float64Array {
  return memo(dataset, 'line times', () => {
    const { offsets, size } = dataset.items;
    return spread(dataset.orders.time, offsets, new Float64Array(size));
  });
}
