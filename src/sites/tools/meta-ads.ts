import type { ColumnMapping } from '../../core/mapping';
import { asField } from '../../ingest/mapping/map-column';
import type { ColumnSurvey, TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { spendMapping } from '../spend-mapping';

const COLUMNS = /* @__PURE__ */ namedColumns(
  {
    day: 'Day | Dzień | Tag | Jour | Día',
    account: 'Account name | Nazwa konta | Kontoname | Nom du compte | Nombre de la cuenta',
    campaign:
      'Campaign name | Nazwa kampanii | Kampagnenname | Kampagne | Nom de la campagne | Nombre de la campaña',
    channel: 'Platform | Publisher platform | Platforma | Plattform | Plateforme | Plataforma',
    cost: 'Amount spent | Wydana kwota | Ausgegebener Betrag | Montant dépensé | Importe gastado',
    currency: 'Currency | Waluta | Währung | Devise | Divisa',
    clicks:
      'Link clicks | Kliknięcia linku | Link-Klicks | Clics sur un lien | Clics en el enlace | Clicks (all) | Kliknięcia (wszystkie)',
    impressions: 'Impressions | Wyświetlenia | Impressionen | Impresiones',
    conversions: 'Purchases | Website purchases | Zakupy | Zakupy w witrynie | Käufe | Achats | Compras',
    conversionValue:
      'Purchases conversion value | Purchase conversion value | Website purchases conversion value | Wartość konwersji zakupów | Wartość konwersji z zakupów | Conversion-Wert für Käufe | Valeur de conversion des achats | Valor de conversión de compras',
  },
  // How a campaign is set, and for how long: groups of nothing.
  'Ad set budget | Ad set budget type | Campaign budget | Campaign budget type | Attribution setting | Result indicator | Starts | Ends | ' +
    'Budżet zestawu reklam | Typ budżetu zestawu reklam | Ustawienia atrybucji | Wskaźnik wyniku | Rozpoczęcie | Zakończenie',
);

/** Seen beside those above in most views. */
const COMPANY = /* @__PURE__ */ new RegExp(
  `^(?:${[
    'reporting (?:starts|ends)|reach|frequency|results?|result (?:indicator|type)|cost per results?|delivery',
    '(?:campaign|ad set) (?:delivery|budget.*)|ad set name|ad name|ends|starts|attribution setting',
    'początek raportowania|koniec raportowania|rozpoczęcie raportowania|zakończenie raportowania',
    'zasięg|częstotliwość|wyniki|typ wyniku|wskaźnik wyniku|koszt (?:za|na) wynik.*',
    'nazwa zestawu reklam|nazwa reklamy|ustawienia atrybucji',
    'berichtsstart|berichtsende|reichweite|ergebnisse|ergebnistyp|kosten pro ergebnis|name der anzeigengruppe',
    'début des rapports|fin des rapports|couverture|résultats|inicio del informe|fin del informe|alcance|resultados',
  ].join('|')})$`,
  'i',
);

/** The currency stands in the cost's header and nowhere else. */
function claim(table: TableSurvey): number {
  if (!COLUMNS.has(table, 'cost')) return 0;
  const inHeader = table.columns.some(({ rawHeader }) => /\([A-Z]{3}\)\s*$/.test(rawHeader));
  const company = table.columns.filter(({ rawHeader }) => COMPANY.test(rawHeader.trim())).length;
  const known = COLUMNS.known(table) + company;
  if (known < 4 || company < 1) return 0;
  return inHeader && company >= 2 ? 1 : inHeader || company >= 3 ? 0.9 : 0.6;
}

/** The report's own range, which stands on every row: two columns of dates beside each other, the first before the second. */
function rangeColumns(table: TableSurvey): readonly [ColumnSurvey, ColumnSurvey] | null {
  const dates = table.columns.filter((c) => c.reading.kind === 'date' && c.filled > 0);
  const named = dates.filter((c) => RANGE.test(c.rawHeader.trim()));
  const [from, to] = named.length === 2 ? named : dates;
  return from === undefined || to === undefined || to.index !== from.index + 1 ? null : [from, to];
}

const RANGE =
  /^(?:reporting (?:starts|ends)|(?:początek|koniec|rozpoczęcie|zakończenie) raportowania|berichts(?:start|ende)|(?:début|fin) des rapports|(?:inicio|fin) del informe)$/i;

/** Where every range seen is one day long, its start is the row's day: the two columns of dates at the front. */
function dayOfRange(table: TableSurvey): ColumnMapping | null {
  const [from, to] = rangeColumns(table) ?? [];
  if (from === undefined || to === undefined || from.distinct < 2) return null;
  const single = table.sample.every((row) => (row[from.index] ?? '') === (row[to.index] ?? ''));
  return single && from.distinct === to.distinct ? asField('spend', 'day', from) : null;
}

/** Campaigns, ad sets or ads, as rows of what they cost. */
const ads: ExportRecogniser = {
  id: 'meta-ads-report',
  tool: 'meta-ads',
  label: { en: 'Meta Ads Manager report', pl: 'Raport z Menedżera reklam Meta' },
  claim,
  map(table) {
    const mapping = spendMapping(table, COLUMNS, { tool: 'meta-ads', recogniser: 'meta-ads-report' });
    const day = COLUMNS.has(table, 'day') ? null : dayOfRange(table);
    const columns = mapping.columns.map((c) => (c.source === day?.source ? day : c));
    const [from, to] = rangeColumns(table) ?? [];
    return from === undefined || to === undefined
      ? { ...mapping, columns }
      : { ...mapping, columns, reshape: { span: { from: from.index, to: to.index } } };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [ads];

/** Pages of this tool are read by the generic reader. */
export const page = null;
