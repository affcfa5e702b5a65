import type { Label } from '../../core/label';
import type { MetricFamily } from '../metric-family';
import { EVENTS, KEY_EVENTS, PURCHASES, REVENUE, SESSIONS, USERS, VIEWS } from '../reports/report-columns';
import { reportShare } from '../reports/report-share';
import { reportTotal } from '../reports/report-total';

const sessions: Label = { en: 'sessions', pl: 'sesje' };
const users: Label = { en: 'users', pl: 'użytkownicy' };
const views: Label = { en: 'views', pl: 'wyświetlenia' };
const events: Label = { en: 'events', pl: 'zdarzenia' };
const keyEvents: Label = { en: 'key events', pl: 'kluczowe zdarzenia' };
const revenue: Label = { en: 'revenue', pl: 'przychód' };
/** Distinct counts do not add up. */
const oncePerRow: Label = {
  en: 'A user found in several rows is counted in each.',
  pl: 'Użytkownik obecny w kilku wierszach jest liczony w każdym z nich.',
};

/** Totals of a report, and each segment's share of them. */
export const family = {
  place: 110,
  metrics: [
    reportTotal({
      id: 'sessions',
      family: 'size',
      label: { en: 'Sessions', pl: 'Sesje' },
      what: sessions,
      columns: SESSIONS,
      countedAs: 'sessions',
    }),
    reportShare({
      id: 'session-share',
      family: 'size',
      label: { en: 'Share of sessions', pl: 'Udział w sesjach' },
      what: sessions,
      columns: SESSIONS,
      countedAs: 'sessions',
      independent: true,
    }),
    reportTotal({
      id: 'users',
      family: 'size',
      label: { en: 'Users', pl: 'Użytkownicy' },
      what: users,
      note: oncePerRow,
      columns: USERS,
      countedAs: 'users',
    }),
    reportShare({
      id: 'user-share',
      family: 'size',
      label: { en: 'Share of users', pl: 'Udział w użytkownikach' },
      what: users,
      columns: USERS,
      countedAs: 'users',
      independent: true,
    }),
    reportTotal({
      id: 'new-users',
      family: 'size',
      label: { en: 'New users', pl: 'Nowi użytkownicy' },
      what: { en: 'new users', pl: 'nowi użytkownicy' },
      columns: ['newUsers'],
      countedAs: 'users',
    }),
    reportTotal({
      id: 'views',
      family: 'size',
      label: { en: 'Views', pl: 'Wyświetlenia' },
      what: views,
      columns: VIEWS,
      countedAs: 'views',
    }),
    reportTotal({
      id: 'events',
      family: 'size',
      label: { en: 'Events', pl: 'Zdarzenia' },
      what: events,
      columns: EVENTS,
      countedAs: 'events',
    }),
    reportTotal({
      id: 'key-events',
      family: 'conversion',
      label: { en: 'Key events', pl: 'Kluczowe zdarzenia' },
      what: keyEvents,
      columns: KEY_EVENTS,
      countedAs: 'events',
    }),
    reportShare({
      id: 'key-event-share',
      family: 'conversion',
      label: { en: 'Share of key events', pl: 'Udział w kluczowych zdarzeniach' },
      what: keyEvents,
      columns: KEY_EVENTS,
      countedAs: 'events',
    }),
    reportTotal({
      id: 'purchases',
      family: 'sales',
      label: { en: 'Purchases', pl: 'Zakupy' },
      what: { en: 'purchases', pl: 'zakupy' },
      columns: PURCHASES,
      countedAs: 'orders',
    }),
    reportTotal({
      id: 'report-revenue',
      family: 'sales',
      label: { en: 'Revenue', pl: 'Przychód' },
      what: revenue,
      columns: REVENUE,
      unit: 'money',
      countedAs: 'rows',
    }),
    reportShare({
      id: 'report-revenue-share',
      family: 'sales',
      label: { en: 'Share of revenue', pl: 'Udział w przychodzie' },
      what: revenue,
      columns: REVENUE,
      countedAs: 'rows',
      partsAreMoney: true,
    }),
  ],
} as const satisfies MetricFamily;
