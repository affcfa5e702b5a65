import type { EventKind } from '../../core/fields';
import { LAPSE_FACTOR } from '../journey';
import type { LibraryEntry } from '../library-entry';
import { ofKinds } from '../profile';
import {
  all,
  atLeast,
  between,
  events,
  exactly,
  is,
  lastDays,
  moreThan,
  orders,
  threshold,
} from '../rule/rule-parts';

const SITE_KINDS: readonly EventKind[] = ['visit', 'page-view', 'search', 'cart', 'checkout'];

export default [
  {
    id: 'mail-engaged',
    kind: 'engagement',
    name: { en: 'Mail-engaged', pl: 'Zaangażowani w mailing' },
    description: {
      en: 'Opened or clicked a mail in the last 90 days. Reachable for free; opens made by mail programs are in it too.',
      pl: 'W ostatnich 90 dniach otworzyli lub kliknęli wiadomość. Docieramy do nich bez kosztu; liczą się też otwarcia wykonane przez programy pocztowe.',
    },
    needs: {
      en: 'Mail opens and clicks by person, with dates.',
      pl: 'Otwarcia i kliknięcia wiadomości dla każdej osoby, z datami.',
    },
    make: (profile) =>
      profile.events('mail-open', 'mail-click') === 0
        ? null
        : { rule: events('count', ['mail-open', 'mail-click'], atLeast(1), { window: lastDays(90) }) },
  },
  {
    id: 'mail-silent',
    kind: 'engagement',
    name: { en: 'Not opening mail', pl: 'Nieotwierający wiadomości' },
    description: {
      en: 'Sent at least three mails in the last 90 days and opened none. Mail less, or ask them over another channel before they hurt delivery.',
      pl: 'W ostatnich 90 dniach dostali co najmniej trzy wiadomości i nie otworzyli żadnej. Warto pisać rzadziej albo zapytać innym kanałem, zanim ucierpi dostarczalność.',
    },
    needs: {
      en: 'Mails sent and opened by person, with dates.',
      pl: 'Wysłane i otwarte wiadomości dla każdej osoby, z datami.',
    },
    make: (profile) =>
      profile.events('mail-sent') === 0 || profile.events('mail-open') === 0
        ? null
        : {
            rule: all(
              events('count', ['mail-sent'], atLeast(3), { window: lastDays(90) }),
              events('count', ['mail-open'], exactly(0), { window: lastDays(90) }),
              events('count', ['mail-click'], exactly(0), { window: lastDays(90) }),
            ),
          },
  },
  {
    id: 'site-engaged',
    kind: 'engagement',
    name: { en: 'Site-engaged', pl: 'Zaangażowani w serwisie' },
    description: {
      en: 'On the site on at least three days of the last 30. Interested now: show them what they looked at.',
      pl: 'W ostatnich 30 dniach byli w serwisie co najmniej trzy dni. Zainteresowani właśnie teraz: warto pokazać to, co oglądali.',
    },
    needs: {
      en: 'Visits or page views by person, with dates.',
      pl: 'Wizyty lub odsłony dla każdej osoby, z datami.',
    },
    make: (profile) =>
      profile.events(...SITE_KINDS) === 0
        ? null
        : { rule: events('distinct', SITE_KINDS, atLeast(3), { field: 'day', window: lastDays(30) }) },
  },
  {
    id: 'social-engaged',
    kind: 'engagement',
    name: { en: 'Social-engaged', pl: 'Zaangażowani w mediach społecznościowych' },
    description: {
      en: 'Did something on social media in the last 90 days. They carry a message further than any ad.',
      pl: 'W ostatnich 90 dniach byli aktywni w mediach społecznościowych. Poniosą przekaz dalej niż reklama.',
    },
    needs: {
      en: 'Social events by person, with dates.',
      pl: 'Zdarzenia z mediów społecznościowych dla każdej osoby, z datami.',
    },
    make: (profile) =>
      profile.events('social') === 0
        ? null
        : { rule: events('count', ['social'], atLeast(1), { window: lastDays(90) }) },
  },
  {
    id: 'multi-channel',
    kind: 'engagement',
    name: { en: 'Multi-channel', pl: 'Wielokanałowi' },
    description: {
      en: 'Bought through two channels or more. They usually spend more than those of one channel: check here whether yours do.',
      pl: 'Kupili przez co najmniej dwa kanały. Zwykle wydają więcej niż klienci jednego kanału: tu można sprawdzić, czy tak jest i tym razem.',
    },
    needs: { en: 'Orders with their channel.', pl: 'Zamówienia z kanałem.' },
    make: (profile) =>
      profile.topValues('orders', 'channel', 2).length < 2
        ? null
        : { rule: orders('distinct', atLeast(2), { field: 'channel' }) },
  },
  {
    id: 'channel',
    kind: 'engagement',
    name: { en: 'Prefers channel', pl: 'Preferowany kanał' },
    description: {
      en: 'More than half of their orders came through this channel. Meet them where they already are.',
      pl: 'Ponad połowa zamówień przez ten kanał. Warto być tam, gdzie już są.',
    },
    needs: { en: 'Orders with their channel.', pl: 'Zamówienia z kanałem.' },
    make: (profile) =>
      profile.topValues('orders', 'channel', 4).map(({ value, count }) => ({
        value,
        rule: orders('share', moreThan(0.5), { where: [is('channel', value)] }),
        thresholds: [
          threshold(
            { en: 'Share of their orders, more than', pl: 'Udział zamówień, ponad' },
            0.5,
            'share',
            count,
            {
              en: 'the greater part; n is orders through it',
              pl: 'większość; n to liczba zamówień przez ten kanał',
            },
          ),
        ],
      })),
  },
  {
    id: 'fading',
    kind: 'engagement',
    name: { en: 'Fading', pl: 'Przygasający' },
    description: {
      en: 'Bought on at least three days, and are now between one and a half and three times as long away as they usually are. The cheapest moment to remind them.',
      pl: 'Kupowali w co najmniej trzech dniach, a teraz nie ma ich od półtora do trzech razy dłużej niż zwykle. Najtańszy moment na przypomnienie.',
    },
    needs: {
      en: 'Orders over a longer time, some people with three or more.',
      pl: 'Zamówienia z dłuższego czasu, w tym osoby z co najmniej trzema.',
    },
    make: (profile) => {
      const n = profile.people({ of: 'orders', stat: 'lateness' });
      if (n === 0) return null;
      return {
        rule: all(
          orders('distinct', atLeast(3), { field: 'day' }),
          orders('lateness', between(1.5, LAPSE_FACTOR)),
        ),
        thresholds: [
          threshold(
            { en: 'Own gaps of silence, from', pl: 'Ile własnych odstępów ciszy, od' },
            1.5,
            'number',
            n,
            {
              en: 'half as long again as each one’s own median gap',
              pl: 'o połowę dłużej niż własna mediana odstępu każdej osoby',
            },
          ),
          threshold(
            { en: 'Own gaps of silence, to', pl: 'Ile własnych odstępów ciszy, do' },
            LAPSE_FACTOR,
            'number',
            n,
            {
              en: 'where lapsed begins',
              pl: 'gdzie zaczyna się odejście',
            },
          ),
        ],
      };
    },
  },
  {
    id: 'silent',
    kind: 'engagement',
    name: { en: 'Silent', pl: 'Milczący' },
    description: {
      en: 'Bought once or more, and not for much longer than people here usually take between orders.',
      pl: 'Kupili co najmniej raz, ale nie ma ich znacznie dłużej, niż zwykle mija tu między zamówieniami.',
    },
    needs: { en: 'Orders with a customer and a date.', pl: 'Zamówienia z klientem i datą.' },
    make: (profile) => {
      if (profile.buyers === 0) return null;
      const usual = profile.rhythm;
      const days = usual === null ? 90 : Math.max(1, Math.ceil(usual.days * LAPSE_FACTOR));
      return {
        name: { en: `Silent for ${days} days`, pl: `Milczący od ${days} dni` },
        rule: orders('days-since-last', moreThan(days)),
        thresholds: [
          threshold(
            { en: 'Days since last order, more than', pl: 'Dni od ostatniego zamówienia, ponad' },
            days,
            'days',
            usual?.n ?? 0,
            {
              en: usual
                ? `${LAPSE_FACTOR} × the median gap between orders, ${usual.days} days`
                : 'a usual quarter: nobody has bought twice, so no gap is known',
              pl: usual
                ? `${LAPSE_FACTOR} × mediana odstępu między zamówieniami, ${usual.days} dni`
                : 'zwyczajowy kwartał: nikt nie kupił dwa razy, więc odstęp nie jest znany',
            },
          ),
        ],
      };
    },
  },
  {
    id: 'fading-visits',
    kind: 'engagement',
    name: { en: 'Fading visitors', pl: 'Coraz rzadziej odwiedzający' },
    description: {
      en: 'At least eight things done on the site in the last 60 days, and at most a quarter of them in the last 30.',
      pl: 'Co najmniej osiem działań w serwisie w ostatnich 60 dniach, a w ostatnich 30 najwyżej jedna czwarta z nich.',
    },
    needs: {
      en: 'Visits or page views by person, with dates.',
      pl: 'Wizyty lub odsłony dla każdej osoby, z datami.',
    },
    make: (profile) =>
      profile.events(...SITE_KINDS) === 0
        ? null
        : {
            rule: all(events('count', SITE_KINDS, atLeast(8), { window: lastDays(60) }), {
              kind: 'behaviour',
              measure: {
                of: 'events',
                stat: 'share',
                among: [ofKinds(...SITE_KINDS)],
                where: [{ field: 'daysAgo', test: { op: 'at-most', value: 29 } }],
              },
              window: lastDays(60),
              test: { op: 'at-most', value: 0.25 },
            }),
          },
  },
] satisfies readonly LibraryEntry[];
