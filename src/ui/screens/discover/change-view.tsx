import { useState } from 'preact/hooks';
import type { Change, ChangedValue, RateOf } from '../../../compare/change/change';
import type { Term } from '../../../compare/change/decompose-change';
import type { Locale } from '../../../core/label';
import { formatNumber, formatPercent, formatRange, NOTHING } from '../../../i18n/format';
import { type MetricFormat, metricFormat } from '../../../metrics/metric-value';
import { ChartFigure } from '../../charts/chart-figure';
import { WaterfallChart } from '../../charts/waterfall-chart';
import type { WaterfallRow } from '../../charts/waterfall-picture';
import { Select } from '../../parts/select';
import { Table, type TableColumn } from '../../parts/table';
import { engine } from '../../state/engine';
import { DownloadButton } from './download-button';
import { chanceText } from './finding-text';
import { type DiscoverWords, words } from './words';

/** Values with a step of their own; the rest is one step. */
const MOST_STEPS = 8;

/** Why a rate is another than it was: in a sentence, as steps, and both sides beside each other by value. */
export function ChangeView(props: { readonly change: Change; readonly locale: Locale }) {
  const { change, locale } = props;
  const t = words.value;
  const c = t.change;
  const [by, setBy] = useState<'term' | 'value'>('term');
  const name = change.metric.label[locale];
  const format = metricFormat(locale, change.metric, change.currency, [
    change.before.value,
    change.after.value,
    change.change.value,
  ]);
  const rows = by === 'term' ? termRows(change, format, t) : valueRows(change, format, t);
  const { period: before } = change.before;
  const { period: after } = change.after;
  const range = (period: typeof before) =>
    period === null ? '' : ` (${formatRange(locale, period.from, period.to)})`;
  const unit = change.nOf === 'sessions' || change.nOf === 'users' ? change.nOf : 'other';
  const independent = change.change.interval !== null;
  const leftOut = change.before.leftOut + change.after.leftOut;
  return (
    <section class="change" aria-label={name}>
      <div class="findings-head">
        <p class="change-headline data" dir="auto">
          {headline(change, locale, t)}
        </p>
        <DownloadButton make={(csv) => engine().exportChange({ change, format: csv })} />
      </div>
      <p class="text-s ink-soft">
        {c.before}
        {range(before)}: {sideText(change.before, format, locale)}. {c.after}
        {range(after)}: {sideText(change.after, format, locale)}.{' '}
        {change.p !== null && `${c.p(chanceText(locale, change.p))}.`}
      </p>
      <ChartFigure
        title={c.waterfall}
        subtitle={c.waterfallSub}
        sentence={rows.map((row) => c.termSentence(row.name, row.text)).join('; ')}
        tools={
          <Select
            size="s"
            label={c.view}
            value={by}
            options={[
              { value: 'term', label: c.byTerm },
              { value: 'value', label: c.byValue },
            ]}
            onChange={setBy}
          />
        }
        table={{
          caption: c.waterfall,
          columns: [
            { header: change.dimension[locale], text: true },
            { header: name },
            { header: c.table.interval },
          ],
          rows: rows.map((row) => ({
            key: row.name,
            cells: [
              { text: row.name },
              { text: row.text, sort: row.kind === 'level' ? row.value : row.by },
              {
                text:
                  row.kind === 'step' && row.interval !== null
                    ? `${format.difference(row.interval.lo)} – ${format.difference(row.interval.hi)}`
                    : '',
              },
            ],
          })),
        }}
        notes={[
          c.identity,
          independent
            ? c.independent(c.ofUnits[unit])
            : change.sharedRows > 0
              ? c.shared(change.sharedRows)
              : c.noIntervals,
          ...(leftOut > 0 ? [c.leftOut(leftOut)] : []),
        ]}
      >
        <WaterfallChart waterfall={{ rows, tick: format.tick }} />
      </ChartFigure>
      <ValuesTable change={change} format={format} locale={locale} t={t} />
    </section>
  );
}

function sideText(side: RateOf, format: MetricFormat, locale: Locale): string {
  const interval =
    side.interval === null
      ? ''
      : ` (95% ${format.full(side.interval.lo)} – ${format.full(side.interval.hi)})`;
  return `${format.full(side.value)}${interval}, n = ${formatNumber(locale, Math.round(side.base))}`;
}

function headline(change: Change, locale: Locale, t: DiscoverWords): string {
  const c = t.change;
  const metric = change.metric.label[locale];
  const rose = change.change.value > 0;
  const way = rose ? c.rose : c.fell;
  if (change.verdict === 'turned-round')
    return c.headline['turned-round'](metric, way, rose ? c.fellInEach : c.roseInEach);
  const part = change.verdict === 'mix' ? 'mix' : change.verdict === 'rate' ? 'rate' : 'total';
  // Of those that go the way of the whole, the one that goes farthest.
  const most = [...change.values].sort((a, b) => (rose ? 1 : -1) * (b[part].value - a[part].value))[0];
  return c.headline[change.verdict](metric, way, most === undefined ? '' : valueName(most, t));
}

