import type { Comparison } from '../../../../compare/comparison';
import type { MoneyRequest, MoneyReturns, MoneyRow, Ranged } from '../../../../compare/money/money';
import type { Locale } from '../../../../core/label';
import { minorUnits } from '../../../../core/minor-units';
import type { en } from '../../../../i18n/en/money';
import { formatMoney, formatNumber, formatPercent } from '../../../../i18n/format';
import type { Shape } from '../../../../i18n/shape';
import type { ChartTableData } from '../../../charts/chart-table';
import { dotDomain } from '../../../charts/dot-domain';
import type { DotPicture } from '../../../charts/dot-interval-picture';

type Words = Shape<typeof en>;

type Return = 'roas' | 'cac' | 'roi';

/** Most rows a picture can hold and still be read. */
const MOST_DRAWN = 12;

/** Costs, sales and returns as a table: a row each, everything last. */
export function moneyTable(
  returns: MoneyReturns,
  by: MoneyRequest['by'],
  comparison: Comparison,
  locale: Locale,
  t: Words,
): ChartTableData {
  const { currency } = returns;
  const largest = Math.max(returns.total.revenueMinor, returns.total.costMinor ?? 0);
  const whole = largest >= 1000 * minorUnits(currency);
  const amount = (v: number | null) => (v === null ? '' : formatMoney(locale, v, currency, { whole }));
  const times = (v: number) => formatNumber(locale, v, 2);
  // No minus before a nought.
  const percent = (v: number) => formatPercent(locale, Math.round(v * 100) / 100 + 0);
  const ranged = (row: MoneyRow, key: Return, write: (v: number) => string, said: Ranged | null = null) => {
    const of = row[key];
    const cells =
      of.state === 'none'
        ? [
            {
              text: said?.state === 'none' && said.reason === of.reason ? '' : t.none[of.reason],
              sort: null,
            },
            { text: '', sort: null },
          ]
        : [
            { text: write(of.value), sort: of.value },
            { text: rangeText(of, write, t), sort: of.interval?.lo ?? null },
          ];
    return shown[key] ? cells : cells.slice(0, 1);
  };
  const platform = returns.rows.some((row) => row.platformRoas !== null);
  // An interval nobody has, such as that of a return without a margin, is no column.
  const hasInterval = (key: Return) =>
    [...returns.rows, returns.total].some(({ [key]: of }) => of.state === 'value' && of.interval !== null);
  const shown = { roas: hasInterval('roas'), cac: hasInterval('cac'), roi: hasInterval('roi') };
  const c = t.column;
  const cells = (row: MoneyRow, name: string) => [
    { text: name },
    { text: amount(row.costMinor), sort: row.costMinor },
    ...(by === 'segment' ? [{ text: amount(row.directMinor), sort: row.directMinor }] : []),
    { text: amount(row.revenueMinor), sort: row.revenueMinor },
    ...ranged(row, 'roas', times),
    ...ranged(row, 'cac', (v) => formatMoney(locale, v, currency), row.roas),
    ...ranged(row, 'roi', percent, row.roas),
    ...(platform
      ? [{ text: row.platformRoas === null ? '' : times(row.platformRoas), sort: row.platformRoas }]
      : []),
    { text: formatNumber(locale, row.orders), sort: row.orders },
    { text: formatNumber(locale, row.customers), sort: row.customers },
    {
      text: row.newCustomers === null ? '' : formatNumber(locale, row.newCustomers),
      sort: row.newCustomers,
    },
  ];
  return {
    caption: t.heading[by],
    columns: [
      { header: c.name[by] },
      { header: c.cost },
      ...(by === 'segment' ? [{ header: c.direct }] : []),
      { header: c.revenue },
      ...(['roas', 'cac', 'roi'] as const).flatMap((key) => [
        { header: c[key] },
        ...(shown[key] ? [{ header: `${c[key]}, ${c.interval}` }] : []),
      ]),
      ...(platform ? [{ header: c.platform }] : []),
      { header: c.orders },
      { header: c.customers },
      { header: c.newCustomers },
    ],
    rows: [
      ...returns.rows.map((row) => ({
        key: row.key,
        colour: by === 'segment' ? colourOf(comparison, row.key) : null,
        cells: cells(row, row.name[locale]),
      })),
      { key: '', total: true, cells: cells(returns.total, t.total) },
    ],
  };
}

