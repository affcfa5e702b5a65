import type { ChangeChoices, ChangeRequest, ChangeSide } from '../../../compare/change/change';
import { DAY_MS, startOfDay } from '../../../core/time/calendar';

type Report = ChangeChoices['reports'][number];

/**
 * The first question there is to ask: two reports of one make, the earlier before the later; else one report in two halves
 * of its days; else two values of one of its dimensions, by another. Null where there is none.
 */
export function firstChange({ reports }: ChangeChoices): ChangeRequest | null {
  for (const [i, one] of reports.entries()) {
    for (const other of reports.slice(i + 1)) {
      const both = inBoth(one, other);
      if (both === null) continue;
      const [before, after] =
        (one.period?.from ?? 0) <= (other.period?.from ?? 0) ? [one, other] : [other, one];
      return { ...both, before: whole(before), after: whole(after) };
    }
  }
  for (const report of reports) {
    const found = alone(report);
    if (found !== null) return found;
  }
  return null;
}

function alone(report: Report): ChangeRequest | null {
  const [metric, dimension, other] = [report.metrics[0], report.dimensions[0], report.dimensions[1]];
  if (metric === undefined || dimension === undefined) return null;
  const days = report.dates.find(({ from, to }) => startOfDay(to) > startOfDay(from));
  const side = (rows: ChangeSide['rows']): ChangeSide => ({ reportId: report.id, rows });
  if (days !== undefined) {
    const halves = halvesOf(days);
    return {
      metricId: metric.id,
      dimension: dimension.id,
      before: side({ kind: 'dates', dimension: days.id, ...halves.before }),
      after: side({ kind: 'dates', dimension: days.id, ...halves.after }),
    };
  }
  const parted = [dimension, other].find((d) => d !== undefined && d.values.length >= 2);
  const by = parted === dimension ? other : dimension;
  const [x, y] = parted?.values ?? [];
  if (parted === undefined || by === undefined || x === undefined || y === undefined) return null;
  return {
    metricId: metric.id,
    dimension: by.id,
    before: side({ kind: 'value', dimension: parted.id, value: x }),
    after: side({ kind: 'value', dimension: parted.id, value: y }),
  };
}

/** Two runs of days alike in length; a middle day that belongs to neither goes to the later. */
export function halvesOf({ from, to }: { readonly from: number; readonly to: number }) {
  const [first, last] = [startOfDay(from), startOfDay(to)];
  const half = Math.floor((last - first) / DAY_MS / 2 + 0.5) || 1;
  const middle = first + half * DAY_MS;
  return { before: { from: first, to: middle - DAY_MS }, after: { from: middle, to: last } };
}

export const whole = ({ id }: Pick<Report, 'id'>): ChangeSide => ({ reportId: id, rows: { kind: 'all' } });

/** A first metric and dimension that two reports have; null of none. */
function inBoth(a: Report, b: Report): Pick<ChangeRequest, 'metricId' | 'dimension'> | null {
  const metric = a.metrics.find(({ id }) => b.metrics.some((m) => m.id === id));
  const dimension = a.dimensions.find(({ id }) => b.dimensions.some((d) => d.id === id));
  return metric === undefined || dimension === undefined
    ? null
    : { metricId: metric.id, dimension: dimension.id };
}

/** After another report was chosen before: what the question asks for must be in it, and the other side fit. */
export function withReport(choices: ChangeChoices, request: ChangeRequest): ChangeRequest {
  const report = choices.reports.find(({ id }) => id === request.before.reportId);
  if (report === undefined) return request;
  const metricId = report.metrics.some(({ id }) => id === request.metricId)
    ? request.metricId
    : report.metrics[0]?.id;
  const dimension = report.dimensions.some(({ id }) => id === request.dimension)
    ? request.dimension
    : report.dimensions[0]?.id;
  if (metricId === undefined || dimension === undefined) return request;
  return withMetric(choices, { ...request, metricId, dimension });
}

/** The later side goes where the rate and the dimension are: to the earlier side's own report if need be. */
export function withMetric({ reports }: ChangeChoices, request: ChangeRequest): ChangeRequest {
  const fits = reports.some(
    ({ id, metrics, dimensions }) =>
      id === request.after.reportId &&
      metrics.some((m) => m.id === request.metricId) &&
      dimensions.some((d) => d.id === request.dimension),
  );
  return fits ? request : { ...request, after: { ...request.before } };
}
