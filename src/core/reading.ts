/**
 * How a column's text is read, settled once for the whole column (product.md §3.5).
 * `group` is the thousands separator; '' means none was seen.
 */
export type Reading =
  | { readonly kind: 'text' }
  /** Text whose digits are an identifier: leading zeros kept, a spreadsheet's trailing `.0` and `'` taken off. */
  | { readonly kind: 'id' }
  | {
      readonly kind: 'number';
      readonly decimal: '.' | ',';
      readonly group: '' | ',' | '.' | ' ' | "'";
      /** `percent`: `67,8%` reads as 0.678. */
      readonly unit: 'plain' | 'percent';
    }
  | {
      readonly kind: 'money';
      readonly decimal: '.' | ',';
      readonly group: '' | ',' | '.' | ' ' | "'";
      /** ISO 4217 from header or cells; null where the source does not say. */
      readonly currency: string | null;
      /** Written in millionths, as Google's interfaces do: `8990000` is 8.99. */
      readonly micros?: true;
      /** Written in minor units, as payment interfaces do: `1999` is 19.99. */
      readonly minor?: true;
    }
  | {
      readonly kind: 'date';
      /** `compact` is yyyymmdd, `serial` a spreadsheet's day number, `epoch` seconds, ms or µs since 1970. */
      readonly order: 'ymd' | 'dmy' | 'mdy' | 'compact' | 'serial' | 'epoch';
      readonly time: boolean;
    }
  /** `0003` counted from a report's first day: weeks begin on Sunday and months on the 1st, as the calendar has them. */
  | {
      readonly kind: 'nth';
      readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
      /** ISO day of number 0. */
      readonly from: string;
    }
  /** Seconds. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'flag' }
  /** `SUBSCRIBED`, `Opted out`, `never subscribed`: a flag. `out` where the column is of opting out: a yes is a no there, and a no says nothing. */
  | { readonly kind: 'consent'; readonly of: 'in' | 'out' };
