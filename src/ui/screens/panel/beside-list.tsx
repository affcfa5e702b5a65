import { useState } from 'preact/hooks';
import { formatDay, formatMoney, formatNumber } from '../../../i18n/format';
import { metricFormat } from '../../../metrics/metric-value';
import type { BesideListed, BesideTable, ListedRow, ListedSort } from '../../../protocol/engine-api';
import { classNames } from '../../parts/class-names';
import { ErrorNotice } from '../../parts/error-notice';
import { Pager } from '../../parts/pager';
import { SegmentMark } from '../../parts/segment-mark';
import { SelectField } from '../../parts/select-field';
import { chosenSegments } from '../../state/chosen-segments';
import { engine } from '../../state/engine';
import { locale as localeSignal } from '../../state/locale';
import { workspace } from '../../state/workspace';
import { useAnswer } from '../compare/use-answer';
import { words as compareWords } from '../compare/words';
import { BesideRow } from './beside-row';
import { CopyLines } from './copy-lines';
import { differenceOfCell, reachOf } from './difference-of-cell';
import { besideWords } from './words';

const PAGE = 25;
const SORTS: readonly ListedSort[] = ['page', 'revenue', 'orders', 'last-order'];

/** The customers the page lists: how many are held, which segments they are in, and each of them. */
export function BesideList({ table }: { readonly table: BesideTable }) {
  const t = besideWords.value.list;
  const dataVersion = workspace.value?.dataVersion ?? 0;
  const about = { lookId: table.lookId, segmentIds: chosenSegments.value, dataVersion };
  const call = useAnswer(about, ({ dataVersion: _, ...request }, signal) =>
    engine().besideListed(request, { signal }),
  );
  const found = call.value.value;
  return (
    <section class="beside-section" aria-labelledby="beside-listed" aria-busy={call.busy.value}>
      <h3 id="beside-listed">{t.title}</h3>
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {found !== null && (
        <div class={classNames('beside-body', call.busy.value && 'beside-stale')}>
          <Summary found={found} />
          {found.known > 0 && <Segments found={found} />}
          {found.population > 0 && <Rows key={table.lookId} about={about} found={found} />}
        </div>
      )}
    </section>
  );
}

function Summary({ found }: { readonly found: BesideListed }) {
  const t = besideWords.value.list;
  if (found.population === 0) return <p>{t.noPeople}</p>;
  const parts = [
    ...found.matchedBy.map(({ by, rows }) => t.by(t.keys[by], rows)),
    ...(found.notHeld > 0 ? [t.notHeld(found.notHeld)] : []),
    ...(found.ambiguous > 0 ? [t.ambiguous(found.ambiguous)] : []),
    ...(found.contradicted > 0 ? [t.contradicted(found.contradicted)] : []),
    ...(found.withoutKey > 0 ? [t.withoutKey(found.withoutKey)] : []),
  ];
  return (
    <>
      <p class="strong">{found.known === 0 ? t.none : t.known(found.known, found.rows)}</p>
      <p class="text-s ink-soft">
        {[...(found.people === found.known ? [] : [t.people(found.people)]), ...parts].join(' · ')}
      </p>
    </>
  );
}

function Segments({ found }: { readonly found: BesideListed }) {
  const t = besideWords.value.list;
  const v = besideWords.value.values;
  const locale = localeSignal.value;
  const cells = found.segments.map(({ cell }) => cell);
  const reach = reachOf(cells);
  const format = metricFormat(
    locale,
    { unit: 'rate' },
    null,
    cells.map((cell) => (cell.state === 'value' ? cell.value : null)),
  );
  const share = (cell: BesideListed['segments'][number]['cell']) =>
    cell.state === 'value' ? format.full(cell.value) : compareWords.value.reasonShort[cell.reason];
  const rows = [...found.segments].sort((a, b) => b.listed.in - a.listed.in);
  const lines = (): string[][] => [
    [t.segment, v.value, 'n', v.interval, t.everyone(''), v.difference, v.verdict],
    ...rows.map(({ name, cell, everyoneCell }) => [
      name[locale],
      share(cell),
      formatNumber(locale, cell.n),
      cell.state === 'value' && cell.interval !== null
        ? `${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`
        : '',
      share(everyoneCell),
      differenceOfCell(cell, format, reach)?.text ?? '',
      cell.state === 'value' ? compareWords.value.verdict[cell.verdict] : '',
    ]),
  ];
  if (rows.length === 0) return <p class="ink-soft">{besideWords.value.people.noSegments}</p>;
  return (
    <>
      <h4>{t.segments}</h4>
      <ul class="beside-list">
        {rows.map(({ id, name, colour, listed, cell, everyoneCell }) => (
          <BesideRow
            key={id}
            name={name[locale]}
            colour={colour}
            value={share(cell)}
            verdict={cell.state === 'value' ? cell.verdict : 'not-tested'}
            rests={[
              v.of(formatNumber(locale, listed.in), formatNumber(locale, listed.in + listed.out)),
              ...(cell.state === 'value' && cell.interval !== null
                ? [`${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`]
                : []),
              t.everyone(share(everyoneCell)),
              ...(listed.unknown > 0 ? [t.unknown(listed.unknown)] : []),
            ]}
            difference={differenceOfCell(cell, format, reach)}
            faint={listed.in === 0}
          />
        ))}
      </ul>
      <p class="text-s ink-soft">
        {t.segmentsNote} {t.asOf(formatDay(locale, found.asOf))}
      </p>
      <CopyLines lines={lines} />
    </>
  );
}

