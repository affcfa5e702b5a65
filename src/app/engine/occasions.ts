import { mainCurrency } from '../../core/main-currency';
import { DAY_MS, dayOf, dayToCivil } from '../../core/time/calendar';
import type { OccasionMethods, OccasionView } from '../../protocol/api/occasions';
import type { EngineClient } from '../../protocol/engine-api';
import { scopeOf } from '../../segments/engine/scope';
import { COUNTRIES, countryCode } from '../../segments/occasions/countries';
import { nextDay, occasionRule } from '../../segments/occasions/occasion-days';
import { parseOccasionSettings } from '../../segments/occasions/occasion-settings';
import { OCCASIONS } from '../../segments/occasions/occasions';
import { likelyHome, orderPlaces } from '../../segments/occasions/order-places';
import type { EngineContext } from '../engine-context';

export function occasionUseCases(context: EngineContext): EngineClient<OccasionMethods> {
  const { catalogAt, occasions, segmentsChanged } = context;
  return {
    async occasions({ asOf, currency }) {
      const [{ dataset, catalog }, settings] = await Promise.all([
        catalogAt(asOf, currency),
        occasions.get(),
      ]);
      const scope = scopeOf(dataset, catalog.asOf, catalog.currency ?? mainCurrency(dataset));
      const { names } = orderPlaces(scope);
      const likely = likelyHome(scope);
      const home = settings.country ?? likely;
      const held = [...new Set(names.map(countryCode).filter((code) => code !== null))];
      const places = home === null || held.includes(home) ? held : [home, ...held];
      const today = dayOf(scope.asOf) + 1;
      const { year } = dayToCivil(today);
      const next = (occasion: (typeof OCCASIONS)[number]): OccasionView['next'] => {
        const byDay = new Map<number, string[]>();
        for (const country of places.length === 0 ? [null] : places) {
          const rule = occasionRule(occasion, country);
          const day = rule === null ? null : nextDay(rule, today, year);
          if (day === null) continue;
          byDay.set(day, [...(byDay.get(day) ?? []), ...(country === null ? [] : [country])]);
        }
        return [...byDay].map(([day, countries]) => ({ countries, at: day * DAY_MS }));
      };
      return {
        asOf: catalog.asOf,
        settings,
        home,
        likelyHome: likely,
        countries: [...COUNTRIES.keys()],
        withoutCalendar: names.filter((name) => countryCode(name) === null),
        occasions: OCCASIONS.map((occasion) => {
          const change = settings.changed[occasion.id];
          const segment = catalog.segments.find(({ id }) => id === `library:${occasion.id}`);
          return {
            id: occasion.id,
            day: occasion.day,
            why: occasion.why,
            on: change?.on ?? occasion.off !== true,
            before: change?.before ?? occasion.before,
            usualBefore: occasion.before,
            until: occasion.until,
            next: next(occasion),
            buyers: segment === undefined ? null : catalog.members(segment).in.count(),
          };
        }),
      };
    },

    async saveOccasions(given) {
      const settings = parseOccasionSettings(given);
      await occasions.set(settings);
      await segmentsChanged();
      return settings;
    },
  };
}
