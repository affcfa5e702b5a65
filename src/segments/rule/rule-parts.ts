import type { EventKind } from '../../core/fields';
import type { Label } from '../../core/label';
import { ofKinds } from '../profile';
import type { Threshold } from '../segment';
import type { Filter, Measure, NumberTest, Rule, ValueTest, Window } from './rule';

/** Short ways to write rules and thresholds, for the library. */
export const LIFETIME: Window = { kind: 'lifetime' };

export const all = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
export const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });
export const none = (...rules: Rule[]): Rule => ({ kind: 'none', rules });

export const lastDays = (days: number): Window => ({ kind: 'last-days', days });

export const atLeast = (value: number): NumberTest => ({ op: 'at-least', value });
export const atMost = (value: number): NumberTest => ({ op: 'at-most', value });
export const lessThan = (value: number): NumberTest => ({ op: 'less-than', value });
export const moreThan = (value: number): NumberTest => ({ op: 'more-than', value });
export const between = (from: number, to: number): NumberTest => ({ op: 'between', from, to });
export const exactly = (value: number): NumberTest => ({ op: 'equals', value });

export const is = (field: string, ...values: string[]): Filter => ({
  field,
  test: { op: 'is-any-of', values },
});

type More = Partial<Omit<Measure, 'of' | 'stat'>> & { readonly window?: Window };

function behaviour(
  of: Measure['of'],
  stat: Measure['stat'],
  test: NumberTest,
  { window, ...more }: More,
): Rule {
  return { kind: 'behaviour', measure: { of, stat, ...more }, window: window ?? LIFETIME, test };
}

export const orders = (stat: Measure['stat'], test: NumberTest, more: More = {}): Rule =>
  behaviour('orders', stat, test, more);
export const items = (stat: Measure['stat'], test: NumberTest, more: More = {}): Rule =>
  behaviour('items', stat, test, more);
export const events = (
  stat: Measure['stat'],
  kinds: readonly EventKind[],
  test: NumberTest,
  more: More = {},
): Rule => behaviour('events', stat, test, { ...more, where: [ofKinds(...kinds), ...(more.where ?? [])] });

export const attribute = (field: string, test: ValueTest): Rule => ({ kind: 'attribute', field, test });

export function threshold(
  label: Label,
  value: number,
  unit: Threshold['unit'],
  n: number,
  from: Label,
): Threshold {
  return { label, value, unit, n, from };
}

/** A number to show and type: three significant figures, rounded the given way. */
export function tidy(value: number, way: 'up' | 'down' | 'nearest' = 'nearest'): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  const round = { up: Math.ceil, down: Math.floor, nearest: Math.round }[way];
  const steps = round(Number((value / step).toPrecision(12)));
  return Number((steps * step).toPrecision(12));
}
