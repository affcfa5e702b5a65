/** Why a cell has no value; sentences in `i18n/<locale>/compare.ts`. */
export type ReasonCode =
  | 'empty-segment'
  | 'no-orders-held'
  | 'no-orders-in-period'
  | 'no-amounts-held'
  | 'no-units-held'
  | 'no-discounts-held'
  | 'no-refunds-held'
  | 'only-buyers-held'
  | 'no-repeat-buyers'
  | 'period-unfinished'
  | 'no-events-held'
  | 'column-not-in-report'
  | 'counts-not-in-report'
  | 'no-time-after-as-of'
  | 'no-base';