function valueName({ value, others }: ChangedValue, t: DiscoverWords): string {
  return others > 0 ? t.change.others(others) : (value ?? t.change.empty);
}

function step(name: string, { value, interval }: Term, format: MetricFormat): WaterfallRow {
  return { kind: 'step', name, by: value, interval, text: format.difference(value) };
}

function level(name: string, value: number | null, format: MetricFormat): WaterfallRow {
  return { kind: 'level', name, value: value ?? 0, text: format.full(value) };
}

function termRows(change: Change, format: MetricFormat, t: DiscoverWords): readonly WaterfallRow[] {
  const { terms } = t.change;
  return [
    level(terms.before, change.before.value, format),
    step(terms.mix, change.mix, format),
    step(terms.rate, change.rate, format),
    step(terms.interaction, change.interaction, format),
    level(terms.after, change.after.value, format),
  ];
}

function valueRows(change: Change, format: MetricFormat, t: DiscoverWords): readonly WaterfallRow[] {
  const { values } = change;
  const shown = values.length > MOST_STEPS ? values.slice(0, MOST_STEPS - 1) : values;
  const rest = values.slice(shown.length).reduce((sum, { total }) => sum + total.value, 0);
  return [
    level(t.change.terms.before, change.before.value, format),
    ...shown.map((value) => step(valueName(value, t), value.total, format)),
    ...(values.length > shown.length
      ? [step(t.change.smaller, { value: rest, interval: null }, format)]
      : []),
    level(t.change.terms.after, change.after.value, format),
  ];
}

function ValuesTable(props: {
  readonly change: Change;
  readonly format: MetricFormat;
  readonly locale: Locale;
  readonly t: DiscoverWords;
}) {
  const { change, format, locale, t } = props;
  const c = t.change;
  type Row = Omit<ChangedValue, 'others' | 'value'> & { readonly name: string; readonly key: string };
  const rows = change.values.map(
    (value): Row => ({ ...value, name: valueName(value, t), key: `v${value.value}` }),
  );
  const wholeRow: Row = {
    name: c.table.whole,
    key: 'whole',
    before: { ...change.before, share: 1 },
    after: { ...change.after, share: 1 },
    total: change.change,
    mix: change.mix,
    rate: change.rate,
    interaction: change.interaction,
  };
  const number = (
    id: string,
    header: string,
    of: (row: Row) => string,
    sort: (row: Row) => number | null,
  ): TableColumn<Row> => ({ id, header, align: 'end', cell: of, copy: of, sort });
  const range = ({ interval }: RateOf | Term, write: (v: number) => string) =>
    interval === null ? NOTHING : `${write(interval.lo)} – ${write(interval.hi)}`;
  const side = (which: 'before' | 'after'): TableColumn<Row>[] => [
    number(
      `${which}-share`,
      c.table.share(c[which]),
      (row) => formatPercent(locale, row[which].share, 1),
      (row) => row[which].share,
    ),
    number(
      `${which}-rate`,
      c.table.rate(c[which]),
      (row) => format.full(row[which].value),
      (row) => row[which].value,
    ),
    number(
      `${which}-range`,
      c.table.interval,
      (row) => range(row[which], format.full),
      (row) => row[which].interval?.lo ?? null,
    ),
    number(
      `${which}-n`,
      c.table.n(c[which]),
      (row) => formatNumber(locale, Math.round(row[which].base)),
      (row) => row[which].base,
    ),
  ];
  const term = (id: 'total' | 'mix' | 'rate' | 'interaction', header: string) =>
    number(
      id,
      header,
      (row) => format.difference(row[id].value),
      (row) => row[id].value,
    );
  const columns: TableColumn<Row>[] = [
    {
      id: 'name',
      header: change.dimension[locale],
      rowHeader: true,
      copy: (row) => row.name,
      sort: (row) => row.name,
      cell: (row) => (
        <span class="data" dir="auto">
          {row.name}
        </span>
      ),
    },
    ...side('before'),
    ...side('after'),
    term('total', c.table.total),
    number(
      'total-range',
      c.table.interval,
      (row) => range(row.total, format.difference),
      (row) => row.total.interval?.lo ?? null,
    ),
    term('mix', c.table.mix),
    term('rate', c.table.own),
    term('interaction', c.table.both),
  ];
  return (
    <Table
      caption={c.table.caption}
      showCaption
      columns={columns}
      rows={rows}
      footRows={[wholeRow]}
      rowKey={(row) => row.key}
      copy
    />
  );
}
