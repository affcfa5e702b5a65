import type { Label } from '../../core/label';
import type { MetricFamily } from '../metric-family';
import {
  column,
  EVENTS,
  KEY_EVENTS,
  PURCHASES,
  REVENUE,
  SESSIONS,
  USERS,
  VIEWS,
} from '../reports/report-columns';
import type { ReportFact } from '../reports/report-facts';
import { reportRate } from '../reports/report-rate';
import { reportRatio } from '../reports/report-ratio';

const sessions: Label = { en: 'sessions', pl: 'sesje' };
const users: Label = { en: 'users', pl: 'użytkownicy' };

/** Counted where the report counts them, else its engagement or bounce rate times its sessions. */
const engagedSessions: ReportFact = (report) => {
  const counted = report.numbers(['engagedSessions']);
  if (typeof counted !== 'string') return counted;
  const rated = report.times('engagementRate', SESSIONS);
  return rated === 'column-not-in-report' ? report.times('bounceRate', SESSIONS, (rate) => 1 - rate) : rated;
};

const engagementSeconds: ReportFact = (report) => {
  const summed = report.numbers(['userEngagementDuration']);
  if (typeof summed !== 'string') return summed;
  const perUser = report.times('averageEngagementTimePerActiveUser', ['activeUsers']);
  return perUser === 'column-not-in-report'
    ? report.times('averageEngagementTime', ['activeUsers'])
    : perUser;
};

