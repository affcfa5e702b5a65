/** What is kept of each segment at each import, of the days before its as-of. */
export const KEY_METRICS = [
  'share',
  'revenue',
  'revenue-share',
  'revenue-per-customer',
  'aov',
  'conversion',
  'repeat-rate',
] as const;
export const MEASURED_DAYS = 90;
/** Of fewer people no figures are kept, only how many they are: nobody's own figures outlast them here. */
export const FEWEST_PEOPLE = 5;
