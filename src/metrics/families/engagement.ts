import type { MetricFamily } from '../metric-family';
import { personActivity } from '../people/person-activity';
import type { PersonFacts } from '../people/person-facts';

export const family = {
  place: 65,
  metrics: [
    {
      id: 'mail-open-rate',
      grain: 'person',
      family: 'engagement',
      label: { en: 'Mail open rate', pl: 'Otwieralność maili' },
      definition: {
        en: 'People who opened a mail in the period, out of those who were sent one in it. Counted by person, so that one mail opened five times counts once.',
        pl: 'Osoby, które w okresie otworzyły maila, spośród tych, do których go wysłano. Liczone po osobach, więc mail otwarty pięć razy liczy się raz.',
      },
      numerator: { en: 'people who opened a mail', pl: 'osoby, które otworzyły maila' },
      denominator: { en: 'people who were sent one', pl: 'osoby, do których wysłano maila' },
      unit: 'rate',
      direction: 'more',
      countedAs: 'customers',
      measure: {
        kind: 'proportion',
        of: ofTheSent('opened', (facts) => personActivity(facts).opened),
        among: (facts) => personActivity(facts).sent,
      },
      needs: ['no-mail-held'],
      leftOut: null,
      whenEmpty: 'no-events-in-period',
      everybody: true,
    },
    {
      id: 'mail-click-rate',
      grain: 'person',
      family: 'engagement',
      label: { en: 'Mail click rate', pl: 'Klikalność maili' },
      definition: {
        en: 'People who clicked in a mail in the period, out of those who were sent one in it. Counted by person.',
        pl: 'Osoby, które w okresie kliknęły w mailu, spośród tych, do których go wysłano. Liczone po osobach.',
      },
      numerator: { en: 'people who clicked in a mail', pl: 'osoby, które kliknęły w mailu' },
      denominator: { en: 'people who were sent one', pl: 'osoby, do których wysłano maila' },
      unit: 'rate',
      direction: 'more',
      countedAs: 'customers',
      measure: {
        kind: 'proportion',
        of: ofTheSent('clicked', (facts) => personActivity(facts).clicked),
        among: (facts) => personActivity(facts).sent,
      },
      needs: ['no-mail-held'],
      leftOut: null,
      whenEmpty: 'no-events-in-period',
      everybody: true,
    },
    {
      id: 'active-days',
      grain: 'person',
      family: 'engagement',
      label: { en: 'Active days', pl: 'Aktywne dni' },
      definition: {
        en: 'Days of the period with an order or anything else the person did (a mail sent to them is not), out of the people in the segment.',
        pl: 'Dni okresu z zamówieniem lub innym działaniem osoby (wysłany do niej mail się nie liczy) podzielone przez osoby w segmencie.',
      },
      numerator: { en: 'active days', pl: 'aktywne dni' },
      denominator: { en: 'people in the segment', pl: 'osoby w segmencie' },
      unit: 'ratio',
      direction: 'more',
      countedAs: 'customers',
      measure: {
        kind: 'mean',
        of: (facts) => personActivity(facts).activeDays,
        among: null,
        range: 'not-negative',
      },
      needs: ['no-events-held'],
      leftOut: null,
      whenEmpty: 'empty-segment',
      unless: noEvents,
      everybody: true,
    },
    {
      id: 'feature-adoption',
      grain: 'person',
      family: 'engagement',
      label: { en: 'Feature adoption', pl: 'Wykorzystanie funkcji' },
      definition: {
        en: 'People who used a feature in the period, out of those who were active in it.',
        pl: 'Osoby, które w okresie użyły jakiejś funkcji, spośród tych, które były wtedy aktywne.',
      },
      numerator: { en: 'people who used a feature', pl: 'osoby, które użyły funkcji' },
      denominator: { en: 'people active in the period', pl: 'osoby aktywne w okresie' },
      unit: 'rate',
      direction: 'more',
      countedAs: 'customers',
      measure: {
        kind: 'proportion',
        of: (facts) => personActivity(facts).usedFeature,
        among: (facts) => personActivity(facts).active,
      },
      needs: ['no-feature-use-held'],
      leftOut: null,
      whenEmpty: 'no-events-in-period',
      unless: noEvents,
      everybody: true,
    },
  ],
} as const satisfies MetricFamily;

/** Where the events held end before the period begins, nobody was seen to do nothing. */
function noEvents(facts: PersonFacts): 'no-events-in-period' | null {
  return personActivity(facts).events === 0 ? 'no-events-in-period' : null;
}

/** A mail sent before the period and opened in it is in neither part. */
function ofTheSent(name: string, fact: (facts: PersonFacts) => Float64Array) {
  return (facts: PersonFacts): Float64Array =>
    facts.get(`${name} of the sent`, () => {
      const { sent } = personActivity(facts);
      return fact(facts).map((did, i) => did * sent[i]!);
    });
}
