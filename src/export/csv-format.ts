import type { Locale } from '../core/label';

export interface CsvFormat {
  readonly locale: Locale;
  /** `standard`: comma, dot, UTF-8. `excel-pl`: BOM, semicolon, decimal comma. */
  readonly dialect: 'standard' | 'excel-pl';
}
