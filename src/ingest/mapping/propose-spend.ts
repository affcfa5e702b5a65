import type { Mapping } from '../../core/mapping';
import { columnViews } from '../readings/column-view';
import { statedCurrency } from '../readings/stated-currency';
import type { ColumnSurvey, TableSurvey } from '../survey';
import { asCustom, asField } from './map-column';
import { headerMatcher } from './match-header';

/** What columns of advertising costs are called anywhere, in the form `headerWords` gives. */
const NAMES = {
  day: 'day, date, data, dzien, datum, tag, report date, reporting starts',
  platform: 'platform, ad platform, network, provider, platforma, siec, source, zrodlo, quelle',
  account: 'account, account name, ad account, konto, nazwa konta',
  campaign: 'campaign, campaign name, kampania, nazwa kampanii, kampagne, kampagnenname, utm campaign',
  channel: 'channel, medium, campaign type, kanal, typ kampanii, utm medium, grupa kanalow',
  cost: 'cost, costs, spend, spent, ad spend, ad cost, amount spent, media spend, budget spent, total cost, koszt, koszty, koszt reklam, koszt reklamy, wydatki, wydatki reklamowe, wydano, wydana kwota, kosten, ausgaben, werbekosten',
  currency: 'currency, currency code, waluta, wahrung',
  clicks: 'clicks, link clicks, klikniecia, klicks',
  impressions: 'impressions, impr, wyswietlenia, odslony reklam, impressionen',
  conversions: 'conversions, purchases, results, konwersje, zakupy, wyniki, konversionen',
  conversionValue:
    'conversion value, conv value, purchase value, revenue, wartosc konwersji, wartosc zakupow, przychod, conversion wert, umsatz',
} as const;

const MATCHERS = Object.entries(NAMES).map(([field, names]) => [field, headerMatcher(names)] as const);

/** What was spent, on which campaign or where, and what was shown or clicked for it: nothing else says all three. */
export function looksLikeSpend(table: TableSurvey): boolean {
  const has = (...fields: (keyof typeof NAMES)[]) =>
    fields.some((field) => {
      const matcher = MATCHERS.find(([name]) => name === field)?.[1];
      return table.columns.some(
        (column) =>
          (matcher?.score(column.rawHeader) ?? 0) >= 0.9 && asField('spend', field, column) !== null,
      );
    });
  return has('cost') && has('campaign', 'platform', 'account', 'channel') && has('clicks', 'impressions');
}

/** A table as what ads cost: by its headers; the one amount there is, where none is called a cost. */
export function proposeSpend(table: TableSurvey): Mapping {
  const taken = new Map<string, { readonly column: ColumnSurvey; readonly score: number }>();
  const used = new Set<ColumnSurvey>();
  const likely = MATCHERS.flatMap(([field, matcher]) =>
    table.columns.map((column) => ({ field, column, score: matcher.score(column.rawHeader) })),
  )
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  for (const { field, column, score } of likely) {
    if (taken.has(field) || used.has(column) || asField('spend', field, column) === null) continue;
    taken.set(field, { column, score });
    used.add(column);
  }
  const amounts = table.columns.filter((c) => c.reading.kind === 'money' && !used.has(c));
  const [amount] = amounts;
  if (!taken.has('cost') && amount !== undefined && amounts.length === 1) {
    taken.set('cost', { column: amount, score: 0 });
  }
  const fieldOf = new Map([...taken].map(([field, { column }]) => [column, field]));
  const columns = table.columns.map((column) => {
    const field = fieldOf.get(column);
    return (field === undefined ? null : asField('spend', field, column)) ?? asCustom(column);
  });
  return {
    table: 'spend',
    tool: 'generic',
    recogniser: 'generic',
    columns,
    currency: statedCurrency(columns, columnViews(table)),
    cancels: { orderIdPrefix: null, statuses: [] },
    orderRows: 'order',
    idSpace: '',
  };
}
