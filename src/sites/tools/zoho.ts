import type { TableSurvey } from '../../ingest/survey';
import { dealsMapping, showsWonDeals } from '../deals-mapping';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';

/** No published export shows these headers: as remembered, English and Polish. */
const DEALS = /* @__PURE__ */ namedColumns({
  orderId: 'Record Id | ID rekordu',
  crmId: 'Contact Name.id | Contact Id',
  name: 'Contact Name | Nazwa kontaktu',
  company: 'Account Name | Nazwa konta',
  status: 'Stage | Etap',
  total: 'Amount | Kwota',
  currency: 'Currency | Waluta',
  time: 'Closing Date | Data zamknięcia',
  acquisitionSource: 'Lead Source | Źródło leada',
});

const PEOPLE = /* @__PURE__ */ namedColumns(
  {
    crmId: 'Record Id | ID rekordu',
    email: 'Email | Adres e-mail | E-mail',
    phone: 'Phone | Mobile | Telefon',
    name: 'Lead Name | Contact Name | Full Name | Nazwa leada | Nazwa kontaktu | Imię i nazwisko',
    firstName: 'First Name | Imię',
    lastName: 'Last Name | Nazwisko',
    company: 'Account Name | Company | Nazwa konta | Firma',
    industry: 'Industry | Branża',
    personCity: 'Mailing City | City | Miasto',
    personRegion: 'Mailing State | State | Województwo',
    personCountry: 'Mailing Country | Country | Kraj',
    acquisitionSource: 'Lead Source | Źródło leada',
    lifecycleStage: 'Lead Status | Status leada',
    createdAt: 'Created Time | Czas utworzenia',
    tags: 'Tag | Tags | Tagi',
    emailOptOut: 'Email Opt Out | Rezygnacja z e-maili',
  },
  'Mailing Street | Street | Mailing Zip | Zip Code',
);

const MARKS = /* @__PURE__ */ namedColumns({
  owner:
    'Contact Owner | Lead Owner | Deal Owner | Contact Owner.id | Lead Owner.id | Deal Owner.id | Właściciel kontaktu | Właściciel leada',
  created: 'Created Time | Czas utworzenia',
  modified: 'Modified Time | Czas modyfikacji',
  activity: 'Last Activity Time',
  by: 'Created By | Created By.id | Modified By | Modified By.id',
  closing: 'Closing Date',
  optOut: 'Email Opt Out',
});

/** `zcrm_554000000123001`, or in older exports eighteen digits and more. */
function hasZohoRecords(table: TableSurvey): boolean {
  return table.columns.some(
    ({ examples }) => examples.length > 0 && examples.every((v) => /^(?:zcrm_\d+|\d{16,20})$/.test(v.trim())),
  );
}

const deals: ExportRecogniser = {
  id: 'zoho-deals',
  tool: 'zoho',
  label: { en: 'Zoho CRM deals', pl: 'Transakcje z Zoho CRM' },
  claim(table) {
    const own = DEALS.has(table, 'total') && DEALS.has(table, 'status') && DEALS.has(table, 'time');
    if (!own || MARKS.known(table) + (hasZohoRecords(table) ? 2 : 0) < 3) return 0;
    return showsWonDeals(table, DEALS) ? 1 : 0.45;
  },
  map: (table) => dealsMapping(table, DEALS, { tool: 'zoho', recogniser: 'zoho-deals', idSpace: 'zoho' }),
};

const people: ExportRecogniser = {
  id: 'zoho-people',
  tool: 'zoho',
  label: { en: 'Zoho CRM contacts or leads', pl: 'Kontakty lub leady z Zoho CRM' },
  claim(table) {
    if (!PEOPLE.has(table, 'email') || !PEOPLE.has(table, 'crmId') || DEALS.has(table, 'total')) return 0;
    return MARKS.known(table) + (hasZohoRecords(table) ? 2 : 0) >= 3 ? 1 : 0;
  },
  map: (table) => peopleMapping(table, PEOPLE, { tool: 'zoho', recogniser: 'zoho-people', idSpace: 'zoho' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [deals, people];

export { listPage as page } from './zoho/list-page';
