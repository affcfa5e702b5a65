/** What an n counts. */
export type CountedAs =
  | 'customers'
  | 'orders'
  | 'sessions'
  | 'users'
  | 'gaps'
  | 'views'
  | 'events'
  | 'impressions'
  | 'clicks'
  | 'rows';
