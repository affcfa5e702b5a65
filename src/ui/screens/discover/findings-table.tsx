import type { Finding, Findings } from '../../../compare/finder/findings';
import type { Locale } from '../../../core/label';
import { formatNumber, formatPercent } from '../../../i18n/format';
import { Table, type TableColumn } from '../../parts/table';
import {
  chanceText,
  differenceText,
  effectText,
  findingFormat,
  subjectName,
  verdictText,
} from './finding-text';
import { words } from './words';

/** The same findings to be sorted and copied. */
export function FindingsTable(props: { readonly findings: Findings; readonly locale: Locale }) {
  const { findings, locale } = props;
  const t = words.value;
  const names = [
    findings.segment.name?.[locale] ?? '',
    findings.against.name?.[locale] ?? t.ask.everyoneElse,
  ] as const;
  const format = (f: Finding) => findingFormat(locale, f, findings.currency);
  const text = (
    id: string,
    header: string,
    of: (f: Finding) => string,
    sort: (f: Finding) => number | string | null,
    align: 'start' | 'end' = 'end',
  ): TableColumn<Finding> => ({ id, header, align, cell: of, copy: of, sort });
  const columns: TableColumn<Finding>[] = [
    {
      ...text(
        'what',
        t.table.what,
        (f) => subjectName(f.subject, locale, t),
        (f) => subjectName(f.subject, locale, t),
        'start',
      ),
      rowHeader: true,
      cell: (f) => (
        <span class="data" dir="auto">
          {subjectName(f.subject, locale, t)}
        </span>
      ),
    },
    text(
      'a',
      names[0],
      (f) => format(f).full(f.a.value),
      (f) => f.a.value,
    ),
    text(
      'an',
      `${t.table.n}: ${names[0]}`,
      (f) => formatNumber(locale, f.a.n),
      (f) => f.a.n,
    ),
    text(
      'b',
      names[1],
      (f) => format(f).full(f.b.value),
      (f) => f.b.value,
    ),
    text(
      'bn',
      `${t.table.n}: ${names[1]}`,
      (f) => formatNumber(locale, f.b.n),
      (f) => f.b.n,
    ),
    text(
      'difference',
      t.table.difference,
      (f) =>
        f.superiority === null
          ? differenceText(f, format(f), locale, f.difference?.value ?? null)
          : formatPercent(locale, f.superiority, 1),
      (f) => f.difference?.value ?? f.superiority,
    ),
    text(
      'effect',
      t.table.effect,
      (f) => effectText(locale, f.effect.value),
      (f) => Math.abs(f.effect.value),
    ),
    text(
      'range',
      t.table.effectRange,
      ({ effect: { interval } }) => `${effectText(locale, interval.lo)} – ${effectText(locale, interval.hi)}`,
      ({ effect: { interval } }) => interval.lo,
    ),
    text(
      'q',
      t.table.q,
      (f) => chanceText(locale, f.q),
      (f) => f.q,
    ),
    {
      ...text(
        'within',
        t.table.within,
        (f) => verdictText(f, t),
        (f) => f.verdict,
        'start',
      ),
      narrow: true,
    },
  ];
  return (
    <Table
      caption={t.table.caption(...names)}
      columns={columns}
      rows={findings.findings}
      rowKey={(f) => f.id}
      copy
    />
  );
}
