import { useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format';
import { metricFormat } from '../../../metrics/metric-value';
import type { BesidePeople as PeopleOfPage } from '../../../protocol/engine-api';
import type { Rule } from '../../../segments/rule/rule';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { ErrorNotice } from '../../parts/error-notice';
import { announce } from '../../parts/live-region';
import { SelectField } from '../../parts/select-field';
import { chosenSegments } from '../../state/chosen-segments';
import { engine } from '../../state/engine';
import { locale as localeSignal } from '../../state/locale';
import { labelText } from '../../state/text';
import { workspace } from '../../state/workspace';
import { chooseNew } from '../compare/choose-new';
import { useAnswer } from '../compare/use-answer';
import { words as compareWords } from '../compare/words';
import { BesideRow } from './beside-row';
import { CopyLines } from './copy-lines';
import { differenceOfCell, reachOf } from './difference-of-cell';
import { besideWords } from './words';

/** The customers held of whom the page's dimension is known, by its values: which segments they are in. */
export function BesidePeople(props: {
  readonly lookId: string;
  readonly dimension: string;
  readonly values: readonly string[];
  readonly openWorkspace: (hash: string) => void;
}) {
  const { lookId, dimension, values } = props;
  const t = besideWords.value.people;
  const call = useAnswer(
    {
      lookId,
      dimension,
      values,
      segmentIds: chosenSegments.value,
      dataVersion: workspace.value?.dataVersion ?? 0,
    },
    ({ dataVersion: _, ...request }, signal) => engine().besidePeople(request, { signal }),
  );
  const found = call.value.value;
  return (
    <section class="beside-section" aria-labelledby="beside-people" aria-busy={call.busy.value}>
      <h3 id="beside-people">{t.title}</h3>
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {found !== null && (
        <div class={classNames('beside-body', call.busy.value && 'beside-stale')}>
          <People found={found} openWorkspace={props.openWorkspace} />
        </div>
      )}
    </section>
  );
}

function People(props: { readonly found: PeopleOfPage; readonly openWorkspace: (hash: string) => void }) {
  const { found } = props;
  const t = besideWords.value.people;
  const v = besideWords.value.values;
  const locale = localeSignal.value;
  const [wanted, setWanted] = useState<string | null>(null);
  const at = Math.max(
    0,
    found.segments.findIndex(({ id }) => id === wanted),
  );
  const segment = found.segments[at];
  const cells = found.values.map(({ cells: of }) => of[at]);
  const format = metricFormat(
    locale,
    { unit: 'rate' },
    null,
    cells.map((cell) => (cell?.state === 'value' ? cell.value : null)),
  );
  const reach = reachOf(cells);
  const everyone = found.everyone[at];
  const lines = (): string[][] => [
    [
      '',
      labelText(found.label),
      ...found.segments.flatMap(({ name }) => [name[locale], 'n', v.interval, v.verdict]),
    ],
    ...found.values.map(({ value, people, cells: of }) => [
      value,
      formatNumber(locale, people),
      ...of.flatMap((cell) =>
        cell.state === 'value'
          ? [
              format.full(cell.value),
              formatNumber(locale, cell.n),
              cell.interval === null
                ? ''
                : `${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`,
              compareWords.value.verdict[cell.verdict],
            ]
          : ['', formatNumber(locale, cell.n), '', ''],
      ),
    ]),
  ];
  return (
    <>
      <p class="text-s ink-soft">
        {t.from(labelText(found.label))} {t.known(found.known, found.population)}
      </p>
      {segment === undefined ? (
        <p class="ink-soft">{t.noSegments}</p>
      ) : (
        <SelectField
          label={t.segment}
          size="s"
          value={segment.id}
          options={found.segments.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          onChange={setWanted}
        />
      )}
      <ul class="beside-list">
        {found.values.map(({ value, people, rule, unknown }, i) => {
          const cell = cells[i];
          const hits = cell?.state === 'value' ? cell : null;
          const untold = unknown[at] ?? 0;
          return (
            <BesideRow
              key={value}
              name={value}
              value={hits === null ? '' : format.full(hits.value)}
              verdict={hits?.verdict ?? 'not-tested'}
              rests={
                people === 0
                  ? [t.nobody]
                  : [
                      hits === null
                        ? t.count(people)
                        : v.of(formatNumber(locale, hits.numerator), t.count(hits.n)),
                      ...(hits?.interval == null
                        ? []
                        : [`${format.full(hits.interval.lo)} – ${format.full(hits.interval.hi)}`]),
                      ...(untold > 0 ? [t.unknown(untold)] : []),
                    ]
              }
              difference={differenceOfCell(cell, format, reach)}
              faint={people === 0}
            >
              {people > 0 && (
                <KeepPeople
                  rule={rule}
                  name={t.name(labelText(found.label), value)}
                  openWorkspace={props.openWorkspace}
                />
              )}
            </BesideRow>
          );
        })}
        {everyone?.state === 'value' && (
          <BesideRow
            name={compareWords.value.table.everyone}
            value={format.full(everyone.value)}
            verdict="not-tested"
            rests={[v.of(formatNumber(locale, everyone.numerator), t.count(everyone.n))]}
            difference={null}
            faint
          />
        )}
      </ul>
      {segment !== undefined && (
        <>
          <p class="text-s ink-soft">{t.corrected}</p>
          <CopyLines lines={lines} />
        </>
      )}
    </>
  );
}

/** Makes the people of one value a segment of their own, and puts it into the comparison. */
function KeepPeople(props: {
  readonly rule: Rule;
  readonly name: string;
  readonly openWorkspace: (hash: string) => void;
}) {
  const t = besideWords.value.people;
  const [state, setState] = useState<'ready' | 'keeping' | 'kept' | 'full'>('ready');
  const [error, setError] = useState<unknown>(null);
  const keep = async () => {
    setState('keeping');
    setError(null);
    try {
      const { id } = await engine().saveSegment({
        name: props.name.slice(0, 120),
        description: '',
        rule: props.rule,
      });
      const chosen = await chooseNew(id);
      announce(chosen ? t.kept : t.keptFull);
      setState(chosen ? 'kept' : 'full');
    } catch (caught) {
      setError(caught);
      setState('ready');
    }
  };
  if (state === 'kept' || state === 'full')
    return (
      <p class="text-s beside-kept">
        {state === 'kept' ? t.kept : t.keptFull}{' '}
        <Button
          size="s"
          kind="quiet"
          onClick={() => props.openWorkspace(state === 'kept' ? '#/compare' : '#/segments')}
        >
          {state === 'kept' ? t.compare : t.more}
        </Button>
      </p>
    );
  return (
    <>
      <Button
        size="s"
        kind="quiet"
        disabled={state === 'keeping'}
        label={`${t.keep}: ${props.name}`}
        onClick={() => void keep()}
      >
        {t.keep}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
