import type { TableSurvey } from '../../ingest/survey';
import { dealsMapping, showsWonDeals } from '../deals-mapping';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';

/**
 * Headers are the labels of properties, in the user's language; ids are the record's in every view. English labels are
 * those of exports people published; Polish and other ones are as remembered, several likely ones for each.
 */
const RECORD_ID =
  'Record ID | ID rekordu | Identyfikator rekordu | Datensatz-ID | ID de la fiche | ID de registro';

const CONTACTS = /* @__PURE__ */ namedColumns(
  {
    crmId: `${RECORD_ID} | Contact ID`,
    email: 'Email | E-mail | Adres e-mail | E-Mail-Adresse | Adresse e-mail | Correo',
    phone: 'Phone Number | Mobile Phone Number | Numer telefonu | Numer telefonu komórkowego | Telefonnummer',
    // Lists on the page show both names in one.
    name: 'Name | Full Name | Nazwa | Imię i nazwisko',
    firstName: 'First Name | Imię | Vorname | Prénom | Nombre',
    lastName: 'Last Name | Nazwisko | Nachname | Nom | Apellidos',
    company:
      'Company Name | Associated Company | Primary Associated Company | Nazwa firmy | Powiązana firma | Unternehmensname',
    industry: 'Industry | Branża',
    personCity: 'City | Miasto',
    personRegion: 'State/Region | Województwo/region',
    personCountry: 'Country/Region | Country | Kraj/region | Kraj',
    language: 'Preferred language | Preferowany język',
    createdAt: 'Create Date | Data utworzenia | Erstellungsdatum | Date de création | Fecha de creación',
    lifecycleStage:
      'Lifecycle Stage | Etap cyklu życia | Lifecycle-Phase | Phase du cycle de vie | Etapa del ciclo de vida',
    acquisitionSource:
      'Original Source | Original Traffic Source | Original Source Type | Pierwotne źródło | Oryginalne źródło | Ursprüngliche Quelle',
    emailOptOut: 'Unsubscribed from all email | Opted out of all email | Wypisano ze wszystkich e-maili',
  },
  'Street Address | Street Address 2 | Postal Code | IP Address | Adres | Kod pocztowy',
);
const CONTACT_MARKS = /* @__PURE__ */ namedColumns({
  lead: 'Lead Status | Status leada | Status potencjalnego klienta',
  owner: 'Contact owner | Właściciel kontaktu',
  lifecycle:
    'Lifecycle Stage | Etap cyklu życia | Lifecycle-Phase | Phase du cycle de vie | Etapa del ciclo de vida',
  source:
    'Original Source | Original Traffic Source | Pierwotne źródło | Oryginalne źródło | Ursprüngliche Quelle',
  company:
    'Associated Company | Associated Company IDs | Primary Associated Company | Powiązana firma | Identyfikatory powiązanych firm',
  deals: 'Associated Deal | Associated Deal IDs | Powiązane deale',
  marketing: 'Marketing contact status | Status kontaktu marketingowego',
});

const COMPANIES = /* @__PURE__ */ namedColumns(
  {
    crmId: `${RECORD_ID} | Company ID`,
    company: 'Company name | Name | Nazwa firmy | Nazwa | Unternehmensname',
    industry: 'Industry | Branża | Branche',
    personCity: 'City | Miasto | Stadt',
    personRegion: 'State/Region | Województwo/region',
    personCountry: 'Country/Region | Country | Kraj/region | Kraj',
    createdAt: 'Create Date | Data utworzenia | Erstellungsdatum',
    lifecycleStage: 'Lifecycle Stage | Etap cyklu życia | Lifecycle-Phase',
    acquisitionSource: 'Original Source Type | Original Traffic Source | Original Source | Pierwotne źródło',
  },
  'Street Address | Street Address 2 | Postal Code | Adres | Kod pocztowy',
);
const COMPANY_MARKS = /* @__PURE__ */ namedColumns({
  owner: 'Company owner | Właściciel firmy',
  domain: 'Company Domain Name | Domena firmy | Nazwa domeny firmy',
  contacts:
    'Associated Contact | Associated Contact IDs | Powiązane kontakty | Identyfikatory powiązanych kontaktów',
  target: 'Target Account | Ideal Customer Profile Tier',
  employees: 'Number of Employees | Liczba pracowników',
});

