import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format';
import { PictureSource } from '../../charts/saving/picture-source';
import { Button } from '../../parts/button';
import { Chip } from '../../parts/chip';
import { EmptyState } from '../../parts/empty-state';
import { Notice } from '../../parts/notice';
import { Tabs } from '../../parts/tabs';
import { useLater } from '../../parts/use-later';
import { useSlow } from '../../parts/use-slow';
import { locale as localeSignal } from '../../state/locale';
import { goTo } from '../../state/route';
import { workspace } from '../../state/workspace';
import { aimOfGoal } from './aims';
import { BarsTab } from './bars-tab';
import { CallState } from './call-state';
import { SegmentSaid } from './said/segment-said';
import { sourceLine } from './source-line';
import './compare-screen.css';
import { CompareControls } from './compare-controls';
import {
  catalogCall,
  catalogKnown,
  change,
  choose,
  chosen,
  compareCall,
  compareRequest,
  goal,
  gone,
  hasPeople,
  offered,
  question,
  reports,
  segmentOrder,
  shown,
  startComparing,
  unchoose,
  wantedCall,
} from './compare-model';
import { CompareNotes } from './compare-notes';
import { type CellPlace, ComparisonTable } from './comparison-table';
import { Derivation } from './derivation/derivation';
import { DiffersMost } from './differs-most';
import { distinctColours } from './distinct-colours';
import { DistributionTab } from './distribution/distribution-tab';
import { ExportButton } from './export-button';
import { followAddress } from './follow-address';
import { GoalPlot } from './goal-plot';
import { HistoryTab } from './history/history-tab';
import { MoneyTab } from './money/money-tab';
import { Popover } from './popover';
import { COMPARE_VIEWS, type CompareView } from './question';
import { RegionsTab } from './regions/regions-tab';
import { ReportButton } from './report/report-button';
import { RetentionTab } from './retention-tab';
import { SegmentPicker } from './segment-picker';
import { standouts } from './standouts';
import { TimingTab } from './timing/timing-tab';
import { TrendTab } from './trend-tab';
import { words } from './words';

