import type { Comparison } from '../../../compare/comparison';

/** Months after first orders need all the orders there are, whatever time the other views measure. */
export function ofAllTime(request: Comparison['request']): Comparison['request'] {
  return request.measured.kind === 'after' ? { ...request, asOf: null, measured: { kind: 'held' } } : request;
}
