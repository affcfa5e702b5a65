import { DAY_MS } from '../../core/time/calendar';
import type { Span } from '../rule/rule';

const MINUTE_MS = 60_000;

/** The last moment that is still within the span of `time`. */
export function deadline(time: number, span: Span | undefined): number {
  if (span === undefined) return Number.MAX_VALUE;
  if (span.unit === 'days') return (Math.floor(time / DAY_MS) + span.n + 1) * DAY_MS - 1;
  return time + span.n * (span.unit === 'hours' ? 60 : 1) * MINUTE_MS;
}

/** No two moments further apart are within the span. */
export function longestWithin(span: Span | undefined): number {
  if (span === undefined) return Number.POSITIVE_INFINITY;
  if (span.unit === 'days') return (span.n + 1) * DAY_MS;
  return span.n * (span.unit === 'hours' ? 60 : 1) * MINUTE_MS;
}

/** The first moment that `time` is still within the span of: the other way round. */
export function reachBack(span: Span | undefined): (time: number) => number {
  if (span === undefined) return () => Number.NEGATIVE_INFINITY;
  if (span.unit === 'days') return (time) => (Math.floor(time / DAY_MS) - span.n) * DAY_MS;
  const length = span.n * (span.unit === 'hours' ? 60 : 1) * MINUTE_MS;
  return (time) => time - length;
}
