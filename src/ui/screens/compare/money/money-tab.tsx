import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../../compare/comparison';
import type { MoneyRequest, MoneyReturns } from '../../../../compare/money/money';
import type { Locale } from '../../../../core/label';
import { formatIsoRange, formatMoney, formatPercent, formatRange } from '../../../../i18n/format';
import { ChartFigure } from '../../../charts/chart-figure';
import { ChartTable } from '../../../charts/chart-table';
import { DotIntervalPlot } from '../../../charts/dot-interval-plot';
import { EmptyState } from '../../../parts/empty-state';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { CallState } from '../call-state';
import { useAnswer } from '../use-answer';
import { MarginForm } from './margin-form';
import { moneyTable, roasPicture, unattributedLines } from './money-figures';
import { by, matchOn, written } from './money-state';
import './money.css';
import { MoveSketch } from './move-sketch';
import { SpendDesk } from './spend-desk';
import { words } from './words';

/** What was spent beside what it brought: ROAS, ROI and CAC, with what can't be put beside anything said. */
export function MoneyTab(props: { readonly comparison: Comparison; readonly locale: Locale }) {
  const { comparison, locale } = props;
  const t = words.value;
  const request: MoneyRequest = { comparison: comparison.request, by: by.value, matchOn: matchOn.value };
  const call = useAnswer<
    MoneyRequest & { readonly dataVersion: number; readonly written: number },
    MoneyReturns
  >(
    { ...request, dataVersion: comparison.dataVersion, written: written.value },
    ({ dataVersion: _, written: __, ...asked }, signal) => engine().moneyReturns(asked, { signal }),
  );
  const returns = call.value.value;
  const shownBy = call.answered.value?.by ?? by.value;
  const drawn = useMemo(
    () =>
      returns?.period
        ? {
            table: moneyTable(returns, shownBy, comparison, locale, t),
            roas: roasPicture(returns, shownBy, comparison, locale, t),
            lines: unattributedLines(returns, locale, t),
          }
        : null,
    [returns, shownBy, comparison, locale, t],
  );
  const field = returns?.matchFields.find(({ id }) => id === returns.matchOn);
  const anySpend =
    returns !== null &&
    (returns.unattributed.outsideMinor > 0 || returns.total.costMinor !== null || returns.period !== null);
  const elsewhere = returns !== null && returns.unattributed.otherCurrencies.length > 0;
  const notes = returns
    ? [
        t.intervals,
        ...(field ? [field.id.startsWith('people:') ? t.how.people : t.how.orders] : []),
        ...(shownBy === 'segment' ? [t.segmentNote] : []),
        ...(returns.total.newCustomers === null && returns.period !== null ? [t.historyNote] : []),
        ...(returns.margin ? [marginUsed(returns.margin, locale)] : []),
        ...(returns.rowsLeft > 0 ? [t.rowsLeft(returns.rowsLeft)] : []),
      ]
    : [];

  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <SelectField
          label={t.by}
          value={by.value}
          options={(['campaign', 'channel', 'segment'] as const).map((value) => ({
            value,
            label: t.byChoice[value],
          }))}
          onChange={(next) => {
            by.value = next;
            matchOn.value = null;
          }}
        />
        {returns && returns.matchFields.length > 0 && (
          <SelectField
            label={t.matchOn}
            value={returns.matchOn ?? ''}
            options={returns.matchFields.map(({ id, label, names, costMinor }) => ({
              value: id,
              label: t.matchField(
                label[locale],
                names,
                formatMoney(locale, costMinor, returns.currency, { whole: true }),
              ),
            }))}
            onChange={(next) => {
              matchOn.value = next;
            }}
          />
        )}
        <MarginForm margin={returns?.margin ?? null} categories={returns?.categories ?? []} locale={locale} />
      </div>
      <CallState call={call} hasValue={returns !== null} />
      {returns && !returns.period && (
        <EmptyState title={anySpend ? t.noCommon : elsewhere ? t.noSpend : t.noSpendYet}>
          {anySpend ? t.noCommonNext : t.noSpendNext}
        </EmptyState>
      )}
      {returns?.period && drawn && (
        <div class={call.busy.value ? 'compare-tab compare-stale' : 'compare-tab'}>
          {drawn.roas ? (
            <ChartFigure
              title={t.heading[shownBy]}
              subtitle={`${t.period(formatRange(locale, returns.period.from, returns.period.to))} ${t.breakEvenLine}`}
              sentence={drawn.roas.sentence}
              table={drawn.table}
              notes={notes}
            >
              <DotIntervalPlot picture={drawn.roas.picture} />
            </ChartFigure>
          ) : (
            <>
              <h2>{t.heading[shownBy]}</h2>
              <p class="text-s ink-soft">
                {t.period(formatRange(locale, returns.period.from, returns.period.to))} {notes.join(' ')}
              </p>
            </>
          )}
          <ChartTable data={drawn.table} />
          <section>
            <h2>{t.unattributed.title}</h2>
            {drawn.lines.length === 0 ? (
              <p class="ink-soft">{t.unattributed.nothing}</p>
            ) : (
              <ul class="money-lines">
                {drawn.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </section>
          {shownBy !== 'segment' && (
            <MoveSketch returns={returns} request={{ ...request, by: shownBy }} locale={locale} />
          )}
        </div>
      )}
      {returns && <SpendDesk comparison={comparison} currency={returns.currency} locale={locale} />}
      {returns && returns.passports.length > 0 && (
        <section>
          <h2>{t.sources}</h2>
          <ul class="money-lines text-s ink-soft">
            {returns.passports.map((passport) => (
              <li key={passport.captureId}>
                <span class="data" dir="auto">
                  {passport.source.kind === 'file' ? passport.source.name : passport.source.title}
                </span>
                {passport.dateRange && ` · ${formatIsoRange(locale, passport.dateRange)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function marginUsed(margin: NonNullable<MoneyReturns['margin']>, locale: Locale): string {
  const t = words.value.margin;
  const share = formatPercent(locale, margin.share, Number.isInteger(margin.share * 100) ? 0 : 1);
  return margin.byCategory.length === 0 ? t.used(share) : t.usedByCategory(share, margin.byCategory.length);
}
