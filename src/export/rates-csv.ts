import type { ExchangeRate } from '../core/money/exchange-rate';
import type { CsvFormat } from './csv-format';
import { csvWriter } from './csv-writer';
import type { ExportedFile } from './exported-file';
import { CSV_MIME } from './layout';

/** A row a rate, `1 from = rate to`, in the form that is read back (docs/export.md). */
export function ratesCsv(rates: readonly ExchangeRate[], format: CsvFormat): ExportedFile {
  const writer = csvWriter(format);
  writer.row(
    format.dialect === 'excel-pl' && format.locale === 'pl'
      ? ['data', 'waluta', 'na', 'kurs']
      : ['date', 'currency', 'to', 'rate'],
  );
  for (const { day, from, to, rate } of rates) writer.row([{ verbatim: day }, from, to, rate]);
  return { name: 'segment-lens-exchange-rates.csv', mime: CSV_MIME, bytes: writer.bytes() };
}
