import type { ColumnMapping, Mapping } from '../../core/mapping';
import { isTotalsLabel } from '../../ingest/layout/totals-label';
import { asLeftOut, asMetric } from '../../ingest/mapping/map-column';
import { proposeReport } from '../../ingest/mapping/propose-report';
import { columnViews } from '../../ingest/readings/column-view';
import type { TableSurvey } from '../../ingest/survey';
import { dealsMapping, showsWonDeals } from '../deals-mapping';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';

const DEALS = /* @__PURE__ */ namedColumns({
  orderId:
    'Opportunity ID | 18 Digit Opportunity ID | Identyfikator szansy sprzedaży | Opportunity Name | Nazwa szansy sprzedaży | Opportunity-Name',
  crmId: 'Contact ID | Primary Contact ID | Identyfikator kontaktu',
  email: 'Contact: Email | Primary Contact: Email | Email',
  company: 'Account Name | Nazwa konta | Nazwa klienta | Accountname',
  status: 'Won | Wygrana | Stage | Etap | Phase | Étape | Etapa',
  total: 'Amount | Kwota | Betrag | Montant | Importe | Amount (converted)',
  currency: 'Amount Currency | Opportunity Currency | Currency | Waluta',
  time: 'Close Date | Data zamknięcia | Schlusstermin | Date de clôture | Fecha de cierre',
  acquisitionSource: 'Lead Source | Źródło potencjalnego klienta | Lead-Quelle',
});

const PEOPLE = /* @__PURE__ */ namedColumns(
  {
    crmId:
      'Contact ID | Lead ID | 18 Digit Contact ID | Identyfikator kontaktu | Identyfikator leada | Person Account: Account ID',
    email: 'Email | Adres e-mail | E-Mail | Contact: Email',
    phone: 'Phone | Mobile | Business Phone | Telefon',
    firstName: 'First Name | Imię | Vorname',
    lastName: 'Last Name | Nazwisko | Nachname',
    name: 'Full Name | Contact Name | Lead Name | Name | Imię i nazwisko',
    company: 'Account Name | Company / Account | Company | Nazwa konta | Firma',
    industry: 'Industry | Branża | Branche',
    personCity: 'Mailing City | City | Billing City | Miasto',
    personRegion: 'Mailing State/Province | State/Province | Billing State/Province',
    personCountry: 'Mailing Country | Country | Billing Country | Kraj',
    acquisitionSource: 'Lead Source | Źródło potencjalnego klienta | Lead-Quelle',
    emailOptOut: 'Email Opt Out | Rezygnacja z poczty e-mail | E-Mail-Deaktivierung',
    lifecycleStage: 'Lead Status | Status potencjalnego klienta | Lead-Status',
    createdAt: 'Created Date | Create Date | Data utworzenia | Erstelldatum',
  },
  'Street | Mailing Street | Address Line 1 | Mailing Zip/Postal Code | Zip/Postal Code | Ulica',
);

/** Lines under the rows that every report ends in, in whatever language the rest is. */
const FOOTER = /salesforce(?:\.com)?,? inc|Confidential Information - Do Not Distribute/i;
/** `0015g00000XyZabAAB`: letters and digits, the first three saying of what. */
const RECORD = /^(001|003|006|00Q)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

/** What kind of record the table's ids are of: accounts 001, contacts 003, opportunities 006, leads 00Q. */
function recordKinds(table: TableSurvey): ReadonlySet<string> {
  return new Set(
    table.columns.flatMap(({ examples }) => {
      const kinds = examples.map((value) => RECORD.exec(value.trim())?.[1]);
      const [first] = kinds;
      return first !== undefined && kinds.every((kind) => kind === first) ? [first] : [];
    }),
  );
}

const hasFooter = (table: TableSurvey): boolean => table.preamble.some((line) => FOOTER.test(line));

