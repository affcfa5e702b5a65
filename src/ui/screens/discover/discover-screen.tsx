import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FinderRequest } from '../../../compare/finder/findings';
import type { SegmentCatalog } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { SelectField } from '../../parts/select-field';
import { Tabs } from '../../parts/tabs';
import { chosenSegments } from '../../state/chosen-segments';
import { engine } from '../../state/engine';
import { goTo } from '../../state/route';
import { asOf, reportingCurrency } from '../../state/settings';
import { workspace } from '../../state/workspace';
import { CallState } from '../compare/call-state';
import { useAnswer } from '../compare/use-answer';
import { ChangePanel } from './change-panel';
import './discover.css';
import { FinderPanel } from './finder-panel';
import { words } from './words';

const TABS = ['finder', 'change'] as const;
const PEOPLE = '';
const LAST = ['30', '90', '365'] as const;
const HELD = 'held';

/** The search for what differs, full width, and the taking apart of a change. */
export function DiscoverScreen() {
  const t = words.value;
  const state = workspace.value;
  const [tab, setTab] = useState<(typeof TABS)[number]>('finder');
  const [chosenReport, setReport] = useState<string | null>(null);
  const [last, setLast] = useState<string>(HELD);
  const version = state?.dataVersion ?? null;
  const catalogCall = useAnswer<
    { readonly asOf: number | null; readonly currency: string | null; readonly dataVersion: number },
    SegmentCatalog
  >(
    version === null ? null : { asOf: asOf.value, currency: reportingCurrency.value, dataVersion: version },
    ({ asOf: at, currency }, signal) => engine().segments({ asOf: at, currency }, { signal }),
  );
  const views = catalogCall.value.value?.segments ?? [];
  const people = (state?.people ?? 0) > 0;
  const reports = (state?.reports ?? []).filter((r) => r.dimensions.length > 0);
  const reportId = chosenReport ?? (people ? PEOPLE : (reports[0]?.id ?? PEOPLE));
  const ofRows = useMemo(
    () => views.filter(({ segment }) => segment.grain === 'aggregate' && segment.kind === 'own'),
    [views],
  );
  const offered = useMemo(
    () =>
      reportId === PEOPLE
        ? views.filter(({ segment }) => segment.grain === 'person')
        : [...views.filter(({ segment }) => segment.id.startsWith(`report:${reportId}:`)), ...ofRows],
    [views, reportId, ofRows],
  );
  useEffect(() => {
    if (chosenReport !== null && chosenReport !== PEOPLE && !reports.some((r) => r.id === chosenReport))
      setReport(null);
  }, [reports, chosenReport]);

  if (!state) return <CallState call={catalogCall} hasValue={false} />;
  if (!people && reports.length === 0)
    return (
      <div class="discover">
        <h1>{t.title}</h1>
        <EmptyState
          title={t.noData}
          actions={
            <Button kind="primary" onClick={() => goTo('data')}>
              {t.toData}
            </Button>
          }
        >
          {t.noDataNext}
        </EmptyState>
      </div>
    );

  const about: Omit<FinderRequest, 'segmentId' | 'againstId' | 'minimumEffect'> = {
    grain: reportId === PEOPLE ? 'person' : 'aggregate',
    asOf: asOf.value,
    measured: last === HELD || reportId !== PEOPLE ? { kind: 'held' } : { kind: 'last', days: Number(last) },
    currency: reportingCurrency.value,
    reportId: reportId === PEOPLE ? null : reportId,
  };
  const first = chosenSegments.value.find((id) => offered.some((v) => v.segment.id === id && v.size !== 0));
  return (
    <div class="discover">
      <h1>{t.title}</h1>
      <CallState call={catalogCall} hasValue={catalogCall.value.value !== null} />
      <Tabs
        label={t.tabs.label}
        tabs={TABS.map((id) => ({ id, label: t.tabs[id] }))}
        selected={tab}
        onSelect={setTab}
      >
        {tab === 'finder' ? (
          <>
            <div class="discover-about">
              {(people ? 1 : 0) + reports.length > 1 && (
                <SelectField
                  label={t.ask.of}
                  value={reportId}
                  options={[
                    ...(people ? [{ value: PEOPLE, label: t.ask.customers }] : []),
                    ...reports.map(({ id, title }) => ({ value: id, label: title })),
                  ]}
                  onChange={setReport}
                />
              )}
              {reportId === PEOPLE && state.orders + state.events > 0 && (
                <SelectField
                  label={t.ask.measured}
                  value={last}
                  options={[
                    { value: HELD, label: t.ask.held },
                    ...LAST.map((days) => ({ value: days, label: t.ask.last(Number(days)) })),
                  ]}
                  onChange={setLast}
                />
              )}
            </div>
            {catalogCall.value.value && (
              <FinderPanel
                key={reportId}
                views={offered}
                segmentId={first ?? null}
                againstId={null}
                about={about}
                dataVersion={state.dataVersion}
              />
            )}
          </>
        ) : (
          <ChangePanel dataVersion={state.dataVersion} views={ofRows} />
        )}
      </Tabs>
    </div>
  );
}
