import type { ReportFact } from './report-facts';

/** The first of these columns that the report has. */
export const column =
  (...ids: readonly string[]): ReportFact =>
  (report) =>
    report.numbers(ids);

/** Canonical ids (GA4 Data API) that count the same thing, the best first. */
export const SESSIONS = ['sessions'] as const;
export const USERS = ['activeUsers', 'totalUsers'] as const;
export const VIEWS = ['screenPageViews'] as const;
export const EVENTS = ['eventCount'] as const;
export const KEY_EVENTS = ['keyEvents'] as const;
export const REVENUE = ['totalRevenue', 'purchaseRevenue'] as const;
export const PURCHASES = ['transactions', 'ecommercePurchases'] as const;
