import { describe, expect, it } from 'vitest';
import { cellOf, comparisonOf } from '../../../../tests/comparison-of';
import { formatOf } from '../../../compare/cells/format-of';
import { segmentSentences } from '../../../compare/sentences/segment-sentences';
import type { Locale } from '../../../core/label';
import { type Markup, markupText } from '../../../core/markup';
import { comparisonCsv } from '../../../export/comparison-csv';
import { reportTables } from '../../../export/report-html/report-table';
import { en } from '../../../i18n/en/compare';
import { formatNumber } from '../../../i18n/format';
import { pl } from '../../../i18n/pl/compare';
import { dotPictureOf } from '../../charts/dot-picture-of';
import { locale as localeSignal } from '../../state/locale';
import { metricTable } from './goal-plot';

const of = comparisonOf();
const comparison = {
  ...of,
  segments: of.segments.map((s) => ({ ...s, base: { ...s.base, name: null } })),
  cells: of.cells.map((row) =>
    row.map((cell) => (cell.state === 'value' ? cellOf(cell.value, { ...cell, n: cell.n + 1007 }) : cell)),
  ),
};
const LOCALES: readonly Locale[] = ['en', 'pl'];
const nothing: Markup = { tag: 'svg', attributes: {}, children: [] };

/** Every value there is, once for each language it is written in. */
const places = LOCALES.flatMap((locale) =>
  comparison.metrics.flatMap((metric, m) =>
    comparison.segments.map((segment, s) => ({
      locale,
      metric,
      m,
      segment,
      s,
      cell: comparison.cells[s]?.[m],
    })),
  ),
);

describe('one comparison, however it is shown', () => {
  it.each(places)(
    '$locale $metric.id of $segment.id is the same number in table, chart, tooltip, CSV and report',
    (place) => {
      const { locale, metric, m, segment, s, cell } = place;
      localeSignal.value = locale;
      const t = locale === 'pl' ? pl : en;
      const picture = dotPictureOf(
        comparison,
        metric.id,
        locale,
        { everyone: t.table.everyone, size: '', verdict: t.verdict, reason: t.reason },
        { ticks: 4 },
      );
      const dot = picture?.rows[s];
      const row = metricTable(comparison, metric, locale).rows[s];
      const csv = csvRow(locale, segment.id, metric.id);
      const report = reportCell(locale, m, s);
      if (cell?.state !== 'value') {
        const why = cell ? t.reason[cell.reason] : '';
        expect(dot?.value).toBeNull();
        expect(dot?.text).toBe(why);
        expect(row?.cells[1]?.text).toBe(why);
        expect(csv['value']).toBe('');
        expect(report).toContain(markupText(why));
        return;
      }
      const format = formatOf(comparison, m, locale);
      const [bare, full, n] = [
        format.bare(cell.value),
        format.full(cell.value),
        formatNumber(locale, cell.n),
      ];
      // The chart and what is said of its dot.
      expect(dot?.value).toBe(cell.value);
      expect(dot?.interval).toEqual(cell.interval);
      expect(dot?.text).toBe(full);
      expect(dot?.title).toContain(full);
      expect(dot?.title).toContain(`n ${n}`);
      expect(dot?.title).toContain(t.verdict[cell.verdict]);
      // The table beside it, as copied too.
      expect(row?.cells[1]).toEqual({ text: bare, sort: cell.value });
      expect(row?.cells[4]).toEqual({ text: n, sort: cell.n });
      expect(row?.cells[5]?.text).toBe(t.verdict[cell.verdict]);
      // The file: the number in full, money in major units.
      expect(Number(csv['value'])).toBeCloseTo(metric.unit === 'money' ? cell.value / 100 : cell.value, 10);
      expect(Number(csv['n'])).toBe(cell.n);
      expect(csv['verdict_id']).toBe(cell.verdict);
      // The page to print.
      expect(report).toContain(`<span class="value">${markupText(bare)}</span>`);
      expect(report).toContain(`n ${n}`);
      if (cell.verdict !== 'not-tested') expect(report).toContain(t.verdict[cell.verdict]);
      if (cell.interval) expect(report).toContain(markupText(format.bare(cell.interval.lo)));
    },
  );

  it.each(LOCALES)('and the sentences write the same values (%s)', (locale) => {
    const [first] = segmentSentences(comparison, 'aov', locale);
    const m = comparison.metrics.findIndex((metric) => metric.id === 'aov');
    const cell = comparison.cells[0]?.[m];
    if (cell?.state !== 'value') throw new Error('the fixture has this value');
    const text = first?.sentences.join(' ') ?? '';
    expect(text).toContain(formatOf(comparison, m, locale).full(cell.value));
    expect(text).toContain(`n = ${formatNumber(locale, cell.n)}`);
  });
});

function csvRow(locale: Locale, segmentId: string, metricId: string): Readonly<Record<string, string>> {
  const file = comparisonCsv(comparison, { dialect: 'standard', locale });
  const lines = new TextDecoder()
    .decode(file.bytes)
    .split('\r\n')
    .filter((line) => line !== '' && !/^\ufeff?"?#/.test(line))
    .map(cellsOf);
  const [header, ...rows] = lines;
  const at = (row: readonly string[], id: string) => row[header?.indexOf(id) ?? -1] ?? '';
  const found = rows.find((row) => at(row, 'segment_id') === segmentId && at(row, 'metric_id') === metricId);
  return Object.fromEntries((header ?? []).map((id) => [id, at(found ?? [], id)]));
}

/** A line of CSV by hand, apart from the code that wrote it. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (found) => found[1]?.replaceAll('""', '"') ?? found[2] ?? '',
  );
}

function reportCell(locale: Locale, m: number, s: number): string {
  const [table] = reportTables(comparison, locale, () => nothing);
  const body = table?.children[1];
  const row = typeof body === 'object' ? body.children[m] : undefined;
  const cell = typeof row === 'object' ? row.children[s + 1] : undefined;
  return cell === undefined ? '' : markupText(cell);
}
