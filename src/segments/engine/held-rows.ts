import type { Filter, Measure, Window } from '../rule/rule';
import { memo } from './memo';
import { firstOrderTimes, type RowRanges } from './row-ranges';
import { rowsByValue } from './rows-by-value';
import type { Scope } from './scope';
import { NO, YES } from './trit';
import { onlyField, valueAnswers } from './value-answers';

/**
 * "Opened no mail" needs mail events to be held for that time (product.md §4.1): somebody's row of the kind asked for,
 * inside the window and up to the as-of. (Of lines: an order that has some.)
 */
export function areRowsHeld(
  scope: Scope,
  of: Measure['of'],
  filters: readonly Filter[],
  window: Window,
  ranges: RowRanges,
): boolean {
  const { dataset, asOf } = scope;
  const kinds = of === 'events' ? filters.filter((filter) => onlyField([filter]) === 'kind') : [];
  if (of === 'events' && window.kind === 'since-first-order' && noFirstOrders(scope)) return false;
  const table = of === 'events' ? dataset.events : dataset.orders;
  return memo(dataset, `held ${of} ${JSON.stringify([kinds, window])} ${asOf} ${scope.currency}`, () => {
    const rowsAsked = of === 'items' ? withLines(scope) : null;
    const kindsAsked = kinds.length === 0 ? null : valueAnswers(scope, dataset.events.kind, kinds);
    if (kindsAsked !== null && !kindsAsked.some((answer, kind) => answer === YES && hasKind(scope, kind)))
      return false;
    const codes = kindsAsked === null ? null : dataset.events.kind.codes;
    const matches = (row: number): boolean =>
      kindsAsked === null || codes === null
        ? rowsAsked === null || rowsAsked[row] === YES
        : kindsAsked[codes[row]! + 1] === YES;
    const { from, to, start, end } = ranges;
    for (let p = 0; p < to.length; p++) {
      for (let row = from[p]!; row < to[p]!; row++) if (matches(row)) return true;
    }
    // Rows of nobody known, and anybody's for windows of a person's own, show as well that the kind is held.
    const first = isOwnWindow(window) ? 0 : table.offsets[dataset.people.size]!;
    for (let row = first; row < table.size; row++) {
      const time = table.time[row]!;
      if (time >= start && time <= end && matches(row)) return true;
    }
    return false;
  });
}

/** Whether any event held is of the kind, counted as `kindAnswers` does: most kinds asked for are not, and never found. */
function hasKind({ dataset }: Scope, kind: number): boolean {
  return rowsByValue(dataset, 'kind', dataset.events.kind)[kind] !== 0;
}

/** Windows that lie elsewhere for each person. */
function isOwnWindow({ kind }: Window): boolean {
  return kind === 'since-first-order' || kind === 'before-sequence' || kind === 'after-sequence';
}

function noFirstOrders(scope: Scope): boolean {
  return firstOrderTimes(scope).every((time) => Number.isNaN(time));
}

/** Orders that have lines: an export of orders alone says nothing of what was in them. */
function withLines({ dataset }: Scope): Uint8Array {
  return memo(dataset, 'orders with lines', () => {
    const { offsets } = dataset.items;
    const out = new Uint8Array(dataset.orders.size);
    for (let order = 0; order < out.length; order++)
      out[order] = offsets[order] === offsets[order + 1] ? NO : YES;
    return out;
  });
}
