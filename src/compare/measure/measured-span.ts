import type { Dataset } from '../../core/dataset';
import { asOfMoment, lastDaysStart } from '../../core/time/as-of';
import { DAY_MS, startOfDay } from '../../core/time/calendar';
import type { MeasuredPeriod } from '../../metrics/measured-period';
import type { ComparisonRequest } from '../comparison';
import { frozenDay } from './frozen-day';

export interface MeasuredSpan extends MeasuredPeriod {
  readonly asOf: number;
  readonly descriptive: boolean;
}

/**
 * The time a comparison covers. `after` is cut where the data ends, and ends before it begins where there is none.
 * Without a dated row the as-of is the last moment any person was made, or `now`.
 */
export function measuredSpan(
  dataset: Dataset,
  request: Pick<ComparisonRequest, 'asOf' | 'measured'>,
  now: number,
): MeasuredSpan {
  const { coverage } = dataset;
  const asOf =
    request.asOf ??
    (coverage !== null && request.measured.kind === 'after'
      ? Math.max(frozenDay(coverage.to, null, request.measured.days), startOfDay(coverage.from))
      : (coverage?.to ?? lastCreated(dataset) ?? now));
  const moment = asOfMoment(asOf);
  const ends = coverage === null ? moment : asOfMoment(coverage.to);
  const common = { asOf, allTime: false, undated: false, descriptive: true };
  switch (request.measured.kind) {
    case 'held':
      return {
        ...common,
        from: Math.min(coverage?.from ?? moment, moment),
        to: moment,
        horizon: moment,
        allTime: true,
        // Before the end of the data, an order without a date may lie on either side.
        undated: moment >= ends,
      };
    case 'last':
      return { ...common, from: lastDaysStart(asOf, request.measured.days), to: moment, horizon: moment };
    case 'after': {
      const to = Math.min(moment + request.measured.days * DAY_MS, ends);
      return {
        ...common,
        from: moment + 1,
        to: Math.max(to, moment),
        horizon: Math.max(to, moment),
        descriptive: false,
      };
    }
  }
}

function lastCreated(dataset: Dataset): number | null {
  const created = dataset.people.columns.get('createdAt');
  if (created?.type !== 'time') return null;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of created.values) if (at > last) last = at;
  return Number.isFinite(last) ? last : null;
}
