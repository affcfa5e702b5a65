import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { formatOf } from '../../../compare/cells/format-of';
import { formatNumber } from '../../../i18n/format';
import { metricFormat } from '../../../metrics/metric-value';
import type { BesideTable, BesideValues } from '../../../protocol/engine-api';
import { SelectField } from '../../parts/select-field';
import { locale as localeSignal } from '../../state/locale';
import { words as compareWords } from '../compare/words';
import { BesideApart } from './beside-apart';
import { BesideRow } from './beside-row';
import { CopyLines } from './copy-lines';
import { differenceOfCell, reachOf } from './difference-of-cell';
import { besideWords } from './words';

/** Before an id, of a column that is shown as it stands. */
const SHOWN = 'shown ';

type Sort = 'size' | 'value' | 'difference';
type RowSays = Pick<ComponentProps<typeof BesideRow>, 'value' | 'verdict' | 'rests' | 'difference'>;

/** Values by one metric at a time, in the order chosen, each against all other rows. */
export function BesideValuesList(props: {
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

  const untested = (of: number | null, rests: readonly string[]): RowSays => {
    return { value: format.full(of), verdict: 'not-tested', rests, difference: null };
  };
  const rowAt = (s: number): RowSays => {
    if (shown !== null) {
      const of = shown.values[s] ?? null;
      return untested(of, of === null && (values.values[s]?.rows ?? 0) > 1 ? [v.severalRows] : []);
    }
    const cell = cells[s];
    if (cell?.state !== 'value')
      return untested(null, [cell === undefined ? '' : compareWords.value.reason[cell.reason]]);
    return {
      value: format.full(cell.value),
      verdict: cell.verdict,
      rests: [
        ...(cell.denominator === null || info?.unit === 'money'
          ? []
          : [partsOf(cell, info?.unit === 'rate')]),
        ...(cell.interval === null
          ? []
          : [`${format.full(cell.interval.lo)} – ${format.full(cell.interval.hi)}`]),
      ],
      difference: differenceOfCell(cell, format, reach),
    };
  };

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
        <SelectField label={v.metric} size="s" value={metricId} options={groups} onChange={setWanted} />
        <SelectField
          label={v.sort}
          size="s"
          value={sorts.includes(sort) ? sort : 'size'}
          options={sorts.map((id) => ({ value: id, label: v.sorts[id] }))}
          onChange={setSort}
        />
      </div>
      <ol class="beside-list">
        {order.map((s) => {
          const segment = comparison.segments[s];
          if (segment === undefined) return null;
          const name = segment.name[locale];
          const isOpen = opened === name;
          const id = `beside-apart-${s}`;
          const open = canOpen
            ? { is: isOpen, toggle: () => setOpened(isOpen ? null : name), id }
            : undefined;
          const more = isOpen && (
            <BesideApart id={id} lookId={table.lookId} dimension={values.dimension} value={name} />
          );
          return (
            <BesideRow key={segment.id} name={name} {...rowAt(s)} {...(open === undefined ? {} : { open })}>
              {more}
            </BesideRow>
          );
        })}
        {shown === null && everyone?.state === 'value' && (
          <BesideRow
            name={v.everyone}
            {...untested(
              everyone.value,
              everyone.denominator === null || info?.unit !== 'rate' ? [] : [partsOf(everyone, true)],
            )}
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
