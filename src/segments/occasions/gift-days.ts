import { DAY_MS, dayToCivil } from '../../core/time/calendar';
import type { Made } from '../library-entry';
import type { Profile } from '../profile';
import type { Filter, Rule, ValueTest } from '../rule/rule';
import { all, any, atLeast, attribute, orders, threshold } from '../rule/rule-parts';
import { countryCode } from './countries';
import { dayRule } from './day-rule';
import { occasionRule } from './occasion-days';
import type { OwnOccasion } from './occasion-settings';
import type { Occasion } from './occasions';
import { likelyHome, type OrderPlaces, orderPlaces } from './order-places';

/**
 * Bought at least once in the days before an occasion of any year held, by the calendar of the order's country, or else
 * the person's, or else the one of home. Null where no sale falls into them.
 */
export function giftDays(profile: Profile, occasion: Occasion): Made | null {
  const before = profile.occasions.changed[occasion.id]?.before ?? occasion.before;
  const places = orderPlaces(profile.scope);
  const home = profile.occasions.country ?? likelyHome(profile.scope);
  const atHome = occasionRule(occasion, home);
  /** Countries whose days are others than at home, by their rule. */
  const others = new Map<string | null, string[]>();
  for (const name of places.names) {
    const country = countryCode(name);
    const rule = country === null ? atHome : occasionRule(occasion, country);
    if (rule !== atHome) others.set(rule, [...(others.get(rule) ?? []), name]);
  }
  const days = { before, until: occasion.until, places };
  const found = [
    bought(atHome, { ...days, names: [...others.values()].flat(), inside: false }),
    ...[...others].map(([rule, names]) => bought(rule, { ...days, names, inside: true })),
  ];
  return made(before, found);
}

/** The same for a date of the person's own, alike in every country. */
export function ownGiftDays(profile: Profile, { month, day, before }: OwnOccasion): Made | null {
  const two = (n: number) => String(n).padStart(2, '0');
  const places = orderPlaces(profile.scope);
  return made(before, [
    bought(`${two(month)}-${two(day)}`, { before, until: 0, places, names: [], inside: false }),
  ]);
}

interface Bought {
  readonly rule: Rule | null;
  readonly years: readonly number[];
  readonly sales: number;
}

/** Sales in the days of one rule, that went to the named countries only, or to any but them. */
function bought(
  days: string | null,
  of: {
    readonly before: number;
    readonly until: number;
    readonly places: OrderPlaces;
    readonly names: readonly string[];
    readonly inside: boolean;
  },
): Bought {
  const { places, names, inside } = of;
  if (days === null || places.to < places.from) return { rule: null, years: [], sales: 0 };
  const rule = dayRule(days);
  const first = dayToCivil(places.from).year;
  // The days before an occasion of the next January may lie in the last year held.
  const last = dayToCivil(places.to).year + 1;
  const held = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .flatMap((year) => rule(year).map((day) => ({ year, from: day - of.before, to: day + of.until })))
    .map((span) => ({ ...span, sales: places.sales(span.from, span.to, names, inside) }))
    .filter(({ sales }) => sales > 0);
  const where = places.field?.of === 'orders' ? filterOf(places.field.id, names, inside) : null;
  const clauses = held.map(({ from, to }) => {
    const window = { kind: 'between', from: from * DAY_MS, to: (to + 1) * DAY_MS - 1 } as const;
    return orders('count', atLeast(1), where === null ? { window } : { window, where: [where] });
  });
  const inAny = oneOrAny(clauses);
  return {
    rule:
      inAny !== null && places.field?.of === 'people' && names.length > 0
        ? all(personIn(places.field.id, names, inside), inAny)
        : inAny,
    years: held.map(({ year }) => year),
    sales: held.reduce((sum, { sales }) => sum + sales, 0),
  };
}

function made(before: number, found: readonly Bought[]): Made | null {
  const rule = oneOrAny(found.flatMap((f) => (f.rule === null ? [] : [f.rule])));
  if (rule === null) return null;
  const n = found.reduce((sum, { sales }) => sum + sales, 0);
  return {
    rule,
    thresholds: [
      threshold({ en: 'Counted from, days before', pl: 'Liczone od, dni wcześniej' }, before, 'days', n, {
        en: 'as set under Occasions; n is orders in these days',
        pl: 'według ustawień okazji; n to liczba zamówień w tych dniach',
      }),
      threshold(
        { en: 'Years with such days held', pl: 'Lata z takimi dniami w danych' },
        new Set(found.flatMap(({ years }) => years)).size,
        'years',
        n,
        {
          en: 'worked out from the calendar; n is orders in these days',
          pl: 'wyliczone z kalendarza; n to liczba zamówień w tych dniach',
        },
      ),
    ],
  };
}

function oneOrAny(rules: readonly Rule[]): Rule | null {
  const [only] = rules;
  return only === undefined || rules.length === 1 ? (only ?? null) : any(...rules);
}

/** Whoever has no country held keeps the days of home, so that nobody is left unknown. */
function countryTests(names: readonly string[], inside: boolean): readonly [ValueTest, ValueTest] {
  return inside
    ? [{ op: 'is-filled' }, { op: 'is-any-of', values: names }]
    : [{ op: 'is-empty' }, { op: 'is-none-of', values: names }];
}

function filterOf(field: string, names: readonly string[], inside: boolean): Filter | null {
  if (names.length === 0) return null;
  const filters = countryTests(names, inside).map((test) => ({ field, test }));
  return { kind: inside ? 'all' : 'any', filters };
}

function personIn(field: string, names: readonly string[], inside: boolean): Rule {
  const rules = countryTests(names, inside).map((test) => attribute(field, test));
  return inside ? all(...rules) : any(...rules);
}
