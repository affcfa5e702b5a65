import type { Comparison } from '../../../../compare/comparison';
import type { ByRegion, ByRegionRequest, RegionKind } from '../../../../compare/regions/by-region';
import type { Locale } from '../../../../core/label';
import type { CsvFormat } from '../../../../protocol/engine-api';
import { CsvMenu } from '../../../parts/csv-menu';
import { Disclosure } from '../../../parts/disclosure';
import { EmptyState } from '../../../parts/empty-state';
import { saveFile } from '../../../parts/save-file';
import { SelectField } from '../../../parts/select-field';
import { engine } from '../../../state/engine';
import { persisted } from '../../../state/persisted';
import { csvFormat } from '../../../state/settings';
import { CallState } from '../call-state';
import { MetricSelect } from '../metric-select';
import { useAnswer } from '../use-answer';
import { words as compareWords } from '../words';
import { RegionOccasions } from './region-occasions';
import { RegionPlots } from './region-plots';
import { RegionTable } from './region-table';
import './regions.css';
import { words } from './words';

const KINDS = ['country', 'region'] as const satisfies readonly RegionKind[];
const by = persisted<RegionKind>('regions-by', 'country', (raw) => KINDS.find((k) => k === raw) ?? null);
const chosenMetric = persisted<string | null>('regions-metric', null, (raw) =>
  typeof raw === 'string' ? raw : null,
);
const SHOWS = ['value', 'index'] as const;
const shown = persisted<(typeof SHOWS)[number]>(
  'regions-show',
  'value',
  (raw) => SHOWS.find((s) => s === raw) ?? null,
);

/** One metric of the chosen segments, region by region, each with its own currency. */
export function RegionsTab(props: {
  readonly comparison: Comparison;
  readonly goalId: string | null;
  readonly locale: Locale;
}) {
  const { comparison, goalId, locale } = props;
  const t = words.value;
  const metricId =
    [chosenMetric.value, goalId].find((id) => comparison.metrics.some((m) => m.id === id)) ??
    comparison.metrics[0]?.id ??
    null;
  const call = useAnswer<ByRegionRequest & { readonly dataVersion: number }, ByRegion>(
    metricId === null
      ? null
      : { comparison: comparison.request, metricId, by: by.value, dataVersion: comparison.dataVersion },
    ({ dataVersion: _, ...request }, signal) => engine().byRegion(request, { signal }),
  );
  const table = call.value.value;
  const colours = new Map(comparison.segments.map((s) => [s.id, s.colour]));
  const hasIndex = table?.regions.some((r) => r.median !== null) ?? false;
  const show = hasIndex ? shown.value : 'value';
  const onExport = async (byRegion: ByRegion, dialect: CsvFormat['dialect']) => {
    saveFile(await engine().exportByRegion({ byRegion, format: { ...csvFormat(), dialect } }));
  };

  return (
    <div class="compare-tab">
      <div class="compare-controls">
        <MetricSelect
          label={t.metric}
          metrics={comparison.metrics}
          value={metricId}
          locale={locale}
          onChange={(id) => {
            chosenMetric.value = id;
          }}
        />
        <SelectField
          label={t.by}
          value={by.value}
          options={KINDS.map((k) => ({ value: k, label: t.kinds[k] }))}
          onChange={(next) => {
            by.value = next;
          }}
        />
        {hasIndex && (
          <SelectField
            label={t.show}
            value={show}
            options={SHOWS.map((s) => ({ value: s, label: t.shows[s] }))}
            onChange={(next) => {
              shown.value = next;
            }}
          />
        )}
      </div>
      <CallState call={call} hasValue={table !== null} />
      {table && table.regions.length + table.folded.length === 0 && (
        <EmptyState title={t.none[table.request.by]}>{t.none.next[table.request.by]}</EmptyState>
      )}
      {table && table.regions.length > 0 && (
        <>
          <RegionTable
            table={table}
            show={show}
            colours={colours}
            locale={locale}
            stale={call.busy.value}
            tools={<CsvMenu onExport={(dialect) => void onExport(table, dialect)}>{t.export}</CsvMenu>}
          />
          <Notes table={table} hasIndex={hasIndex} />
          <Folded table={table} />
          <RegionOccasions table={table} locale={locale} />
          <RegionPlots table={table} colours={colours} locale={locale} stale={call.busy.value} />
        </>
      )}
      {table && table.regions.length === 0 && <Folded table={table} />}
    </div>
  );
}

function Notes(props: { readonly table: ByRegion; readonly hasIndex: boolean }) {
  const { table, hasIndex } = props;
  const t = words.value;
  const notes = [
    table.against === 'within' ? t.within : t.others,
    t.corrected,
    hasIndex ? t.indexNote : t.noIndex,
    ...(table.from === null ? [] : [t.from[table.from]]),
    ...(table.reporting === null ? [] : [t.reportingNote(table.reporting)]),
    ...(table.unplaced > 0 ? [t.unplaced(table.unplaced)] : []),
    ...(table.descriptive ? [compareWords.value.notes.descriptive] : []),
  ];
  return (
    <ul class="regions-notes text-s ink-soft">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Folded({ table: { folded } }: { readonly table: ByRegion }) {
  if (folded.length === 0) return null;
  const people = folded.reduce((n, region) => n + region.people, 0);
  return (
    <Disclosure summary={words.value.folded(folded.length, people)}>
      <p class="data" dir="auto">
        {folded.map((region) => `${region.name} ${region.people}`).join(' · ')}
      </p>
    </Disclosure>
  );
}
