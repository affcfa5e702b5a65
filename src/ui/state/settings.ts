import type { CsvFormat } from '../../protocol/engine-api';
import { locale } from './locale';
import { persisted } from './persisted';

const chosenDialect = persisted<CsvFormat['dialect'] | null>('csv-dialect', null, (raw) =>
  raw === 'standard' || raw === 'excel-pl' ? raw : null,
);

/** Polish readers have a spreadsheet that wants semicolons, until they say otherwise. */
export const csvDialect = {
  get value(): CsvFormat['dialect'] {
    return chosenDialect.value ?? (locale.value === 'pl' ? 'excel-pl' : 'standard');
  },
  set value(next: CsvFormat['dialect']) {
    chosenDialect.value = next;
  },
};

export function csvFormat(): CsvFormat {
  return { locale: locale.value, dialect: csvDialect.value };
}

/** `WallMs` for segments and comparisons alike; null is the last moment the data covers. */
export const asOf = persisted<number | null>('as-of', null, (raw) =>
  typeof raw === 'number' && Number.isFinite(raw) ? raw : null,
);

/** Orders in this currency alone; null is all in the reporting currency, or those in the most frequent one. */
export const reportingCurrency = persisted<string | null>('currency', null, (raw) =>
  typeof raw === 'string' && /^[A-Z]{3}$/.test(raw) ? raw : null,
);
