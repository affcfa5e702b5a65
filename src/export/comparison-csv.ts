import type { Comparison } from '../compare/comparison';
import type { Locale } from '../core/label';
import type { Passport } from '../core/passport';
import { isoDay } from '../core/time/calendar';
import { COMPARISON_COLUMNS, type ComparisonRow } from './comparison-columns';
import { convertedLines } from './converted-lines';
import type { CsvFormat } from './csv-format';
import { csvWriter } from './csv-writer';
import { EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME, columnHeaders } from './layout';
import { majorUnits } from './major-units';

/** Says what the file is, in any language, to whoever reads it back. */
export const COMPARISON_MARK = 'Segment Lens comparison format 1';

/**
 * The comparison as a file (docs/export.md): a `#` block with what the numbers rest on, then one row for each
 * segment × metric and for everyone × metric, in the order shown. Money in major units, rates as fractions, every
 * number in full.
 */
export function comparisonCsv(comparison: Comparison, format: CsvFormat): ExportedFile {
  const writer = csvWriter(format);
  for (const line of block(comparison, format.locale)) writer.comment(line);
  writer.row(columnHeaders(COMPARISON_COLUMNS, format));
  for (const row of rows(comparison, format.locale)) writer.row(COMPARISON_COLUMNS.map((c) => c.of(row)));
  return {
    name: `segment-lens-comparison-${isoDay(comparison.asOf)}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}

function* rows(comparison: Comparison, locale: Locale): Generator<ComparisonRow> {
  const { segments, metrics } = comparison;
  for (const [s, segment] of [...segments, null].entries()) {
    for (const [m, metric] of metrics.entries()) {
      const cell = segment === null ? comparison.everyone[m] : comparison.cells[s]?.[m];
      if (cell !== undefined) yield { comparison, segment, metric, cell, locale };
    }
  }
}

function* block(comparison: Comparison, locale: Locale): Generator<string> {
  const words = EXPORT_WORDS[locale].own.block;
  const { currency, unattributed, period } = comparison;
  yield RULE;
  yield COMPARISON_MARK;
  yield RULE;
  yield words.asOf(isoDay(comparison.asOf));
  yield comparison.descriptive ? words.descriptive : words.outcomes;
  yield words.intervals;
  yield currency === null ? words.noCurrency : words.currency(currency);
  if (comparison.converted !== undefined)
    yield* convertedLines(comparison.converted, EXPORT_WORDS[locale].converted, INTO_FILE);
  else if (comparison.ordersInOtherCurrencies > 0)
    yield words.otherCurrencies(comparison.ordersInOtherCurrencies, currency ?? '–');
  if (unattributed.orders > 0) {
    const revenue = majorUnits(unattributed.revenueMinor, currency) ?? '–';
    yield words.unattributed(unattributed.orders, currency === null ? revenue : `${revenue} ${currency}`);
  }
  yield* sourceLines(comparison.passports, locale);
  yield `${words.start}: ${isoDay(period.from).replaceAll('-', '')}`;
  yield `${words.end}: ${isoDay(period.to).replaceAll('-', '')}`;
}

const INTO_FILE = {
  sum: (minor: number, currency: string | null) =>
    [majorUnits(minor, currency) ?? '–', currency].filter((part) => part !== null).join(' '),
  day: (iso: string) => iso,
};

/** Where the numbers of a file come from, a line each. */
export function sourceLines(passports: readonly Passport[], locale: Locale): readonly string[] {
  return passports.map((passport) => sourceLine(passport, locale));
}

const RULE = '-'.repeat(40);

function sourceLine(passport: Passport, locale: Locale): string {
  const words = EXPORT_WORDS[locale].own.block;
  const { source, title, dateRange } = passport;
  const place = source.kind === 'file' ? source.name : `${source.title} ${source.url}`;
  return [
    words.source(title === null ? place : `${place} · ${title}`, passport.tool),
    passport.account === null ? null : words.account(passport.account),
    passport.property === null ? null : words.property(passport.property),
    dateRange === null ? null : words.range(dateRange.from, dateRange.to),
    passport.timeZone === 'as-written' ? null : words.zone(passport.timeZone),
    words.captured(new Date(passport.capturedAt).toISOString().slice(0, 16).replace('T', ' ')),
    words.rows(passport.rowsSeen, passport.rowsKept, passport.rowsRefused),
    passport.columnsLeftOut.length === 0 ? null : words.leftOut(passport.columnsLeftOut.join(' | ')),
    ...passport.notes.map((note) => words.note[note.code]),
    ...passport.reconciliation
      .filter((r) => !r.agrees)
      .map((r) => words.mismatch(r.column, String(r.kept), String(r.stated))),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
