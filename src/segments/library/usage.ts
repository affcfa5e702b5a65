import type { EventKind } from '../../core/fields';
import type { Label } from '../../core/label';
import type { LibraryEntry, Made } from '../library-entry';
import type { Profile } from '../profile';
import { ofKinds } from '../profile';
import type { NumberTest, Rule } from '../rule/rule';
import {
  all,
  atLeast,
  atMost,
  between,
  events,
  exactly,
  lastDays,
  lessThan,
  orders,
  threshold,
} from '../rule/rule-parts';

/** What people do themselves; being sent mail is done to them. */
const OWN_KINDS: readonly EventKind[] = [
  'visit',
  'page-view',
  'search',
  'cart',
  'checkout',
  'feature-use',
  'social',
  'custom',
];

const usageNeeds: Label = {
  en: 'Events of people (visits, feature use) or orders, with dates.',
  pl: 'Zdarzenia osób (wizyty, użycie funkcji) lub zamówienia, z datami.',
};
const featureNeeds: Label = {
  en: 'Feature-use events with the name of the feature, by person.',
  pl: 'Zdarzenia użycia funkcji z nazwą funkcji, dla każdej osoby.',
};

/** Bounds between light, medium and heavy use in the days before the as-of: by events where held, else by orders. */
function bounds(profile: Profile) {
  const window = lastDays(profile.events(...OWN_KINDS) > 0 ? 90 : 365);
  const byEvents = profile.events(...OWN_KINDS) > 0;
  const measure = byEvents
    ? ({ of: 'events', stat: 'count', where: [ofKinds(...OWN_KINDS)] } as const)
    : ({ of: 'orders', stat: 'count' } as const);
  const half = profile.percentile(measure, 0.5, window);
  const top = profile.percentile(measure, 0.8, window);
  if (half === null || top === null) return null;
  const medium = Math.max(2, Math.ceil(half.value));
  const heavy = Math.max(medium + 1, Math.ceil(top.value));
  return { byEvents, window, medium, heavy, n: top.n };
}

function level(
  id: 'heavy' | 'medium' | 'light',
  name: Label,
  description: Label,
  tests: (medium: number, heavy: number) => readonly NumberTest[],
): LibraryEntry {
  return {
    id: `${id}-use`,
    kind: 'usage',
    name,
    description,
    needs: usageNeeds,
    make: (profile) => {
      const found = bounds(profile);
      if (found === null) return null;
      const { byEvents, window, medium, heavy, n } = found;
      const days = window.kind === 'last-days' ? window.days : 0;
      const rules = tests(medium, heavy).map((test) =>
        byEvents ? events('count', OWN_KINDS, test, { window }) : orders('count', test, { window }),
      );
      const [only] = rules;
      const rule = rules.length === 1 && only !== undefined ? only : all(...rules);
      const unit = byEvents ? 'events' : 'orders';
      const what = byEvents
        ? { en: `events in the last ${days} days`, pl: `zdarzeń w ostatnich ${days} dniach` }
        : { en: `orders in the last ${days} days`, pl: `zamówień w ostatnich ${days} dniach` };
      return {
        rule,
        thresholds: [
          ...(id === 'heavy'
            ? []
            : [
                threshold({ en: 'Medium from', pl: 'Średnie od' }, medium, unit, n, {
                  en: `the median of ${what.en}, among those with any; 2 at least`,
                  pl: `mediana liczby ${what.pl} wśród tych, którzy jakieś mają; co najmniej 2`,
                }),
              ]),
          ...(id === 'light'
            ? []
            : [
                threshold({ en: 'Heavy from', pl: 'Intensywne od' }, heavy, unit, n, {
                  en: `the 80th percentile of ${what.en}, among those with any`,
                  pl: `80. percentyl liczby ${what.pl} wśród tych, którzy jakieś mają`,
                }),
              ]),
        ],
      };
    },
  };
}

