import type { Window } from '../../../../../segments/rule/rule';

export const WINDOW_KINDS = [
  'lifetime',
  'last-days',
  'days-ago',
  'between',
  'since-first-order',
  'before-sequence',
  'after-sequence',
] as const satisfies readonly Window['kind'][];

/** Another kind of window, its days or steps kept where they still mean something. */
export function withWindowKind(window: Window, kind: Window['kind']): Window {
  switch (kind) {
    case 'lifetime':
      return { kind };
    case 'last-days':
    case 'since-first-order':
      return { kind, days: 'days' in window ? window.days : window.kind === 'days-ago' ? window.from : 90 };
    case 'days-ago':
      return window.kind === kind ? window : { kind, from: 'days' in window ? window.days : 90, to: 30 };
    case 'between':
      return window.kind === kind ? window : { kind, from: Number.NaN, to: Number.NaN };
    case 'before-sequence':
    case 'after-sequence':
      return { kind, steps: 'steps' in window ? window.steps : [{ of: 'orders' }] };
  }
}