const DEAL_FIELDS = {
  orderId: `${RECORD_ID} | Deal ID`,
  // A column of its own says it in any pipeline; a stage only under its usual name.
  status:
    'Is Closed Won | Is closed won (calculated) | Czy zamknięty jako wygrany | Czy wygrana | Deal Stage | Etap transakcji | Etap deala | Etap szansy | Deal-Phase',
  total: 'Amount | Kwota | Betrag | Deal amount | Amount in company currency | Kwota w walucie firmy',
  currency: 'Currency | Waluta | Währung',
  time: 'Close Date | Data zamknięcia | Abschlussdatum | Date de fermeture | Fecha de cierre',
  channel: 'Original Source Type | Original Traffic Source | Pierwotne źródło',
};
const DEALS = /* @__PURE__ */ namedColumns({
  ...DEAL_FIELDS,
  crmId: 'Associated Contact IDs | Identyfikatory powiązanych kontaktów',
});
const COMPANY_DEALS = /* @__PURE__ */ namedColumns({
  ...DEAL_FIELDS,
  crmId: 'Associated Company IDs | Identyfikatory powiązanych firm',
});
const DEAL_MARKS = /* @__PURE__ */ namedColumns({
  name: 'Deal Name | Nazwa transakcji | Nazwa deala | Nazwa szansy | Deal-Name',
  stage: 'Deal Stage | Etap transakcji | Etap deala | Etap szansy | Deal-Phase',
  owner: 'Deal owner | Właściciel transakcji | Właściciel deala | Właściciel szansy',
  pipeline: 'Pipeline | Lejek | Lejek sprzedaży | Proces sprzedaży',
  close: 'Close Date | Data zamknięcia | Abschlussdatum',
  contacts: 'Associated Contact | Associated Contact IDs | Identyfikatory powiązanych kontaktów',
  companies: 'Associated Company | Associated Company IDs | Identyfikatory powiązanych firm',
});

/** Ids are plain numbers, which sets them apart from other CRMs' under the same labels. */
function hasNumberedRecords(table: TableSurvey): boolean {
  const words = new Set(RECORD_ID.toLowerCase().split(' | '));
  const id = table.columns.find((c) => words.has(c.rawHeader.trim().toLowerCase()));
  return id !== undefined && id.filled > 0 && id.examples.every((v) => /^\d{1,15}$/.test(v.trim()));
}

const contacts: ExportRecogniser = {
  id: 'hubspot-contacts',
  tool: 'hubspot',
  label: { en: 'HubSpot contacts', pl: 'Kontakty z HubSpota' },
  claim(table) {
    if (!hasNumberedRecords(table) || !CONTACTS.has(table, 'email')) return 0;
    const marks = CONTACT_MARKS.known(table);
    return marks >= 2 ? 1 : marks === 1 && CONTACTS.known(table) >= 5 ? 0.8 : 0;
  },
  map: (table) =>
    peopleMapping(table, CONTACTS, {
      tool: 'hubspot',
      recogniser: 'hubspot-contacts',
      idSpace: 'hubspot',
    }),
};

/** Companies have ids of their own kind: a company and a contact of one number are two. */
const companies: ExportRecogniser = {
  id: 'hubspot-companies',
  tool: 'hubspot',
  label: { en: 'HubSpot companies', pl: 'Firmy z HubSpota' },
  claim(table) {
    if (!hasNumberedRecords(table) || !COMPANIES.has(table, 'company') || CONTACTS.has(table, 'email'))
      return 0;
    const marks = COMPANY_MARKS.known(table);
    return marks >= 2 ? 0.98 : marks === 1 && COMPANIES.known(table) >= 4 ? 0.8 : 0;
  },
  map: (table) =>
    peopleMapping(table, COMPANIES, {
      tool: 'hubspot',
      recogniser: 'hubspot-companies',
      idSpace: 'hubspot-companies',
    }),
};

const deals: ExportRecogniser = {
  id: 'hubspot-deals',
  tool: 'hubspot',
  label: { en: 'HubSpot deals', pl: 'Transakcje z HubSpota' },
  claim(table) {
    if (!hasNumberedRecords(table) || !DEALS.has(table, 'total') || !DEALS.has(table, 'status')) return 0;
    if (DEAL_MARKS.known(table) < 3) return 0;
    // Which stage of one's own making is won, only a person can say.
    return showsWonDeals(table, DEALS) ? 1 : 0.45;
  },
  map(table) {
    const by = { tool: 'hubspot', recogniser: 'hubspot-deals' };
    if (DEALS.has(table, 'crmId') || !COMPANY_DEALS.has(table, 'crmId'))
      return dealsMapping(table, DEALS, { ...by, idSpace: 'hubspot' });
    // Without contacts a deal is with a company, of the list of companies.
    return dealsMapping(table, COMPANY_DEALS, { ...by, idSpace: 'hubspot-companies' });
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [contacts, companies, deals];

export { listPage as page } from './hubspot/list-page';
