import type { TableSurvey } from '../../ingest/survey';
import { dealsMapping, showsWonDeals } from '../deals-mapping';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';

/** `Deal - Title`: what it is of stands before each field. No published export shows the Polish ones: as remembered. */
const ENTITY =
  /^(deal|person|organization|lead|activity|szansa(?: sprzedaży)?|oferta|osoba|organizacja|kontakt)\s+-\s+\S/i;

const DEALS = /* @__PURE__ */ namedColumns({
  orderId:
    'Deal - ID | Szansa - ID | Szansa sprzedaży - ID | Deal - Title | Szansa - Tytuł | Szansa sprzedaży - Tytuł',
  email:
    'Person - Email - Work | Person - Email (Work) | Person - Email | Deal - Contact email | Osoba - E-mail (praca) | Osoba - E-mail',
  phone:
    'Person - Phone - Work | Person - Phone (Work) | Person - Phone | Osoba - Telefon (praca) | Osoba - Telefon',
  personId: 'Person - ID | Deal - Contact person ID | Osoba - ID',
  name: 'Deal - Contact person | Contact person | Person - Name | Szansa - Osoba kontaktowa | Szansa sprzedaży - Osoba kontaktowa | Osoba kontaktowa',
  company: 'Deal - Organization | Organization | Organization - Name | Szansa - Organizacja | Organizacja',
  status: 'Deal - Status | Szansa - Status | Szansa sprzedaży - Status',
  total: 'Deal - Value | Szansa - Wartość | Szansa sprzedaży - Wartość',
  currency:
    'Deal - Currency of Value | Deal - Currency | Szansa - Waluta | Szansa - Wartość - waluta | Szansa sprzedaży - Waluta',
  time: 'Deal - Won time | Deal - Deal closed on | Szansa - Czas wygrania | Szansa sprzedaży - Czas wygrania | Deal - Expected close date | Deal - Deal created',
});

const PEOPLE = /* @__PURE__ */ namedColumns(
  {
    personId: 'Person - ID | Osoba - ID',
    name: 'Person - Name | Osoba - Imię i nazwisko | Osoba - Nazwa',
    firstName: 'Person - First name | Osoba - Imię',
    lastName: 'Person - Last name | Osoba - Nazwisko',
    email:
      'Person - Email - Work | Person - Email (Work) | Person - Email | Osoba - E-mail (praca) | Osoba - E-mail',
    phone:
      'Person - Phone - Work | Person - Phone (Work) | Person - Phone | Osoba - Telefon (praca) | Osoba - Telefon',
    company: 'Person - Organization | Organization | Organization - Name | Osoba - Organizacja | Organizacja',
    createdAt: 'Person - Person created | Person - Created | Osoba - Utworzono',
    emailConsent: 'Person - Marketing status | Osoba - Status marketingowy',
    tags: 'Person - Labels | Person - Label | Osoba - Etykieta',
  },
  'Person - Postal address | Osoba - Adres pocztowy',
);

const entityColumns = (table: TableSurvey): number =>
  table.columns.filter(({ rawHeader }) => ENTITY.test(rawHeader.trim())).length;

const deals: ExportRecogniser = {
  id: 'pipedrive-deals',
  tool: 'pipedrive',
  label: { en: 'Pipedrive deals', pl: 'Szanse sprzedaży z Pipedrive' },
  claim(table) {
    const shaped = entityColumns(table) >= 3 && entityColumns(table) * 2 >= table.columns.length;
    if (!shaped || !DEALS.has(table, 'total') || !DEALS.has(table, 'status')) return 0;
    return showsWonDeals(table, DEALS) ? 1 : 0.45;
  },
  map(table) {
    const by = { tool: 'pipedrive', recogniser: 'pipedrive-deals', idSpace: 'pipedrive' };
    return dealsMapping(table, DEALS, by);
  },
};

const people: ExportRecogniser = {
  id: 'pipedrive-people',
  tool: 'pipedrive',
  label: { en: 'Pipedrive people', pl: 'Osoby z Pipedrive' },
  claim(table) {
    const shaped = entityColumns(table) >= 3 && entityColumns(table) * 2 >= table.columns.length;
    return shaped && !DEALS.has(table, 'total') && PEOPLE.known(table) >= 3 ? 1 : 0;
  },
  map: (table) =>
    peopleMapping(table, PEOPLE, {
      tool: 'pipedrive',
      recogniser: 'pipedrive-people',
      idSpace: 'pipedrive',
    }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [deals, people];

/** How its pages are built is published nowhere: they are read by the generic reader, as grids or lists of elements. */
export const page = null;
