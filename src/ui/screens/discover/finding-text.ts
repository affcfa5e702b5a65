import type { Finding, FindingSide, Findings, Restratified, Subject } from '../../../compare/finder/findings';
import { EVENT_KINDS } from '../../../core/fields';
import type { Locale } from '../../../core/label';
import { formatNumber, formatPercent } from '../../../i18n/format';
import { type MetricFormat, metricFormat } from '../../../metrics/metric-value';
import type { DiscoverWords } from './words';

/** How a finding's numbers are written. */
export function findingFormat(locale: Locale, finding: Finding, currency: string | null): MetricFormat {
  const unit = finding.unit === 'number' ? 'ratio' : finding.unit;
  return metricFormat(locale, { unit }, currency, [finding.a.value, finding.b.value]);
}

/** "Contract is “Month-to-month”: 88.6% in Churned (1,655 of 1,869), 42.9% in everyone else (2,220 of 5,174)." */
export function findingSentence(
  finding: Finding,
  { segment, against, currency }: Pick<Findings, 'segment' | 'against' | 'currency'>,
  locale: Locale,
  t: DiscoverWords,
): string {
  const s = t.sentence;
  const format = findingFormat(locale, finding, currency);
  const of = ({ hits, n }: FindingSide) =>
    hits === null
      ? s.n(formatNumber(locale, n))
      : s.hits(formatNumber(locale, Math.round(hits)), formatNumber(locale, Math.round(n)));
  const a = s.ofSegment(format.full(finding.a.value), segment.name?.[locale] ?? '', of(finding.a));
  const b =
    against.name === null
      ? s.ofOthers(format.full(finding.b.value), of(finding.b))
      : s.ofSegment(format.full(finding.b.value), against.name[locale], of(finding.b));
  const { subject } = finding;
  const field = subject.label[locale];
  const value = subjectValue(subject, t) ?? '';
  switch (subject.asks) {
    case 'is':
      return s.is(field, value, a, b);
    case 'filled':
      return s.filled(field, a, b);
    case 'did':
      return s.did[subject.of === 'orders' || subject.of === 'items' ? subject.of : 'events'](
        field,
        value,
        a,
        b,
      );
    case 'share':
      return s.share(field, value, a, b);
    case 'amount':
    case 'metric':
      return finding.superiority === null
        ? s.amount(field, a, b)
        : s.median(field, a, b, formatPercent(locale, finding.superiority));
  }
}

export function subjectValue({ of, field, value }: Subject, t: DiscoverWords): string | null {
  if (of === 'events' && field === 'kind') {
    const kind = EVENT_KINDS.find((id) => id === value);
    return kind === undefined ? value : t.kind[kind];
  }
  return value === 'yes' ? t.sentence.yes : value === 'no' ? t.sentence.no : value;
}

/** "Contract: Month-to-month". */
export function subjectName(subject: Subject, locale: Locale, t: DiscoverWords): string {
  const value = subjectValue(subject, t);
  if (subject.asks === 'filled') return t.save.filled(subject.label[locale]);
  return value === null ? subject.label[locale] : t.save.is(subject.label[locale], value);
}

/** A difference as the finding's unit has it; of ranks, how often one exceeds the other. */
export function differenceText(
  finding: Finding,
  format: MetricFormat,
  locale: Locale,
  value: number | null,
): string {
  return finding.superiority === null ? format.difference(value) : formatPercent(locale, value, 1);
}

export function effectText(locale: Locale, value: number): string {
  const text = formatNumber(locale, value, 2);
  return value > 0 ? `+${text}` : text;
}

/** "= 0.013", "< 0.001". */
export function chanceText(locale: Locale, p: number): string {
  return p < 0.001 ? `< ${formatNumber(locale, 0.001, 3)}` : `= ${formatNumber(locale, p, 3)}`;
}

/** "Holds within channel, country". */
export function verdictText(finding: Finding, t: DiscoverWords): string {
  if (finding.verdict === 'unchecked') return t.verdict.unchecked;
  const by = finding.strata.filter(({ verdict }) => verdict === finding.verdict);
  return `${t.verdict[finding.verdict]} ${by.map(({ by: id }: Restratified) => t.by[id]).join(', ')}`;
}