/** What a report's sums say of each other. */
export const family = {
  place: 120,
  metrics: [
    reportRate({
      id: 'session-key-event-rate',
      family: 'conversion',
      label: { en: 'Session key-event rate', pl: 'Współczynnik kluczowych zdarzeń w sesji' },
      numerator: { en: 'sessions with a key event', pl: 'sesje z kluczowym zdarzeniem' },
      denominator: sessions,
      // Key events over sessions would be no rate: one session may have several.
      of: (report) => report.times('sessionKeyEventRate', SESSIONS),
      over: column(...SESSIONS),
      countedAs: 'sessions',
    }),
    reportRate({
      id: 'user-key-event-rate',
      family: 'conversion',
      label: { en: 'User key-event rate', pl: 'Współczynnik kluczowych zdarzeń użytkownika' },
      numerator: { en: 'users with a key event', pl: 'użytkownicy z kluczowym zdarzeniem' },
      denominator: { en: 'active users', pl: 'aktywni użytkownicy' },
      of: (report) => report.times('userKeyEventRate', ['activeUsers']),
      over: column('activeUsers'),
      countedAs: 'users',
    }),
    reportRate({
      id: 'purchaser-rate',
      family: 'conversion',
      label: { en: 'Purchaser rate', pl: 'Odsetek kupujących' },
      numerator: { en: 'users who bought', pl: 'użytkownicy, którzy kupili' },
      denominator: { en: 'active users', pl: 'aktywni użytkownicy' },
      of: (report) => {
        const counted = report.numbers(['totalPurchasers']);
        return typeof counted === 'string' ? report.times('purchaserRate', ['activeUsers']) : counted;
      },
      over: column('activeUsers'),
      countedAs: 'users',
    }),
    reportRate({
      id: 'engagement-rate',
      family: 'engagement',
      label: { en: 'Engagement rate', pl: 'Współczynnik zaangażowania' },
      numerator: { en: 'engaged sessions', pl: 'sesje z zaangażowaniem' },
      denominator: sessions,
      of: engagedSessions,
      over: column(...SESSIONS),
      countedAs: 'sessions',
    }),
    reportRatio({
      id: 'key-events-per-session',
      family: 'conversion',
      label: { en: 'Key events per session', pl: 'Kluczowe zdarzenia na sesję' },
      numerator: { en: 'key events', pl: 'kluczowe zdarzenia' },
      denominator: sessions,
      of: column(...KEY_EVENTS),
      over: column(...SESSIONS),
      countedAs: 'sessions',
    }),
    reportRatio({
      id: 'purchases-per-session',
      family: 'conversion',
      label: { en: 'Purchases per session', pl: 'Zakupy na sesję' },
      numerator: { en: 'purchases', pl: 'zakupy' },
      denominator: sessions,
      of: column(...PURCHASES),
      over: column(...SESSIONS),
      countedAs: 'sessions',
    }),
    reportRatio({
      id: 'revenue-per-session',
      family: 'value',
      label: { en: 'Revenue per session', pl: 'Przychód na sesję' },
      numerator: { en: 'revenue', pl: 'przychód' },
      denominator: sessions,
      of: column(...REVENUE),
      over: column(...SESSIONS),
      unit: 'money',
      countedAs: 'sessions',
      money: REVENUE,
    }),
    reportRatio({
      id: 'revenue-per-user',
      family: 'value',
      label: { en: 'Revenue per user', pl: 'Przychód na użytkownika' },
      numerator: { en: 'revenue', pl: 'przychód' },
      denominator: users,
      of: column(...REVENUE),
      over: column(...USERS),
      unit: 'money',
      countedAs: 'users',
      money: REVENUE,
    }),
    reportRatio({
      id: 'revenue-per-purchase',
      family: 'value',
      label: { en: 'Revenue per purchase', pl: 'Przychód na zakup' },
      numerator: { en: 'revenue', pl: 'przychód' },
      denominator: { en: 'purchases', pl: 'zakupy' },
      of: column(...REVENUE),
      over: column(...PURCHASES),
      unit: 'money',
      countedAs: 'orders',
      money: REVENUE,
    }),
    reportRatio({
      id: 'sessions-per-user',
      family: 'engagement',
      label: { en: 'Sessions per user', pl: 'Sesje na użytkownika' },
      numerator: sessions,
      denominator: users,
      of: column(...SESSIONS),
      over: column(...USERS),
      countedAs: 'users',
    }),
    reportRatio({
      id: 'views-per-session',
      family: 'engagement',
      label: { en: 'Views per session', pl: 'Wyświetlenia na sesję' },
      numerator: { en: 'views', pl: 'wyświetlenia' },
      denominator: sessions,
      of: column(...VIEWS),
      over: column(...SESSIONS),
      countedAs: 'sessions',
    }),
    reportRatio({
      id: 'views-per-user',
      family: 'engagement',
      label: { en: 'Views per user', pl: 'Wyświetlenia na użytkownika' },
      numerator: { en: 'views', pl: 'wyświetlenia' },
      denominator: users,
      of: column(...VIEWS),
      over: column(...USERS),
      countedAs: 'users',
    }),
    reportRatio({
      id: 'events-per-session',
      family: 'engagement',
      label: { en: 'Events per session', pl: 'Zdarzenia na sesję' },
      numerator: { en: 'events', pl: 'zdarzenia' },
      denominator: sessions,
      of: column(...EVENTS),
      over: column(...SESSIONS),
      countedAs: 'sessions',
    }),
    reportRatio({
      id: 'average-session-duration',
      family: 'engagement',
      label: { en: 'Average session duration', pl: 'Średni czas trwania sesji' },
      numerator: { en: 'seconds of sessions', pl: 'sekundy sesji' },
      denominator: sessions,
      of: (report) => report.times('averageSessionDuration', SESSIONS),
      over: column(...SESSIONS),
      unit: 'seconds',
      countedAs: 'sessions',
    }),
    reportRatio({
      id: 'average-engagement-time',
      family: 'engagement',
      label: { en: 'Average engagement time per user', pl: 'Średni czas zaangażowania na użytkownika' },
      numerator: { en: 'seconds of engagement', pl: 'sekundy zaangażowania' },
      denominator: { en: 'active users', pl: 'aktywni użytkownicy' },
      of: engagementSeconds,
      over: column('activeUsers'),
      unit: 'seconds',
      countedAs: 'users',
    }),
  ],
} as const satisfies MetricFamily;