export default [
  level(
    'heavy',
    { en: 'Heavy users', pl: 'Intensywnie korzystający' },
    {
      en: 'The most active fifth lately: by what they do on the site or in the product where that is held, by orders in the last year where not.',
      pl: 'Najaktywniejsza piąta część w ostatnim czasie: według działań w serwisie lub produkcie, a gdy ich nie ma, według zamówień z ostatniego roku.',
    },
    (_, heavy) => [atLeast(heavy)],
  ),
  level(
    'medium',
    { en: 'Medium users', pl: 'Korzystający umiarkowanie' },
    {
      en: 'Between light and heavy use. The group that habits are made of: show them what heavy users do.',
      pl: 'Pomiędzy lekkim a intensywnym korzystaniem. Tu rodzą się nawyki: warto pokazać im to, co robią najaktywniejsi.',
    },
    (medium, heavy) => [atLeast(medium), lessThan(heavy)],
  ),
  level(
    'light',
    { en: 'Light users', pl: 'Korzystający okazjonalnie' },
    {
      en: 'Active lately, but less than half of the others. A single clear next step works better than a catalogue.',
      pl: 'Aktywni w ostatnim czasie, ale mniej niż połowa pozostałych. Jeden jasny następny krok działa lepiej niż cały katalog.',
    },
    (medium) => [atLeast(1), lessThan(medium)],
  ),
  {
    id: 'declining-use',
    kind: 'usage',
    name: { en: 'Declining use', pl: 'Korzystający coraz rzadziej' },
    description: {
      en: 'Active enough to judge, and at most a quarter of it in the later half of the time looked at. Ask what changed while they still come.',
      pl: 'Na tyle aktywni, by to ocenić, a w drugiej połowie badanego czasu przypada najwyżej jedna czwarta ich działań. Warto zapytać, co się zmieniło, póki jeszcze zaglądają.',
    },
    needs: usageNeeds,
    make: (profile) => declining(profile),
  },
  {
    id: 'power-features',
    kind: 'usage',
    name: { en: 'Power-feature users', pl: 'Korzystający z wielu funkcji' },
    description: {
      en: 'The fifth that uses the most different features. They find what is missing first: ask them.',
      pl: 'Jedna piąta używająca największej liczby różnych funkcji. Pierwsi zauważają, czego brakuje: warto ich pytać.',
    },
    needs: featureNeeds,
    make: (profile) => {
      const n = profile.people({
        of: 'events',
        stat: 'distinct',
        field: 'name',
        where: [ofKinds('feature-use')],
      });
      if (n === 0) return null;
      return {
        rule: {
          kind: 'rank',
          measure: { of: 'events', stat: 'distinct', field: 'name', where: [ofKinds('feature-use')] },
          window: lastDays(90),
          side: 'top',
          share: 0.2,
        },
        thresholds: [
          threshold({ en: 'Top share of users', pl: 'Górna część korzystających' }, 0.2, 'share', n, {
            en: 'a fifth, ties kept together',
            pl: 'jedna piąta, remisy razem',
          }),
        ],
      };
    },
  },
  {
    id: 'basics-only',
    kind: 'usage',
    name: { en: 'Basics only', pl: 'Tylko podstawy' },
    description: {
      en: 'They use the product, but only one or two of its features. A short tour of the next one raises what the product is worth to them.',
      pl: 'Korzystają z produktu, ale tylko z jednej lub dwóch funkcji. Krótkie pokazanie następnej podnosi jego wartość w ich oczach.',
    },
    needs: featureNeeds,
    make: (profile) =>
      profile.people({ of: 'events', stat: 'distinct', field: 'name', where: [ofKinds('feature-use')] }) === 0
        ? null
        : {
            rule: events('distinct', ['feature-use'], between(1, 2), { field: 'name', window: lastDays(90) }),
          },
  },
  {
    id: 'activated',
    kind: 'usage',
    name: { en: 'Activated', pl: 'Aktywowani' },
    description: {
      en: 'Signed up and have used the product since.',
      pl: 'Zarejestrowali się i skorzystali już z produktu.',
    },
    needs: {
      en: 'Sign-up and feature-use events, by person.',
      pl: 'Zdarzenia rejestracji i użycia funkcji, dla każdej osoby.',
    },
    make: (profile) =>
      profile.events('sign-up') === 0 || profile.events('feature-use') === 0
        ? null
        : {
            rule: all(events('count', ['sign-up'], atLeast(1)), events('count', ['feature-use'], atLeast(1))),
          },
  },
  {
    id: 'never-activated',
    kind: 'usage',
    name: { en: 'Never activated', pl: 'Nigdy nieaktywowani' },
    description: {
      en: 'Signed up and never used anything. The first step was too hard or too far off: help with it, and only it.',
      pl: 'Zarejestrowali się i z niczego nie skorzystali. Pierwszy krok był za trudny lub za daleko: warto pomóc właśnie w nim.',
    },
    needs: {
      en: 'Sign-up and feature-use events, by person.',
      pl: 'Zdarzenia rejestracji i użycia funkcji, dla każdej osoby.',
    },
    make: (profile) =>
      profile.events('sign-up') === 0 || profile.events('feature-use') === 0
        ? null
        : {
            rule: all(events('count', ['sign-up'], atLeast(1)), events('count', ['feature-use'], exactly(0))),
          },
  },
] satisfies readonly LibraryEntry[];

function declining(profile: Profile): Made | null {
  const byEvents = profile.events(...OWN_KINDS) > 0;
  const usual = profile.rhythm;
  if (!byEvents && usual === null) return null;
  // Half the time must be long enough for a few actions at the usual pace.
  const half = byEvents ? 30 : Math.max(30, Math.ceil((usual?.days ?? 0) * 3));
  const window = lastDays(2 * half);
  const least = byEvents ? 8 : 4;
  const late = { field: 'daysAgo', test: atMost(half - 1) } as const;
  const rule = byEvents
    ? all(events('count', OWN_KINDS, atLeast(least), { window }), shareOfEvents(late, window))
    : all(
        orders('count', atLeast(least), { window }),
        orders('share', atMost(0.25), { window, where: [late] }),
      );
  return {
    rule,
    thresholds: [
      threshold(
        { en: 'Half of the time looked at, days', pl: 'Połowa badanego czasu, dni' },
        half,
        'days',
        usual?.n ?? 0,
        {
          en: byEvents
            ? 'a month'
            : `three median gaps between orders (${usual?.days} days), a month at least`,
          pl: byEvents
            ? 'miesiąc'
            : `trzy mediany odstępu między zamówieniami (${usual?.days} dni), co najmniej miesiąc`,
        },
      ),
    ],
  };
}

function shareOfEvents(late: { field: string; test: NumberTest }, window: ReturnType<typeof lastDays>): Rule {
  return {
    kind: 'behaviour',
    measure: { of: 'events', stat: 'share', where: [late], among: [ofKinds(...OWN_KINDS)] },
    window,
    test: atMost(0.25),
  };
}
