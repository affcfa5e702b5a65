import { useEffect, useId, useRef } from 'preact/hooks';
import { formatOf } from '../../../../compare/cells/format-of';
import { VERDICT_MARK } from '../../../../compare/cells/verdict-mark';
import type { Cell, Comparison } from '../../../../compare/comparison';
import type { Locale } from '../../../../core/label';
import { formatDay, formatIsoRange, formatMoney, formatNumber, formatRange } from '../../../../i18n/format';
import { metricFormat } from '../../../../metrics/metric-value';
import { SegmentMark } from '../../../parts/segment-mark';
import type { CellPlace } from '../comparison-table';
import { CellRowsList } from './cell-rows';
import { CellTrend } from './cell-trend';
import './derivation.css';
import { words } from '../words';

/** How one cell came about, beside the table: what it means, the numbers in its formula, how sure it is, and from what. */
export function Derivation(props: {
  readonly comparison: Comparison;
  readonly place: CellPlace;
  readonly locale: Locale;
  readonly onClose: () => void;
}) {
  const { comparison, place, locale, onClose } = props;
  const t = words.value;
  const d = t.derivation;
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [place.segment, place.metric]);

  const metric = comparison.metrics[place.metric];
  const segment = place.segment === null ? null : comparison.segments[place.segment];
  const cell =
    place.segment === null
      ? comparison.everyone[place.metric]
      : comparison.cells[place.segment]?.[place.metric];
  if (!metric || !cell || segment === undefined) return null;
  const format = formatOf(comparison, place.metric, locale);
  const name = segment ? segment.name[locale] : t.table.everyone;
  const base = segment ? (segment.base.name?.[locale] ?? t.standout.others) : null;

  return (
    <section
      class="derivation"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="derivation-head">
        <h2 id={title} ref={heading} tabIndex={-1}>
          {metric.label[locale]}
        </h2>
        <button type="button" class="picker-icon" aria-label={d.close} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p class="derivation-segment">
        {segment && <SegmentMark colour={segment.colour} />}
        <span class="data" dir="auto">
          {name}
        </span>
      </p>
      {cell.state === 'value' && <p class="derivation-value">{format.full(cell.value)}</p>}
      <dl class="derivation-list">
        <dt>{d.definition}</dt>
        <dd>{metric.definition[locale]}</dd>
        {cell.state === 'none' ? (
          <>
            <dt>{d.why}</dt>
            <dd>{t.reason[cell.reason]}</dd>
            <dt>{d.restsOn}</dt>
            <dd>n {formatNumber(locale, cell.n)}</dd>
          </>
        ) : (
          <ValueParts comparison={comparison} place={place} cell={cell} locale={locale} base={base} />
        )}
        {segment && segment.id !== comparison.request.baseSegmentId && segment.base.sharedWithBase > 0 && (
          <>
            <dt>{d.base}</dt>
            <dd>{d.overlap(segment.base.sharedWithBase)}</dd>
          </>
        )}
        {segment && segment.unknown > 0 && (
          <>
            <dt>{t.notes.label}</dt>
            <dd>{d.unknown(segment.unknown)}</dd>
          </>
        )}
        <dt>{d.period}</dt>
        <dd>{formatRange(locale, comparison.period.from, comparison.period.to)}</dd>
        <dt>{d.source}</dt>
        {comparison.passports.map((passport) => (
          <dd key={passport.captureId}>
            <span class="data" dir="auto">
              {passport.source.kind === 'file' ? passport.source.name : passport.source.title}
            </span>
            {passport.title && passport.title !== sourceTitle(passport.source) && (
              <span class="data" dir="auto">
                {' '}
                · {passport.title}
              </span>
            )}
            <span class="derivation-small">
              {[
                [passport.account, passport.property].filter(Boolean).join(' / '),
                passport.dateRange ? formatIsoRange(locale, passport.dateRange) : '',
                d.sourceRows(passport.rowsKept, passport.rowsSeen),
                passport.rowsRefused > 0 ? d.refused(passport.rowsRefused) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </dd>
        ))}
      </dl>
      {cell.state === 'value' && (
        <CellTrend
          key={`trend ${place.segment} ${metric.id}`}
          comparison={comparison}
          segmentId={segment?.id ?? null}
          metricId={metric.id}
          locale={locale}
        />
      )}
      <CellRowsList
        key={`rows ${place.segment} ${metric.id}`}
        comparison={comparison}
        segmentId={segment?.id ?? null}
        metric={metric}
        locale={locale}
      />
    </section>
  );
}

function sourceTitle(
  source:
    | { readonly kind: 'file'; readonly name: string }
    | { readonly kind: 'page'; readonly title: string },
) {
  return source.kind === 'file' ? source.name : source.title;
}

function ValueParts(props: {
  readonly comparison: Comparison;
  readonly place: CellPlace;
  readonly cell: Extract<Cell, { state: 'value' }>;
  readonly locale: Locale;
  readonly base: string | null;
}) {
  const { comparison, cell, locale, base } = props;
  const t = words.value;
  const d = t.derivation;
  const metric = comparison.metrics[props.place.metric];
  if (!metric) return null;
  const format = formatOf(comparison, props.place.metric, locale);
  // The parts of a ratio carry the unit of the whole only above the line: revenue over customers, not over zlotys.
  const above = metricFormat(
    locale,
    {
      unit:
        metric.unit === 'money' || metric.partsAreMoney === true
          ? 'money'
          : metric.unit === 'days'
            ? 'days'
            : 'count',
    },
    comparison.currency,
    [cell.numerator],
  );
  const below = (v: number) =>
    metric.partsAreMoney === true ? formatMoney(locale, v, comparison.currency) : formatNumber(locale, v);
  const formula =
    metric.denominator && cell.numerator !== null && cell.denominator !== null
      ? {
          words: `${metric.numerator[locale]} ÷ ${metric.denominator[locale]}`,
          numbers: `${above.full(cell.numerator)} ÷ ${below(cell.denominator)} = ${format.full(cell.value)}`,
        }
      : {
          words: metric.denominator
            ? `${metric.numerator[locale]} ÷ ${metric.denominator[locale]}`
            : metric.numerator[locale],
          numbers: null,
        };
  return (
    <>
      <dt>{d.formula}</dt>
      <dd>
        {formula.words}
        {formula.numbers !== null && <span class="derivation-numbers">{formula.numbers}</span>}
      </dd>
      <dt>{d.restsOn}</dt>
      <dd>n = {t.nOf[cell.nOf](cell.n)}</dd>
      <dt>{d.interval}</dt>
      <dd>
        {cell.interval
          ? `${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`
          : metric.denominator === null
            ? d.noInterval
            : '–'}
      </dd>
      {cell.sameTime && (
        <>
          <dt>{d.sameTime}</dt>
          <dd>
            {d.sameTimeOf(
              format.full(cell.sameTime.value),
              t.nOf[cell.nOf](cell.sameTime.n),
              formatDay(locale, comparison.period.to),
            )}
          </dd>
        </>
      )}
      {base !== null && (
        <>
          <dt>{d.base}</dt>
          <dd>
            {base}
            {cell.base && `: ${format.full(cell.base.value)} (${t.nOf[cell.nOf](cell.base.n)})`}
          </dd>
          <dt>{d.difference}</dt>
          <dd>
            {cell.difference ? (
              <>
                {format.difference(cell.difference.value)}
                {cell.difference.interval && (
                  <span class="derivation-small">
                    {d.differenceRange(
                      format.difference(cell.difference.interval.lo),
                      format.difference(cell.difference.interval.hi),
                    )}
                  </span>
                )}
                {cell.exclusive && (
                  <span class="derivation-small">
                    {d.exclusive(format.full(cell.exclusive.value), t.nOf[cell.nOf](cell.exclusive.n))}
                  </span>
                )}
              </>
            ) : (
              d.noDifference
            )}
          </dd>
          <dt>{d.verdict}</dt>
          <dd>
            {VERDICT_MARK[cell.verdict]} {t.verdict[cell.verdict]}
            {cell.p !== null && (
              <span class="derivation-small">
                {d.p(chance(locale, cell.p))}
                {cell.q !== null && `; ${d.q(chance(locale, cell.q))}`}
              </span>
            )}
          </dd>
          {cell.smallestDetectable !== null && (
            <>
              <dt>{d.smallest}</dt>
              <dd>
                {format.difference(cell.smallestDetectable).replace(/^\+/, '')}
                <span class="derivation-small">{d.smallestTail}</span>
              </dd>
            </>
          )}
        </>
      )}
      {cell.method !== null && (
        <>
          <dt>{d.method}</dt>
          <dd>{t.method[cell.method]}</dd>
        </>
      )}
      {cell.leftOut > 0 && (
        <>
          <dt>{d.leftOut}</dt>
          <dd>{d.leftOutRows(cell.leftOut)}</dd>
        </>
      )}
    </>
  );
}

/** "= 0.013", "< 0.001". */
function chance(locale: Locale, p: number): string {
  return p < 0.001 ? `< ${formatNumber(locale, 0.001, 3)}` : `= ${formatNumber(locale, p, 3)}`;
}
