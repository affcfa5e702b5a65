import { useEffect } from 'preact/hooks';
import type { Movement } from '../../../../compare/movement/movement';
import type { Locale } from '../../../../core/label';
import { formatDay, formatList, formatNumber, formatPercent, formatRange } from '../../../../i18n/format';
import type { CsvFormat } from '../../../../protocol/engine-api';
import { CsvMenu } from '../../../parts/csv-menu';
import { EmptyState } from '../../../parts/empty-state';
import { saveFile } from '../../../parts/save-file';
import { Tabs } from '../../../parts/tabs';
import { engine } from '../../../state/engine';
import { locale as localeSignal } from '../../../state/locale';
import { routeHash } from '../../../state/route';
import { csvFormat, reportingCurrency } from '../../../state/settings';
import { labelText } from '../../../state/text';
import { workspace } from '../../../state/workspace';
import { CallState } from '../../compare/call-state';
import { useAnswer } from '../../compare/use-answer';
import { biggestMove, FlowFigure, flowName } from './flow-figure';
import { FlowPeople } from './flow-people';
import { MatrixView } from './matrix-view';
import './movement.css';
import { MovementControls } from './movement-controls';
import { days, family, groupIds, movementRequest, picked, show, VIEWS, view } from './movement-model';
import { SizesFigure } from './sizes-figure';
import { words } from './words';

/** Who moved from where to where between two days: a picture, a matrix, and the people behind each flow. */
export function MovementPage() {
  const t = words.value;
  const locale = localeSignal.value;
  const state = workspace.value;
  const request = movementRequest.value;
  const call = useAnswer(request, ({ dataVersion: _, ...asked }: NonNullable<typeof request>, signal) =>
    engine().movement(asked, { signal }),
  );
  const movement = request === null ? null : call.value.value;
  const stale = call.busy.value;
  const span = days.value;

  // What was picked of other groups is nobody's flow here.
  useEffect(() => {
    const pick = picked.value;
    if (!movement || !pick) return;
    const ids = movement.states.map(({ id }) => id);
    if (!ids.includes(pick.from) || !ids.includes(pick.to)) picked.value = null;
  }, [movement]);

  return (
    <div class="movement">
      <header class="screen-head">
        <a href={routeHash('segments')}>← {t.back}</a>
        <h1>{t.title}</h1>
        <p class="ink-soft">{t.lead}</p>
      </header>
      {!state?.coverage || !span ? (
        <EmptyState title={t.sizes.none} />
      ) : (
        <>
          <MovementControls />
          {movement && (
            <div class={stale ? 'compare-stale' : undefined}>
              <Summary movement={movement} locale={locale} />
            </div>
          )}
          <CallState call={call} hasValue={movement !== null} />
          {groupIds.value.length > 0 && (
            <Tabs
              label={t.tabs.label}
              tabs={VIEWS.map((id) => ({ id, label: t.tabs[id] }))}
              selected={view.value}
              onSelect={(id) => {
                view.value = id;
              }}
            >
              {view.value === 'sizes' ? (
                <SizesFigure
                  title={t.controls.families[family.value]}
                  locale={locale}
                  request={{
                    segmentIds: groupIds.value,
                    asOf: span.to,
                    exclusive: true,
                    currency: reportingCurrency.value,
                    dataVersion: state.dataVersion,
                  }}
                />
              ) : (
                movement && (
                  <div class="movement-result">
                    <div class="movement-main">
                      {view.value === 'flow' ? (
                        <FlowFigure movement={movement} locale={locale} stale={stale} />
                      ) : (
                        <MatrixView movement={movement} shown={show.value} locale={locale} stale={stale} />
                      )}
                      <Notes movement={movement} locale={locale} />
                    </div>
                    <FlowPeople movement={movement} locale={locale} />
                  </div>
                )
              )}
            </Tabs>
          )}
        </>
      )}
    </div>
  );
}

function Summary(props: { readonly movement: Movement; readonly locale: Locale }) {
  const { movement, locale } = props;
  const t = words.value;
  const s = t.summary;
  const { ofPlaced, arrived } = movement;
  const people = (v: number) => t.behind.people(v);
  const biggest = biggestMove(movement);
  const news = arrived.created + arrived.seen;
  const onExport = async (dialect: CsvFormat['dialect']) => {
    saveFile(await engine().exportMovement({ movement, format: { ...csvFormat(), dialect } }));
  };
  if (movement.people.to === 0) return <p>{s.nobody}</p>;
  return (
    <div class="movement-summary">
      <ul>
        {ofPlaced.people > 0 && (
          <li>
            {s.stayed(
              formatNumber(locale, ofPlaced.stayed),
              formatNumber(locale, ofPlaced.people),
              formatPercent(locale, ofPlaced.stayed / ofPlaced.people, 1),
            )}{' '}
            {ofPlaced.moved > 0 && s.moved(people(ofPlaced.moved))}
            {ofPlaced.left > 0 && ` ${s.left(people(ofPlaced.left))}`}
            {ofPlaced.untold > 0 && ` ${s.untold(people(ofPlaced.untold))}`}
          </li>
        )}
        {biggest && <li>{s.biggest(flowName(movement, biggest), people(biggest.people))}</li>}
        {news > 0 && (
          <li>
            {s.arrived(
              people(news),
              formatNumber(locale, arrived.created),
              formatNumber(locale, arrived.seen),
            )}
          </li>
        )}
        {movement.missing.length > 0 && (
          <li>
            {s.missing(
              formatList(
                locale,
                movement.missing.map(({ name }) => labelText(name)),
              ),
            )}
          </li>
        )}
      </ul>
      <CsvMenu onExport={(dialect) => void onExport(dialect)}>{t.export.matrix}</CsvMenu>
    </div>
  );
}

function Notes(props: { readonly movement: Movement; readonly locale: Locale }) {
  const { movement, locale } = props;
  const t = words.value;
  const range = ({ from, to }: Movement['between']) => formatRange(locale, from, to);
  const leftOut = movement.flows.reduce((n, f) => n + f.between.leftOut + f.before.leftOut, 0);
  const notes = [
    t.summary.definitions(formatDay(locale, movement.request.to)),
    ...(view.value === 'matrix' && show.value === 'people' ? [t.matrix.shareNote] : []),
    ...(movement.noMoney === null
      ? [t.matrix.revenueNote(range(movement.between), range(movement.before))]
      : []),
    ...(movement.between.partial ? [t.matrix.partialBetween(range(movement.between))] : []),
    ...(movement.before.partial && movement.noMoney === null
      ? [t.matrix.partialBefore(range(movement.before))]
      : []),
    ...(leftOut > 0 ? [t.matrix.leftOut(leftOut)] : []),
    ...(['none', 'unknown', 'absent'] as const).flatMap((kind) =>
      movement.states.some((s) => s.kind === kind && s.from + s.to > 0)
        ? [`${t.state[kind]}: ${t.state[`${kind}Hint`]}`]
        : [],
    ),
  ];
  return (
    <ul class="movement-notes text-s ink-soft">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