/** ROAS as dots with intervals, against the line where revenue equals spend; null where no row has one. */
export function roasPicture(
  returns: MoneyReturns,
  by: MoneyRequest['by'],
  comparison: Comparison,
  locale: Locale,
  t: Words,
): { readonly picture: DotPicture; readonly sentence: string } | null {
  const times = (v: number) => formatNumber(locale, v, 2);
  const drawn = returns.rows.flatMap((row) => (row.roas.state === 'value' ? [{ row, of: row.roas }] : []));
  if (drawn.length === 0) return null;
  const shown = drawn.slice(0, MOST_DRAWN);
  const domain = dotDomain(
    [
      { value: 1, lo: 0, hi: 1 },
      ...shown.map(({ of }) => ({
        value: of.value,
        lo: of.interval?.lo ?? of.value,
        hi: of.interval?.hi ?? of.value,
      })),
    ],
    6,
  );
  const rows = shown.map(({ row, of }, i) => {
    const range = rangeText(of, times, t);
    const name = row.name[locale];
    return {
      name,
      colour: by === 'segment' ? (colourOf(comparison, row.key) ?? i % 8) : 0,
      size: formatMoney(locale, row.costMinor, returns.currency, { whole: true }),
      value: of.value,
      interval:
        of.interval === null || of.interval.hi === null ? null : { lo: of.interval.lo, hi: of.interval.hi },
      base: 1,
      text: times(of.value),
      mark: '',
      title: `${name}: ${times(of.value)}${range === '' ? '' : ` (${range})`}`,
      faint: of.interval === null,
    };
  });
  return {
    picture: {
      headings: { size: t.column.cost, value: t.column.roas },
      rows,
      domain: domain ? { lo: domain.lo, hi: domain.hi } : { lo: 0, hi: 1 },
      ticks: domain
        ? domain.ticks.map((at) => ({ at, text: formatNumber(locale, at, Number.isInteger(at) ? 0 : 1) }))
        : [],
    },
    sentence: t.sentence(rows.map((row) => row.title).join('; ')),
  };
}

/** What could not be put beside anything, a sentence each. */
export function unattributedLines(returns: MoneyReturns, locale: Locale, t: Words): readonly string[] {
  const { unattributed: u, currency } = returns;
  const w = t.unattributed;
  const amount = (v: number, code = currency) => formatMoney(locale, v, code);
  const lines: (string | false)[] = [
    u.spendMinor > 0 && w.spend(amount(u.spendMinor), u.spendNames),
    u.ordersUnnamed > 0 && w.ordersUnnamed(u.ordersUnnamed, amount(u.revenueUnnamedMinor)),
    u.ordersUnpaid > 0 && w.ordersUnpaid(u.ordersUnpaid, amount(u.revenueUnpaidMinor)),
    ...u.otherCurrencies.map((other) =>
      other.currency === null
        ? w.noCurrency(amount(other.costMinor, null))
        : w.otherCurrency(amount(other.costMinor, other.currency)),
    ),
    u.outsideMinor > 0 && w.outside(amount(u.outsideMinor)),
    u.undatedMinor > 0 && w.undated(amount(u.undatedMinor)),
    u.spreadMinor > 0 && w.spread(amount(u.spreadMinor)),
    u.replacedRows > 0 && w.replaced(u.replacedRows),
    u.ordersInOtherCurrencies > 0 && w.ordersOther(u.ordersInOtherCurrencies, currency ?? '–'),
  ];
  return lines.filter((line) => line !== false);
}

function rangeText(of: Ranged & { readonly state: 'value' }, write: (v: number) => string, t: Words): string {
  if (of.interval === null) return '';
  const { lo, hi } = of.interval;
  return hi === null ? t.from(write(lo)) : `${write(lo)} – ${write(hi)}`;
}

function colourOf(comparison: Comparison, segmentId: string): number | null {
  return comparison.segments.find((s) => s.id === segmentId)?.colour ?? null;
}