function Rows(props: {
  readonly about: {
    readonly lookId: string;
    readonly segmentIds: readonly string[];
    readonly dataVersion: number;
  };
  readonly found: BesideListed;
}) {
  const t = besideWords.value.list;
  const locale = localeSignal.value;
  const [sort, setSort] = useState<ListedSort>('page');
  const [offset, setOffset] = useState(0);
  const call = useAnswer(
    { ...props.about, sort, offset, limit: PAGE },
    ({ dataVersion: _, ...request }, signal) => engine().besideRows(request, { signal }),
  );
  const page = call.value.value;
  const segments = new Map(props.found.segments.map((segment) => [segment.id, segment]));
  const namesOf = (row: ListedRow) =>
    row.match.is === 'known'
      ? row.match.segmentIds.flatMap((id) => segments.get(id)?.name[locale] ?? [])
      : [t.status[row.match.is]];
  const lines = (): string[][] => [
    [t.row, t.who, '', t.segment, t.sorts.orders, t.sorts.revenue, t.sorts['last-order']],
    ...(page?.rows ?? []).map((row) => {
      const person = row.match.is === 'known' ? row.match.person : null;
      return [
        String(row.row),
        row.says,
        row.also ?? '',
        namesOf(row).join(', '),
        person === null ? '' : formatNumber(locale, person.orders),
        person === null ? '' : formatMoney(locale, person.revenueMinor, person.currency),
        person?.lastOrder == null ? '' : formatDay(locale, person.lastOrder),
      ];
    }),
  ];
  return (
    <>
      <SelectField
        label={t.sort}
        size="s"
        value={sort}
        options={SORTS.map((id) => ({ value: id, label: t.sorts[id] }))}
        onChange={(next) => {
          setSort(next);
          setOffset(0);
        }}
      />
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {page !== null && (
        <ol class={classNames('beside-list', call.busy.value && 'beside-stale')}>
          {page.rows.map((row) => {
            const { match } = row;
            return (
              <li key={row.row} class={match.is === 'known' ? 'beside-row' : 'beside-row beside-faint'}>
                <div class="beside-row-head">
                  <span class="beside-name data" dir="auto" title={row.says}>
                    <span class="beside-name-text">{row.says}</span>
                  </span>
                  <span class="beside-tags">
                    {match.is !== 'known' ? (
                      <span class="ink-soft text-s">{t.status[match.is]}</span>
                    ) : match.segmentIds.length === 0 ? (
                      <span class="ink-soft text-s">{t.noSegment}</span>
                    ) : (
                      match.segmentIds.map((id) => {
                        const segment = segments.get(id);
                        return (
                          segment && (
                            <span class="beside-tag text-s" key={id}>
                              <SegmentMark colour={segment.colour} />
                              {segment.name[locale]}
                            </span>
                          )
                        );
                      })
                    )}
                  </span>
                </div>
                <div class="beside-row-more text-s ink-soft">
                  <span class="data beside-also" dir="auto" title={row.also ?? undefined}>
                    {row.also ?? ''}
                  </span>
                  {match.is === 'known' && (
                    <span class="beside-rests">
                      {[
                        t.orders(match.person.orders),
                        ...(match.person.revenueMinor === null
                          ? []
                          : [formatMoney(locale, match.person.revenueMinor, match.person.currency)]),
                        ...(match.person.lastOrder === null
                          ? []
                          : [t.last(formatDay(locale, match.person.lastOrder))]),
                      ].join(' · ')}
                    </span>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {page !== null && (
        <Pager offset={offset} shown={page.rows.length} total={page.total} page={PAGE} onOffset={setOffset} />
      )}
      <p class="text-s ink-soft">{t.private}</p>
      {page !== null && <CopyLines lines={lines} />}
    </>
  );
}