const opportunities: ExportRecogniser = {
  id: 'salesforce-opportunities',
  tool: 'salesforce',
  label: { en: 'Salesforce opportunities', pl: 'Szanse sprzedaży z Salesforce' },
  claim(table) {
    if (!DEALS.has(table, 'total') || !DEALS.has(table, 'time') || !DEALS.has(table, 'status')) return 0;
    const own = DEALS.has(table, 'orderId') && DEALS.known(table) >= 4;
    if (!own || !(hasFooter(table) || recordKinds(table).has('006') || DEALS.has(table, 'company'))) return 0;
    return showsWonDeals(table, DEALS) ? 0.99 : 0.45;
  },
  map: (table) =>
    withGroups(
      dealsMapping(table, DEALS, {
        tool: 'salesforce',
        recogniser: 'salesforce-opportunities',
        idSpace: 'salesforce',
      }),
      table,
    ),
};

const people: ExportRecogniser = {
  id: 'salesforce-people',
  tool: 'salesforce',
  label: { en: 'Salesforce contacts or leads', pl: 'Kontakty lub leady z Salesforce' },
  claim(table) {
    const kinds = recordKinds(table);
    const record = kinds.has('003') || kinds.has('00Q');
    if (!PEOPLE.has(table, 'email') && !record) return 0;
    const known = PEOPLE.known(table);
    if (DEALS.has(table, 'total') && DEALS.has(table, 'time')) return 0;
    return (hasFooter(table) || record) && known >= 3 ? 0.97 : 0;
  },
  map: (table) =>
    withGroups(
      peopleMapping(table, PEOPLE, {
        tool: 'salesforce',
        recogniser: 'salesforce-people',
        idSpace: 'salesforce',
      }),
      table,
    ),
};

/** Rows by groups against columns of others, each cell a sum: a stage by quarter. */
const matrix: ExportRecogniser = {
  id: 'salesforce-matrix',
  tool: 'salesforce',
  label: { en: 'Salesforce matrix report', pl: 'Raport macierzowy z Salesforce' },
  claim(table) {
    if (!hasFooter(table) || table.totals.length === 0) return 0;
    const kinds = table.columns.map((c) => c.reading.kind);
    const measured = kinds.filter((kind) => kind === 'number' || kind === 'money').length;
    return kinds[0] === 'text' && measured > 0 && measured >= kinds.length - 3 ? 0.8 : 0;
  },
  map(table) {
    const mapping = proposeReport(columnViews(table));
    const amounts = table.columns.some((c) => c.examples.some((v) => /\d[.,]\d\d$/.test(v.trim())));
    const columns = mapping.columns.map((column): ColumnMapping => {
      const surveyed = table.columns.find((c) => c.index === column.source);
      if (surveyed === undefined || column.target.kind !== 'metric') return column;
      // The sums of the others, once more.
      if (isTotalsLabel(surveyed.rawHeader)) return asLeftOut(surveyed);
      return asMetric(column.target.id, amounts ? 'money' : 'count', surveyed) ?? column;
    });
    return withGroups({ ...mapping, tool: 'salesforce', recogniser: 'salesforce-matrix', columns }, table);
  },
};

/** Groups are named on their first row alone: columns at the front that begin filled and have gaps. */
function withGroups(mapping: Mapping, table: TableSurvey): Mapping {
  if (table.totals.length === 0 || !(hasFooter(table) || recordKinds(table).size > 0)) return mapping;
  const [firstRow] = table.sample;
  const isGroup = (c: TableSurvey['columns'][number]) =>
    c.filled > 0 && c.filled < table.rows && (firstRow?.[c.index] ?? '').trim() !== '';
  const end = table.columns.findIndex((c) => !isGroup(c));
  const fillDown = table.columns.slice(0, Math.max(0, end)).map((c) => c.index);
  return fillDown.length === 0 ? mapping : { ...mapping, reshape: { ...mapping.reshape, fillDown } };
}

export const exportRecognisers: readonly ExportRecogniser[] = [opportunities, people, matrix];

export { listPage as page } from './salesforce/list-page';