/** Chosen segments side by side: the goal as a dot-interval plot, every metric as a table, bars, trend and retention. */
export function CompareScreen(props: {
  /** One column and no controls but the segments: beside a page. */
  readonly narrow?: boolean;
  readonly onToData?: () => void;
}) {
  const narrow = props.narrow ?? false;
  const t = words.value;
  const locale = localeSignal.value;
  const [place, setPlace] = useState<CellPlace | null>(null);
  useEffect(() => {
    const stops = narrow ? [startComparing({ all: true })] : [followAddress(), startComparing({ all: true })];
    return () => {
      for (const stop of stops) stop();
    };
  }, [narrow]);

  const state = workspace.value;
  const comparison = shown.value;
  const goalInfo = goal.value;
  const stale = compareCall.busy.value;
  const dimmed = useSlow(stale, 150);
  // What is seen first is drawn first: the views under it come with the next frame, and stay.
  const below = useLater(comparison !== null);
  const sentences = useMemo(
    () => (comparison ? standouts(comparison, goalInfo?.id ?? null, locale, t) : []),
    [comparison, goalInfo, locale, t],
  );
  // A cell is known by what it is of: another order of columns must not change what is open.
  const openIds = place && comparison ? placeIds(comparison, place) : null;
  useEffect(() => {
    if (place && openIds === null) setPlace(null);
  }, [place, openIds]);

  if (!state) return <CallState call={catalogCall} hasValue={false} />;
  if (!hasPeople.value && reports.value.length === 0)
    return (
      <div class="compare">
        {!narrow && <h1>{t.title}</h1>}
        <EmptyState
          title={t.state.noData}
          actions={
            <Button kind="primary" onClick={props.onToData ?? (() => goTo('data'))}>
              {t.state.toData}
            </Button>
          }
        >
          {t.state.noDataNext}
        </EmptyState>
      </div>
    );

  const person = question.value.grain === 'person';
  const views: readonly CompareView[] = person
    ? COMPARE_VIEWS
    : COMPARE_VIEWS.filter((view) => view === 'table' || view === 'bars' || view === 'trend');
  const view = views.includes(question.value.view) ? question.value.view : 'table';
  const seen = below ? view : null;
  const retry = () => {
    const request = compareRequest.value;
    if (request) compareCall.askAgain(request);
  };

  return (
    <PictureSource.Provider value={comparison ? sourceLine(comparison, locale) : null}>
      <div class={narrow ? 'compare compare-narrow' : 'compare'}>
        {!narrow && <h1>{t.title}</h1>}
        <ChosenBar />
        {narrow ? (
          <details class="compare-more">
            <summary class="disclosure-summary">{t.controls.more}</summary>
            <CompareControls locale={locale} />
          </details>
        ) : (
          <CompareControls locale={locale} />
        )}
        {gone.value > 0 && (
          <Notice
            tone="note"
            title={t.state.gone(gone.value)}
            actions={
              <Button
                size="s"
                kind="quiet"
                onClick={() => {
                  gone.value = 0;
                }}
              >
                {t.derivation.close}
              </Button>
            }
          />
        )}
        {catalogCall.error.value !== null && (
          <CallState
            call={catalogCall}
            hasValue={comparison !== null}
            onRetry={() => {
              const asked = catalogCall.answered.value;
              catalogCall.askAgain(asked ?? { dataVersion: state.dataVersion, asOf: null, currency: null });
            }}
          />
        )}
        {comparison === null && wantedCall.busy.value ? (
          <CallState call={wantedCall} hasValue={false} stops={false} />
        ) : comparison === null && chosen.value.length === 0 && catalogCall.busy.value ? (
          <CallState call={catalogCall} hasValue={false} stops={false} />
        ) : (
          <CallState call={compareCall} hasValue={comparison !== null} onRetry={retry} />
        )}
        {chosen.value.length === 0 && !catalogCall.busy.value && catalogCall.value.value && (
          <NothingChosen person={person} />
        )}
        {comparison && !goalInfo && chosen.value.length > 0 && (
          <EmptyState title={t.state.noMetrics}>{t.state.noMetricsNext}</EmptyState>
        )}
        {comparison && goalInfo && chosen.value.length > 0 && (
          <div class={dimmed ? 'compare-result compare-stale' : 'compare-result'} aria-busy={stale}>
            {sentences.length > 0 && (
              <ul class="compare-standouts">
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            {comparison.segments.length === 1 && <p class="ink-soft">{t.state.oneHint}</p>}
            <GoalPlot
              comparison={comparison}
              goal={goalInfo}
              locale={locale}
              stale={false}
              ticks={narrow ? 4 : 6}
            />
            <CompareNotes comparison={comparison} locale={locale} />
            <SegmentSaid
              comparison={comparison}
              goal={goalInfo.id}
              aim={aimOfGoal(question.value.goal)}
              locale={locale}
            />
            <div class="compare-tabs-head">
              <ReportButton comparison={comparison} goal={question.value.goal} size="s" />
              <ExportButton comparison={comparison} size="s" />
            </div>
            <Tabs
              label={t.tab.label}
              tabs={views.map((id) => ({ id, label: t.tab[id] }))}
              selected={view}
              onSelect={(id) => change({ view: id })}
            >
              {seen === null && <div class="compare-below" />}
              {seen === 'table' && (
                <div class={place ? 'compare-with-side' : undefined}>
                  <ComparisonTable
                    comparison={comparison}
                    locale={locale}
                    goalId={goalInfo.id}
                    order={segmentOrder.value}
                    onOrder={(order) => {
                      setPlace(null);
                      segmentOrder.value = order;
                    }}
                    open={place}
                    onOpen={(next) => setPlace(samePlace(place, next) ? null : next)}
                  />
                  {place && (
                    <Derivation
                      comparison={comparison}
                      place={place}
                      locale={locale}
                      onClose={() => {
                        const cell = document.querySelector<HTMLElement>('.compare-cell-open');
                        setPlace(null);
                        cell?.focus();
                      }}
                    />
                  )}
                </div>
              )}
              {seen === 'bars' && <BarsTab comparison={comparison} locale={locale} stale={false} />}
              {seen === 'distribution' && <DistributionTab comparison={comparison} locale={locale} />}
              {seen === 'trend' && <TrendTab comparison={comparison} goalId={goalInfo.id} locale={locale} />}
              {seen === 'history' && <HistoryTab comparison={comparison} locale={locale} />}
              {seen === 'money' && <MoneyTab comparison={comparison} locale={locale} />}
              {seen === 'regions' && (
                <RegionsTab comparison={comparison} goalId={goalInfo.id} locale={locale} />
              )}
              {seen === 'timing' && <TimingTab comparison={comparison} locale={locale} />}
              {seen === 'retention' && <RetentionTab comparison={comparison} locale={locale} />}
            </Tabs>
            <DiffersMost comparison={comparison} />
          </div>
        )}
      </div>
    </PictureSource.Provider>
  );
}

/** Why there is nothing to see: nothing chosen, nothing to choose, or nothing that would part the customers. */
function NothingChosen({ person }: { readonly person: boolean }) {
  const t = words.value.state;
  const views = offered.value;
  if (views.length === 0)
    return (
      <EmptyState title={person ? t.noSegments : t.noValues}>
        {person ? t.noSegmentsNext : t.noValuesNext}
      </EmptyState>
    );
  const parting = views.some(({ size, population }) => size !== 0 && size !== population);
  return person && !parting ? (
    <EmptyState title={t.allOrNobody}>{t.allOrNobodyNext}</EmptyState>
  ) : (
    <EmptyState title={t.noneChosen}>{t.noneChosenNext}</EmptyState>
  );
}

function ChosenBar() {
  const t = words.value;
  const locale = localeSignal.value;
  const views = chosen.value;
  const colours = useMemo(() => {
    const places = distinctColours(views.map((v) => v.segment.colour));
    return new Map(views.map((v, i) => [v.segment.id, places[i] ?? v.segment.colour]));
  }, [views]);
  return (
    <section class="compare-chosen" aria-label={t.controls.segments}>
      {views.length > 0 && (
        <ul class="compare-chips">
          {views.map((view) => (
            <li key={view.segment.id}>
              <Chip
                name={view.segment.name[locale]}
                colour={colours.get(view.segment.id) ?? view.segment.colour}
                {...(view.segment.grain === 'person' && view.size !== null
                  ? { detail: formatNumber(locale, view.size) }
                  : {})}
                onRemove={() => unchoose(view.segment.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Popover label={views.length === 0 ? t.controls.add : t.controls.change}>
        {(close) => (
          <SegmentPicker
            views={offered.value}
            chosen={views.map((v) => v.segment.id)}
            colours={colours}
            locale={locale}
            onChange={choose}
            onClose={close}
            values={question.value.grain === 'aggregate'}
            waiting={!catalogKnown.value}
          />
        )}
      </Popover>
    </section>
  );
}

function placeIds(
  comparison: NonNullable<typeof shown.value>,
  place: CellPlace,
): { readonly metric: string } | null {
  const metric = comparison.metrics[place.metric];
  if (!metric || (place.segment !== null && !comparison.segments[place.segment])) return null;
  return { metric: metric.id };
}

function samePlace(a: CellPlace | null, b: CellPlace): boolean {
  return a !== null && a.metric === b.metric && a.segment === b.segment;
}
