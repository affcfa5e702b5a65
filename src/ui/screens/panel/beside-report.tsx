import { useState } from 'preact/hooks';
import { formatOf } from '../../../compare/format-of';
import { formatNumber } from '../../../i18n/format';
import { metricFormat } from '../../../metrics/metric-value';
import type { BesideTable, BesideValues } from '../../../protocol/engine-api';
import { Button } from '../../parts/button';
import { classNames } from '../../parts/class-names';
import { ErrorNotice } from '../../parts/error-notice';
import { Field } from '../../parts/field';
import { Select } from '../../parts/select';
import { engine } from '../../state/engine';
import { locale as localeSignal } from '../../state/locale';
import { useAnswer } from '../compare/use-answer';
import { words as compareWords } from '../compare/words';
import { BesideApart } from './beside-apart';
import { BesidePeople } from './beside-people';
import { BesideRow } from './beside-row';
import { CopyLines } from './copy-lines';
import { differenceOfCell, reachOf } from './difference-of-cell';
import { besideWords } from './words';

const FEW = 8;
const MANY = 40;
/** Before an id, of a column that is shown as it stands. */
const SHOWN = 'shown ';

type Sort = 'size' | 'value' | 'difference';

/** The values of one dimension of the page's report, each against all other rows. */
export function BesideReport(props: {
  readonly table: BesideTable;
  readonly openWorkspace: (hash: string) => void;
}) {
  const { table } = props;
  const t = besideWords.value;
  const [wanted, setWanted] = useState<string | null>(null);
  const [many, setMany] = useState(false);
  const dimension = table.dimensions.find(({ id }) => id === wanted) ?? table.dimensions[0];
  const call = useAnswer(
    dimension === undefined
      ? null
      : { lookId: table.lookId, dimension: dimension.id, most: many ? MANY : FEW },
    (request, signal) => engine().besideValues(request, { signal }),
  );
  const values = call.value.value;
  if (dimension === undefined) return null;
  return (
    <>
      {table.dimensions.length > 1 && (
        <Field label={t.values.by}>
          {(ids) => (
            <Select
              size="s"
              ids={ids}
              value={dimension.id}
              options={table.dimensions.map(({ id, header }) => ({ value: id, label: header }))}
              onChange={setWanted}
            />
          )}
        </Field>
      )}
      {call.error.value !== null && <ErrorNotice error={call.error.value} />}
      {values !== null && (
        <div class={classNames('beside-body', call.busy.value && 'beside-stale')}>
          <Standouts values={values} />
          <Values values={values} table={table} header={dimension.header} />
          {values.valuesInAll > FEW && (
            <Button size="s" kind="quiet" onClick={() => setMany(!many)}>
              {many ? t.values.fewer : t.values.more}
            </Button>
          )}
          {dimension.ofPeople !== null && (
            <BesidePeople
              lookId={table.lookId}
              dimension={dimension.id}
              values={values.values.map(({ value }) => value)}
              openWorkspace={props.openWorkspace}
            />
          )}
        </div>
      )}
    </>
  );
}

function Standouts({ values }: { readonly values: BesideValues }) {
  const { comparison, standouts } = values;
  const t = besideWords.value;
  const locale = localeSignal.value;
  const tested = comparison.cells.some((of) => of.some((cell) => cell.state === 'value' && cell.p !== null));
  return (
    <section class="beside-section" aria-labelledby="beside-differs">
      <h3 id="beside-differs">{t.differs.title}</h3>
      {standouts.length === 0 ? (
        <p class="ink-soft">
          {tested ? t.differs.none : comparison.segments.length < 2 ? t.values.oneValue : t.values.noTests}
        </p>
      ) : (
        <ol class="beside-list">
          {standouts.slice(0, 5).map(({ segment, metric }) => {
            const cell = comparison.cells[segment]?.[metric];
            const info = comparison.metrics[metric];
            if (cell?.state !== 'value' || !info || cell.base === null) return null;
            const format = formatOf(comparison, metric, locale);
            const name = comparison.segments[segment]?.name[locale] ?? '';
            return (
              <BesideRow
                key={`${segment} ${metric}`}
                name={name}
                value={format.difference(cell.difference?.value ?? null)}
                verdict={cell.verdict}
                rests={[
                  t.differs.line(info.label[locale], format.full(cell.value), format.full(cell.base.value)),
                  `n ${formatNumber(locale, cell.n)}`,
                ]}
                difference={null}
              />
            );
          })}
        </ol>
      )}
    </section>
  );
}

