import { useState } from 'preact/hooks';
import { formatNumber, formatPercent } from '../../../i18n/format';
import type { SegmentView } from '../../../protocol/engine-api';
import { asksForecast } from '../../../segments/rule/asks-forecast';
import type { Segment } from '../../../segments/segment';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { OpenedDisclosure } from '../../parts/opened-disclosure';
import { SegmentMark } from '../../parts/segment-mark';
import { chooseSegment, chosenSegments, unchooseSegment } from '../../state/chosen-segments';
import { engine } from '../../state/engine';
import { locale } from '../../state/locale';
import { goTo } from '../../state/route';
import { labelText, text } from '../../state/text';
import { CountOnOpening } from './forecast/count-on-opening';
import { ForecastTrust } from './forecast/forecast-trust';
import { forecastText } from './forecast/words';
import { ChangedSentence } from './history/changed-sentence';
import { VersionHistory } from './history/version-history';
import { SegmentHistory } from './movement/segment-history';
import { QualityBadges } from './quality/quality-badges';
import { builderText } from './rule-builder-text';
import { SegmentMembers } from './segment-members';
import { SegmentPerformance } from './segment-performance';
import { segmentsChanged, viewOf } from './segments-model';
import { segmentsText } from './segments-text';
import { SegmentSql } from './sql/segment-sql';
import { ThresholdTable } from './threshold-table';

/** One segment: who is in it, by what rule, with which numbers, and what can be done with it. */
export function SegmentDetail(props: {
  readonly view: SegmentView;
  readonly stale: boolean;
  readonly onEdit: (editing: { readonly segment: Segment; readonly copy: boolean }) => void;
}) {
  const { view, onEdit } = props;
  const { segment, size, unknown, population } = view;
  const [error, setError] = useState<unknown>(null);
  const [full, setFull] = useState(false);
  const t = segmentsText.value;
  const d = t.detail;
  const lang = locale.value;
  const own = segment.kind === 'own';
  const person = segment.grain === 'person';
  const name = labelText(segment.name);
  const chosen = chosenSegments.value.includes(segment.id);
  const ahead = asksForecast(segment.rule, (id) => viewOf(id)?.segment.rule ?? null);

  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const clone = () =>
    attempt(async () => {
      const copy = await engine().cloneSegment({ id: segment.id, name: d.cloneName(name) });
      segmentsChanged();
      announce(d.saved(d.cloneName(name)));
      goTo('segments', copy.id);
    });

  return (
    <article class="segment" aria-busy={props.stale || undefined}>
      <header class="segment-head">
        <div class="segment-title">
          <SegmentMark colour={segment.colour} />
          <h2 class="data" dir="auto">
            {name}
          </h2>
          <span class="ink-soft">
            {t.kinds[segment.kind]}
            {own && segment.version > 1 && ` · ${d.versions(segment.version)}`}
          </span>
        </div>
        <div class="segment-actions">
          <Button
            kind={chosen ? 'plain' : 'primary'}
            pressed={chosen}
            onClick={() => {
              setFull(false);
              if (chosen) unchooseSegment(segment.id);
              else if (!chooseSegment(segment.id)) setFull(true);
            }}
          >
            {chosen ? `✓ ${d.comparing}` : d.compare}
          </Button>
          {own ? (
            <Button onClick={() => onEdit({ segment, copy: false })}>{d.edit}</Button>
          ) : (
            <Button onClick={() => onEdit({ segment, copy: true })}>{d.editCopy}</Button>
          )}
          {own && <Button onClick={() => void clone()}>{d.clone}</Button>}
          {own && (
            <Confirm
              question={d.deleteQuestion(name)}
              yes={d.deleteYes}
              onYes={() =>
                void attempt(async () => {
                  await engine().deleteSegment({ id: segment.id });
                  unchooseSegment(segment.id);
                  segmentsChanged();
                  announce(d.deleted(name));
                  goTo('segments');
                })
              }
            >
              {d.delete}
            </Confirm>
          )}
        </div>
      </header>
      {full && (
        <p class="field-error" role="alert">
          {d.compareFull}
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <p class="segment-size">
        {size === null ? (
          <CountOnOpening segmentId={segment.id} />
        ) : (
          <>
            <span class="strong">
              {person ? text.value.count.customers(size) : text.value.count.rows(size)}
            </span>
            <span class="ink-soft">
              {d.size(
                formatPercent(lang, population === 0 ? null : size / population, 1),
                formatNumber(lang, population),
              )}
            </span>
          </>
        )}
      </p>
      {labelText(segment.description) !== '' && (
        <p class="segment-text data" dir="auto">
          {labelText(segment.description)}
        </p>
      )}
      <div class={person ? 'segment-beside' : undefined}>
        <div class="segment-main">
          <section class="segment-part">
            <h3>{d.rule}</h3>
            <p class="segment-rule data">{labelText(view.sentence)}</p>
            {unknown > 0 && <p class="ink-soft">{d.unknown(unknown)}</p>}
            {own && segment.origin !== undefined && (
              <Origin id={segment.origin} sentence={labelText(view.sentence)} />
            )}
          </section>
          {segment.thresholds.length > 0 && (
            <ThresholdTable segment={segment} onSaved={(id) => goTo('segments', id)} />
          )}
          {person && <ForecastTrust rule={segment.rule} />}
          {person &&
            (ahead ? (
              // A forecast for each month takes a while, and none is made at an import.
              <section class="segment-part">
                <OpenedDisclosure summary={forecastText.value.history}>
                  {() => <SegmentHistory segment={segment} />}
                </OpenedDisclosure>
              </section>
            ) : (
              <>
                <SegmentHistory segment={segment} />
                <SegmentPerformance segmentId={segment.id} />
              </>
            ))}
          {own && segment.versions.length > 1 && <VersionHistory segment={segment} />}
          {person && <SegmentSql segmentId={segment.id} version={segment.version} />}
          <section class="segment-part">
            <h3>{t.members.title}</h3>
            {person ? (
              <SegmentMembers segmentId={segment.id} name={name} rule={segment.rule} />
            ) : (
              <p class="ink-soft">{t.members.aggregate}</p>
            )}
          </section>
        </div>
        {person && <QualityBadges key={segment.id} segmentId={segment.id} version={segment.version} />}
      </div>
    </article>
  );
}

/** What a segment was changed from, while that is still there. */
function Origin(props: { readonly id: string; readonly sentence: string }) {
  const from = viewOf(props.id);
  if (from === null) return null;
  const t = builderText.value;
  return (
    <div class="segment-origin ink-soft">
      <p>{t.origin(labelText(from.segment.name))}</p>
      <p>
        <ChangedSentence before={labelText(from.sentence)} after={props.sentence} />
      </p>
    </div>
  );
}
