import { headerWords } from '../../ingest/mapping/header-words';
import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { spendMapping } from '../spend-mapping';

/** Headers in the interface's language. */
const COLUMNS = /* @__PURE__ */ namedColumns(
  {
    day: 'Day | Dzień | Tag | Jour | Día | Dia | Giorno | Dag',
    account:
      'Account name | Account | Nazwa konta | Konto | Kontoname | Nom du compte | Compte | Nombre de la cuenta | Cuenta | Nome da conta | Conta | Nome account | Accountnaam',
    campaign: 'Campaign | Kampania | Kampagne | Campagne | Campaña | Campanha | Campagna',
    channel:
      'Campaign type | Typ kampanii | Kampagnentyp | Type de campagne | Tipo de campaña | Tipo de campanha | Tipo di campagna | Campagnetype',
    cost: 'Cost | Koszt | Kosten | Coût | Coste | Costo | Custo',
    currency:
      'Currency code | Kod waluty | Währungscode | Code de devise | Code devise | Código de moneda | Código da moeda | Codice valuta | Valutacode',
    clicks: 'Clicks | Kliknięcia | Klicks | Clics | Cliques | Clic | Klikken',
    impressions: 'Impr. | Impressions | Wyśw. | Wyświetlenia | Impressionen | Vertoningen | Impressões',
    conversions: 'Conversions | Konwersje | Conversiones | Conversões | Conversioni | Conversies',
    conversionValue:
      'Conv. value | Wart. konw. | Wartość konw. | Conv.-Wert | Valeur conv. | Valor conv. | Valor de conv. | Valore conv. | Conv.waarde',
  },
  // How a campaign is set: groups of nothing.
  'Budget name | Budget type | Status reasons | Optimisation score | Optimization score | Nazwa budżetu | Typ budżetu | Przyczyny stanu | ' +
    'Wynik optymalizacji | Budgetname | Budgettyp | Statusgründe | Optimierungsfaktor',
);

/** Seen beside those above, and kept under their own headers. */
const COMPANY =
  /^(?:ctr|avg\.? cpc|śr\.? cpc|średni cpc|durchschn\.? cpc|cpc (?:moy\.?|medio|médio)|gem\.? cpc|(?:cost|koszt|kosten|coût|coste|costo|custo) ?\/ ?(?:conv|konw).*|(?:conv|konw|współcz\. konw|współczynnik konw)\.?[ -]?(?:rate|wert)?\.?)$/i;

/** ` --`, as nobody else writes that there is nothing. */
function hasNullMark(table: TableSurvey): boolean {
  return (
    table.sample.some((row) => row.some((cell) => cell === ' --')) ||
    table.totals.some(({ cells }) => cells.includes(' --'))
  );
}

/** `Total: Account`, `Gesamt: Konto`: several sums, each of something else. */
function hasNamedTotals(table: TableSurvey): boolean {
  const named = table.totals.filter(({ cells }) => /^[^:]{3,20}\s?:\s\S/.test((cells[0] ?? '').trim()));
  return named.length >= 1;
}

function claim(table: TableSurvey): number {
  if (!COLUMNS.has(table, 'cost') || !COLUMNS.has(table, 'clicks') || !COLUMNS.has(table, 'impressions'))
    return 0;
  const company = table.columns.filter(({ rawHeader }) => COMPANY.test(rawHeader.trim())).length;
  const headed = table.preamble.length >= 2 && (table.headerRow ?? 0) >= 3;
  const marks = [
    headed,
    hasNullMark(table),
    hasNamedTotals(table),
    COLUMNS.has(table, 'currency'),
    company >= 2,
    COLUMNS.has(table, 'campaign'),
  ].filter(Boolean).length;
  return marks >= 4 ? 1 : marks === 3 ? 0.9 : 0;
}

/** Campaigns, ad groups, keywords or ads, as rows of what they cost. */
const report: ExportRecogniser = {
  id: 'google-ads-report',
  tool: 'google-ads',
  label: { en: 'Google Ads report', pl: 'Raport Google Ads' },
  claim,
  map: (table) => spendMapping(table, COLUMNS, { tool: 'google-ads', recogniser: 'google-ads-report' }),
};

/** What the interface answers, and what transfers to BigQuery write of it. */
const API = /* @__PURE__ */ namedColumns(
  {
    day: 'segments.date',
    account: 'customer.descriptive_name',
    campaign: 'campaign.name',
    channel: 'campaign.advertising_channel_type',
    cost: 'metrics.cost_micros',
    currency: 'customer.currency_code',
    clicks: 'metrics.clicks',
    impressions: 'metrics.impressions',
    conversions: 'metrics.conversions',
    conversionValue: 'metrics.conversions_value',
  },
  'campaign.resource_name | customer.resource_name | ad_group.resource_name | metrics.resource_name',
);
/** In millionths like the cost, though their names do not say so. */
const UNSAID_MICROS = /^metrics (?:average (?:cpc|cpm|cpv|cpe|cost)|cost per .*)$/;

const interfaceReport: ExportRecogniser = {
  id: 'google-ads-api-report',
  tool: 'google-ads',
  label: { en: 'Google Ads report from its interface (API)', pl: 'Raport Google Ads przez API' },
  claim: (table) =>
    table.columns.some(({ rawHeader }) => headerWords(rawHeader) === 'metrics cost micros') ? 1 : 0,
  map(table) {
    const mapping = spendMapping(table, API, { tool: 'google-ads', recogniser: 'google-ads-api-report' });
    const columns = mapping.columns.map((column) =>
      column.reading.kind === 'money' && UNSAID_MICROS.test(headerWords(column.header))
        ? { ...column, reading: { ...column.reading, micros: true as const } }
        : column,
    );
    return { ...mapping, columns };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [report, interfaceReport];

/** Pages of this tool are read by the generic reader. */
export const page = null;