function Values(props: {
  readonly values: BesideValues;
  readonly table: BesideTable;
  readonly header: string;
}) {
  const { values, table } = props;
  const { comparison, asShown } = values;
  const t = besideWords.value;
  const v = t.values;
  const locale = localeSignal.value;
  const [wanted, setWanted] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort>('size');
  const [opened, setOpened] = useState<string | null>(null);
  const isTested = (m: number) =>
    comparison.cells.some((of) => of[m]?.state === 'value' && of[m].difference !== null);
  const rates = comparison.metrics.map(({ unit, family }, i) =>
    unit === 'rate' && family !== 'size' ? i : -1,
  );
  const first = rates.find((i) => i >= 0 && isTested(i)) ?? rates.find((i) => i >= 0) ?? 0;
  const fallback = comparison.metrics[first]?.id ?? `${SHOWN}${asShown[0]?.id ?? ''}`;
  const known = (id: string) =>
    comparison.metrics.some((info) => info.id === id) || asShown.some((one) => `${SHOWN}${one.id}` === id);
  const metricId = wanted !== null && known(wanted) ? wanted : fallback;
  const m = comparison.metrics.findIndex(({ id }) => id === metricId);
  const info = comparison.metrics[m];
  const shown = asShown.find(({ id }) => `${SHOWN}${id}` === metricId) ?? null;
  const option = (of: { readonly id: string; readonly label: string }) => ({ value: of.id, label: of.label });
  const tested = comparison.metrics.filter((_, i) => isTested(i));
  const others = comparison.metrics.filter((_, i) => !isTested(i));
  const groups = [
    { group: v.compared, options: tested.map(({ id, label }) => option({ id, label: label[locale] })) },
    { group: v.totals, options: others.map(({ id, label }) => option({ id, label: label[locale] })) },
    { group: v.asShown, options: asShown.map(({ id, header }) => option({ id: SHOWN + id, label: header })) },
  ].filter(({ options }) => options.length > 0);

  const format =
    shown === null
      ? formatOf(comparison, Math.max(0, m), locale)
      : metricFormat(locale, { unit: shown.unit }, shown.currency, shown.values);
  const cells = comparison.segments.map((_, s) => comparison.cells[s]?.[m]);
  const reach = reachOf(cells);
  const valueAt = (s: number): number | null => {
    const cell = cells[s];
    return shown === null ? (cell?.state === 'value' ? cell.value : null) : (shown.values[s] ?? null);
  };
  const differenceAt = (s: number): number | null => {
    const cell = cells[s];
    return cell?.state === 'value' ? (cell.difference?.value ?? null) : null;
  };
  const key = sort === 'value' ? valueAt : differenceAt;
  const order = comparison.segments.map((_, s) => s);
  if (sort !== 'size') order.sort((a, b) => (key(b) ?? -Infinity) - (key(a) ?? -Infinity) || a - b);
  const tests = comparison.cells.flat().filter((cell) => cell.state === 'value' && cell.p !== null).length;
  const everyone = comparison.everyone[m];
  const canOpen = table.dimensions.length > 1 || tests > 0;
  const sorts: readonly Sort[] = reach > 0 ? ['size', 'value', 'difference'] : ['size', 'value'];

  const lines = (): string[][] => [
    [props.header, v.value, 'n', v.interval, v.rest(''), v.difference, v.interval, v.verdict],
    ...order.map((s) => {
      const cell = shown === null ? cells[s] : undefined;
      const name = comparison.segments[s]?.name[locale] ?? '';
      if (cell?.state !== 'value') return [name, format.full(valueAt(s)), '', '', '', '', '', ''];
      const d = differenceOfCell(cell, format, reach);
      return [
        name,
        format.full(cell.value),
        formatNumber(locale, cell.n),
        cell.interval === null ? '' : `${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`,
        cell.base === null ? '' : format.full(cell.base.value),
        d?.text ?? '',
        d?.interval ?? '',
        compareWords.value.verdict[cell.verdict],
      ];
    }),
  ];

  return (
    <section class="beside-section" aria-labelledby="beside-values">
      <h3 id="beside-values">{v.title}</h3>
      <div class="beside-controls">
        <Field label={v.metric}>
          {(ids) => <Select size="s" ids={ids} value={metricId} options={groups} onChange={setWanted} />}
        </Field>
        <Field label={v.sort}>
          {(ids) => (
            <Select
              size="s"
              ids={ids}
              value={sorts.includes(sort) ? sort : 'size'}
              options={sorts.map((id) => ({ value: id, label: v.sorts[id] }))}
              onChange={setSort}
            />
          )}
        </Field>
      </div>
      <ol class="beside-list">
        {order.map((s) => {
          const segment = comparison.segments[s];
          if (segment === undefined) return null;
          const name = segment.name[locale];
          const cell = cells[s];
          const isOpen = opened === name;
          const id = `beside-apart-${s}`;
          const open = canOpen
            ? { is: isOpen, toggle: () => setOpened(isOpen ? null : name), id }
            : undefined;
          const more = isOpen && (
            <BesideApart id={id} lookId={table.lookId} dimension={values.dimension} value={name} />
          );
          if (shown !== null) {
            const of = shown.values[s] ?? null;
            return (
              <BesideRow
                key={segment.id}
                name={name}
                value={format.full(of)}
                verdict="not-tested"
                rests={of === null && (values.values[s]?.rows ?? 0) > 1 ? [v.severalRows] : []}
                difference={null}
                {...(open === undefined ? {} : { open })}
              >
                {more}
              </BesideRow>
            );
          }
          if (cell?.state !== 'value') {
            const why = cell === undefined ? '' : compareWords.value.reason[cell.reason];
            return (
              <BesideRow
                key={segment.id}
                name={name}
                value={format.full(null)}
                verdict="not-tested"
                rests={[why]}
                difference={null}
                {...(open === undefined ? {} : { open })}
              >
                {more}
              </BesideRow>
            );
          }
          return (
            <BesideRow
              key={segment.id}
              name={name}
              value={format.full(cell.value)}
              verdict={cell.verdict}
              rests={[
                ...(cell.denominator === null || info?.unit === 'money'
                  ? []
                  : [partsOf(cell, info?.unit === 'rate')]),
                ...(cell.interval === null
                  ? []
                  : [`${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`]),
              ]}
              difference={differenceOfCell(cell, format, reach)}
              {...(open === undefined ? {} : { open })}
            >
              {more}
            </BesideRow>
          );
        })}
        {shown === null && everyone?.state === 'value' && (
          <BesideRow
            name={v.everyone}
            value={format.full(everyone.value)}
            verdict="not-tested"
            rests={everyone.denominator === null || info?.unit !== 'rate' ? [] : [partsOf(everyone, true)]}
            difference={null}
            faint
          />
        )}
      </ol>
      <p class="text-s ink-soft">
        {[
          `${v.shown(order.length, values.valuesInAll)}.`,
          shown === null && reach > 0 ? v.corrected(tests) : order.length < 2 ? v.oneValue : v.untested,
        ].join(' ')}
      </p>
      <CopyLines lines={lines} />
    </section>
  );

  function partsOf(
    cell: { readonly numerator: number | null; readonly denominator: number | null; readonly n: number },
    isRate: boolean,
  ): string {
    if (!isRate || cell.numerator === null || cell.denominator === null)
      return `n ${formatNumber(locale, cell.n)}`;
    return v.of(formatNumber(locale, cell.numerator), formatNumber(locale, cell.denominator));
  }
}
