import type { ReportingCurrency } from './money/exchange-rate';
import type { WeekStart } from './time/calendar';

/** What the person has said of money and time, for all the data there is. */
export interface Settings {
  readonly weekStart: WeekStart;
  /** Null shows amounts in whichever currency is most frequent. */
  readonly reporting: ReportingCurrency | null;
  /** The IANA zone every moment is shown in; null leaves each source on its own clock. */
  readonly clock: string | null;
}

export const DEFAULT_SETTINGS: Settings = { weekStart: 'monday', reporting: null, clock: null };
