import type { Finding, Findings, Restratified } from '../../../compare/finder/findings';
import { OTHER } from '../../../compare/finder/stratifiers';
import type { Locale } from '../../../core/label';
import { formatNumber, formatPercent, formatRange } from '../../../i18n/format';
import { Table, type TableColumn } from '../../parts/table';
import { workspace } from '../../state/workspace';
import '../compare/derivation/derivation.css';
import { chanceText, differenceText, effectText, findingFormat, subjectName } from './finding-text';
import { SaveFinding } from './save-finding';
import { words } from './words';

/** How one finding came about: the numbers, how sure they are, and what becomes of it within strata. */
export function FindingDetail(props: {
  readonly finding: Finding;
  readonly findings: Findings;
  readonly locale: Locale;
  readonly onClose: () => void;
}) {
  const { finding, findings, locale } = props;
  const t = words.value;
  const d = t.detail;
  const format = findingFormat(locale, finding, findings.currency);
  const isDated = findings.request.grain === 'aggregate' || workspace.value?.coverage != null;
  return (
    <section
      class="finding-detail"
      aria-label={subjectName(finding.subject, locale, t)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      {finding.strata.map((by) => (
        <Strata key={by.by} finding={finding} by={by} findings={findings} locale={locale} />
      ))}
      <dl class="derivation-list">
        {finding.metric && (
          <>
            <dt>{d.definition}</dt>
            <dd>{finding.metric.definition[locale]}</dd>
          </>
        )}
        {finding.difference && (
          <>
            <dt>{d.difference}</dt>
            <dd>
              {format.difference(finding.difference.value)}
              {finding.difference.interval && (
                <span class="derivation-small">
                  {d.range(
                    format.difference(finding.difference.interval.lo),
                    format.difference(finding.difference.interval.hi),
                  )}
                </span>
              )}
            </dd>
          </>
        )}
        {finding.superiority !== null && (
          <>
            <dt>{d.superiority}</dt>
            <dd>{d.superiorityWords(formatPercent(locale, finding.superiority, 1))}</dd>
          </>
        )}
        <dt>{d.effect}</dt>
        <dd>
          {d.effectOf[finding.effect.scale](effectText(locale, finding.effect.value))}
          <span class="derivation-small">
            {d.range(
              effectText(locale, finding.effect.interval.lo),
              effectText(locale, finding.effect.interval.hi),
            )}
          </span>
        </dd>
        <dt>{d.chance}</dt>
        <dd>
          {d.p(chanceText(locale, finding.p))}; {d.q(chanceText(locale, finding.q))}
        </dd>
        <dt>{d.method}</dt>
        <dd>{d.methodOf[finding.method]}</dd>
        {finding.alike.length > 0 && (
          <>
            <dt>{d.alike}</dt>
            <dd>
              {d.alikeWords}{' '}
              <span class="data" dir="auto">
                {finding.alike.map((subject) => subjectName(subject, locale, t)).join(', ')}
              </span>
            </dd>
          </>
        )}
        {isDated && (
          <>
            <dt>{d.period}</dt>
            <dd>{formatRange(locale, findings.period.from, findings.period.to)}</dd>
          </>
        )}
        <dt>{d.sources}</dt>
        {findings.passports.map(({ captureId, source }) => (
          <dd key={captureId} class="data" dir="auto">
            {source.kind === 'file' ? source.name : source.title}
          </dd>
        ))}
        {finding.strata.length === 0 && (
          <>
            <dt>{d.within}</dt>
            <dd>{d.withinNothing}</dd>
          </>
        )}
      </dl>
      {finding.rule && <SaveFinding finding={finding} findings={findings} locale={locale} />}
    </section>
  );
}

type Line = Restratified['strata'][number];

function Strata(props: {
  readonly finding: Finding;
  readonly by: Restratified;
  readonly findings: Findings;
  readonly locale: Locale;
}) {
  const { finding, by, findings, locale } = props;
  const t = words.value;
  const d = t.detail;
  const format = findingFormat(locale, finding, findings.currency);
  const difference = (value: number | null) => differenceText(finding, format, locale, value);
  const field = findings.strata.find(({ id }) => id === by.by)?.label[locale] ?? t.by[by.by];
  const names = [
    findings.segment.name?.[locale] ?? '',
    findings.against.name?.[locale] ?? t.ask.everyoneElse,
  ] as const;
  const stratum = ({ value }: Line) => (value === OTHER ? d.others : value);
  const number = (
    id: string,
    header: string,
    of: (line: Line) => string,
    sort: (line: Line) => number | null,
  ): TableColumn<Line> => ({ id, header, align: 'end', cell: of, copy: of, sort });
  const columns: TableColumn<Line>[] = [
    {
      id: 'stratum',
      header: d.stratum,
      rowHeader: true,
      copy: stratum,
      cell: (line) => (
        <span class="data" dir="auto">
          {stratum(line)}
        </span>
      ),
    },
    number(
      'a',
      names[0],
      ({ a }) => format.full(a?.value ?? null),
      ({ a }) => a?.value ?? null,
    ),
    number(
      'an',
      `${t.table.n}: ${names[0]}`,
      ({ a }) => formatNumber(locale, a?.n ?? 0),
      ({ a }) => a?.n ?? 0,
    ),
    number(
      'b',
      names[1],
      ({ b }) => format.full(b?.value ?? null),
      ({ b }) => b?.value ?? null,
    ),
    number(
      'bn',
      `${t.table.n}: ${names[1]}`,
      ({ b }) => formatNumber(locale, b?.n ?? 0),
      ({ b }) => b?.n ?? 0,
    ),
    number(
      'd',
      t.table.difference,
      (l) => difference(l.difference),
      (l) => l.difference,
    ),
    number(
      'i',
      d.difference95,
      ({ interval }) => (interval === null ? '–' : `${difference(interval.lo)} – ${difference(interval.hi)}`),
      ({ interval }) => interval?.lo ?? null,
    ),
  ];
  return (
    <div class="finding-strata">
      <h3>
        {t.verdictMark[by.verdict]} {t.verdict[by.verdict]} {t.by[by.by]}
      </h3>
      <p class="text-s">
        {d.strataOf(field)}: {d.crude(difference(by.crude))},{' '}
        {d.pooled(difference(by.pooled), difference(by.interval.lo), difference(by.interval.hi))}
        {by.homogeneity !== null && `; ${d.homogeneous(chanceText(locale, by.homogeneity))}`}.{' '}
        {by.mixed && d.mixed} {by.unknown > 0 && d.unknownStratum(Math.round(by.unknown))}
      </p>
      <Table
        caption={d.strataOf(field)}
        columns={columns}
        rows={by.strata}
        rowKey={(line) => line.value}
        copy
      />
    </div>
  );
}
