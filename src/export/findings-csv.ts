import type { Finding, FindingSide, Findings, LeftOut, Restratified } from '../compare/finder/findings';
import type { Locale } from '../core/label';
import { isoDay } from '../core/time/calendar';
import { sourceLines } from './comparison-csv';
import type { CsvFormat } from './csv-format';
import { type CsvCell, csvWriter } from './csv-writer';
import { type ColumnId, EXPORT_WORDS } from './export-words';
import type { ExportedFile } from './exported-file';
import { CSV_MIME, columnHeaders } from './layout';
import { majorUnits } from './major-units';

/** Says what the file is, in any language. */
export const FINDINGS_MARK = 'Segment Lens findings format 1';

type Row =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'within'; readonly finding: Finding; readonly by: Restratified }
  | {
      readonly kind: 'stratum';
      readonly finding: Finding;
      readonly by: Restratified;
      readonly stratum: Restratified['strata'][number];
    }
  | { readonly kind: 'left-out'; readonly leftOut: LeftOut };

interface Column {
  readonly id: ColumnId;
  readonly of: (row: Row, findings: Findings, locale: Locale) => CsvCell;
}

const ofFinding = (id: ColumnId, of: (finding: Finding, locale: Locale) => CsvCell): Column => ({
  id,
  of: (row, _, locale) => (row.kind === 'left-out' ? null : of(row.finding, locale)),
});
/** In the finding's own unit: amounts in major units. */
const measured = (id: ColumnId, of: (row: Row) => number | null | undefined): Column => ({
  id,
  of: (row, { currency }) => {
    const value = of(row) ?? null;
    if (value === null || row.kind === 'left-out' || row.finding.unit !== 'money') return value;
    const digits = majorUnits(value, currency);
    return digits === null ? null : { digits };
  },
});
const plain = (id: ColumnId, of: (finding: Finding) => number | null): Column => ({
  id,
  of: (row) => (row.kind === 'finding' ? of(row.finding) : null),
});
/** One side of a finding, or of one of its strata. */
const side = (
  id: ColumnId,
  which: 'a' | 'b',
  of: (side: Pick<FindingSide, 'value' | 'n'>) => number,
): Column => {
  const read = (row: Row) => {
    const found =
      row.kind === 'finding' ? row.finding[which] : row.kind === 'stratum' ? row.stratum[which] : null;
    return found === null ? null : of(found);
  };
  return id === 'value' || id === 'base_value' ? measured(id, read) : { id, of: read };
};
/** Of ranks no difference is given, and within strata it is the chance to be the greater: no money. */
const difference = (id: ColumnId, part: 'value' | 'lo' | 'hi'): Column =>
  measured(id, (row) => {
    if (row.kind === 'finding')
      return part === 'value' ? row.finding.difference?.value : row.finding.difference?.interval?.[part];
    if (row.kind !== 'stratum' || row.finding.superiority !== null) return null;
    return part === 'value' ? row.stratum.difference : row.stratum.interval?.[part];
  });
const pooled = (id: ColumnId, part: 'value' | 'lo' | 'hi'): Column => ({
  id,
  of: (row, { currency }) => {
    if (row.kind !== 'within') return null;
    const value = part === 'value' ? row.by.pooled : row.by.interval[part];
    if (row.finding.unit !== 'money' || row.finding.superiority !== null) return value;
    const digits = majorUnits(value, currency);
    return digits === null ? null : { digits };
  },
});

/** Columns of `Segment Lens findings format 1`; docs/export.md is their public description. */
export const FINDINGS_COLUMNS: readonly Column[] = [
  { id: 'row_kind', of: (row) => row.kind },
  ofFinding('finding_id', (f) => f.id),
  { id: 'asked_of', of: (row) => (row.kind === 'left-out' ? row.leftOut.of : row.finding.subject.of) },
  { id: 'field_id', of: (row) => (row.kind === 'left-out' ? row.leftOut.field : row.finding.subject.field) },
  {
    id: 'field',
    of: (row, _, locale) => (row.kind === 'left-out' ? row.leftOut.label : row.finding.subject.label)[locale],
  },
  {
    id: 'asked_value',
    of: (row) => (row.kind === 'left-out' ? row.leftOut.value : row.finding.subject.value),
  },
  ofFinding('asks_id', (f) => f.subject.asks),
  ofFinding('unit', (f) => f.unit),
  { id: 'segment', of: (_, { segment }, locale) => segment.name?.[locale] ?? null },
  side('value', 'a', (s) => s.value),
  side('n', 'a', (s) => s.n),
  ofFinding('n_of', (f) => f.a.nOf),
  plain('numerator', (f) => f.a.hits),
  {
    id: 'base',
    of: (_, { against }, locale) => against.name?.[locale] ?? EXPORT_WORDS[locale].own.everyoneElse,
  },
  side('base_value', 'b', (s) => s.value),
  side('base_n', 'b', (s) => s.n),
  plain('base_numerator', (f) => f.b.hits),
  difference('difference', 'value'),
  difference('difference_low', 'lo'),
  difference('difference_high', 'hi'),
  {
    id: 'superiority',
    of: (row) =>
      row.kind === 'finding'
        ? row.finding.superiority
        : row.kind === 'stratum' && row.finding.superiority !== null
          ? row.stratum.difference
          : null,
  },
  ofFinding('effect_scale_id', (f) => f.effect.scale),
  plain('effect', (f) => f.effect.value),
  plain('effect_low', (f) => f.effect.interval.lo),
  plain('effect_high', (f) => f.effect.interval.hi),
  plain('p', (f) => f.p),
  plain('q', (f) => f.q),
  ofFinding('method_id', (f) => f.method),
  {
    id: 'within_id',
    of: (row) =>
      row.kind === 'finding' ? row.finding.verdict : row.kind === 'within' ? row.by.verdict : null,
  },
  { id: 'stratum_by', of: (row) => (row.kind === 'within' || row.kind === 'stratum' ? row.by.by : null) },
  { id: 'stratum', of: (row) => (row.kind === 'stratum' ? row.stratum.value : null) },
  pooled('pooled', 'value'),
  pooled('pooled_low', 'lo'),
  pooled('pooled_high', 'hi'),
  { id: 'homogeneity_p', of: (row) => (row.kind === 'within' ? row.by.homogeneity : null) },
  ofFinding('alike', (f, locale) =>
    f.alike.length === 0
      ? null
      : f.alike
          .map((s) => (s.value === null ? s.label[locale] : `${s.label[locale]}: ${s.value}`))
          .join(' | '),
  ),
  { id: 'reason_id', of: (row) => (row.kind === 'left-out' ? row.leftOut.reason : null) },
  {
    id: 'like',
    of: (row, _, locale) => (row.kind === 'left-out' ? (row.leftOut.like?.[locale] ?? null) : null),
  },
  { id: 'association', of: (row) => (row.kind === 'left-out' ? row.leftOut.association : null) },
  {
    id: 'currency',
    of: (row, { currency }) => (row.kind !== 'left-out' && row.finding.unit === 'money' ? currency : null),
  },
  { id: 'as_of', of: (_, { asOf }) => isoDay(asOf) },
  { id: 'period_from', of: (_, { period }) => isoDay(period.from) },
  { id: 'period_to', of: (_, { period }) => isoDay(period.to) },
];

/** What differs most, as shown: each finding, what it is within strata, each stratum, and what was left out. */
export function findingsCsv(findings: Findings, format: CsvFormat): ExportedFile {
  const writer = csvWriter(format);
  const words = EXPORT_WORDS[format.locale].own;
  const rule = '-'.repeat(40);
  for (const line of [rule, FINDINGS_MARK, rule]) writer.comment(line);
  writer.comment(words.block.asOf(isoDay(findings.asOf)));
  writer.comment(
    words.block.findings(findings.tried, findings.fields, findings.tooFew, findings.request.minimumEffect),
  );
  for (const line of sourceLines(findings.passports, format.locale)) writer.comment(line);
  writer.row(columnHeaders(FINDINGS_COLUMNS, format));
  for (const row of rowsOf(findings))
    writer.row(FINDINGS_COLUMNS.map((column) => column.of(row, findings, format.locale)));
  return {
    name: `segment-lens-findings-${isoDay(findings.asOf)}.csv`,
    mime: CSV_MIME,
    bytes: writer.bytes(),
  };
}

function* rowsOf(findings: Findings): Generator<Row> {
  for (const finding of findings.findings) {
    yield { kind: 'finding', finding };
    for (const by of finding.strata) {
      yield { kind: 'within', finding, by };
      for (const stratum of by.strata) yield { kind: 'stratum', finding, by, stratum };
    }
  }
  for (const leftOut of findings.leftOut) yield { kind: 'left-out', leftOut };
}
