import { asField } from '../../ingest/mapping/map-column';
import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';
import { knownMetrics, reportMapping, reportNames } from '../report-mapping';

/** Machine names, the same in every language; the address stands under the list's own merge fields. */
const MACHINE = /* @__PURE__ */ namedColumns(
  {
    personId: 'EUID',
    createdAt: 'OPTIN_TIME | CONFIRM_TIME',
    personCountry: 'CC',
    personRegion: 'REGION',
    tags: 'TAGS',
    rating: 'MEMBER_RATING',
    changed: 'LAST_CHANGED',
    timezone: 'TIMEZONE',
    unsubscribed: 'UNSUB_TIME',
    cleaned: 'CLEAN_TIME',
  },
  'OPTIN_IP | CONFIRM_IP | LATITUDE | LONGITUDE | LEID | GMTOFF | DSTOFF | NOTES',
);

const AUDIENCE = /* @__PURE__ */ namedColumns(
  {
    email:
      'Email Address | Email | Adres e-mail | Adres email | E-Mail-Adresse | Adresse e-mail | Correo electrónico',
    firstName: 'First Name | FNAME | Imię | Vorname | Prénom | Nombre',
    lastName: 'Last Name | LNAME | Nazwisko | Nachname | Nom | Apellido',
    phone: 'Phone Number | Phone | Numer telefonu | Telefon | Telefonnummer',
    birthDate: 'Date of birth | Data urodzenia',
    company: 'Company | Firma | Unternehmen',
    personId: 'EUID',
    createdAt: 'OPTIN_TIME | CONFIRM_TIME',
    // The last that was said of it: leaving, else confirming.
    emailConsentAt: 'UNSUB_TIME | CONFIRM_TIME',
    personCountry: 'CC',
    personRegion: 'REGION',
    tags: 'TAGS',
  },
  // Where a browser stood and what was noted say nothing of behaviour and much of the person.
  'OPTIN_IP | CONFIRM_IP | LATITUDE | LONGITUDE | LEID | GMTOFF | DSTOFF | NOTES | Address | Adres',
);

/** What the file is a list of is what everybody in it has said. A cleaned address bounced: nobody was asked. */
function saidBy(table: TableSurvey, file: string): Readonly<Record<string, string>> {
  const list = MACHINE.has(table, 'unsubscribed')
    ? { emailConsent: 'no', emailConsentWords: 'Unsubscribed' }
    : MACHINE.has(table, 'cleaned')
      ? { emailConsentWords: 'Cleaned' }
      : /non[-_ ]?subscribed/i.test(file)
        ? { emailConsentWords: 'Non-subscribed' }
        : { emailConsent: 'yes', emailConsentWords: 'Subscribed' };
  return { ...list, emailConsentSource: 'mailchimp' };
}

/** Subscribed, unsubscribed, cleaned or not subscribed: one file each, alike but for the columns of leaving. */
const audience: ExportRecogniser = {
  id: 'mailchimp-audience',
  tool: 'mailchimp',
  label: { en: 'Mailchimp audience', pl: 'Odbiorcy z Mailchimpa' },
  claim: (table) => {
    const own = MACHINE.known(table);
    const sure = MACHINE.has(table, 'personId') && MACHINE.has(table, 'rating');
    return sure && own >= 8 ? 1 : (sure || MACHINE.has(table, 'rating')) && own >= 5 ? 0.9 : 0;
  },
  map(table, context) {
    const by = { tool: 'mailchimp', recogniser: 'mailchimp-audience', idSpace: 'mailchimp' };
    const mapping = peopleMapping(table, AUDIENCE, by);
    const { file } = context;
    const told = {
      ...mapping,
      reshape: { ...mapping.reshape, said: { ...saidBy(table, file.name), ...mapping.reshape?.said } },
    };
    if (AUDIENCE.has(table, 'email')) return told;
    // The address is a merge field too, and may have been given any name.
    const address = table.columns.find(
      ({ examples }) =>
        examples.length > 0 && examples.every((v) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v.trim())),
    );
    const email = address && asField('people', 'email', address);
    if (email == null) return told;
    return { ...told, columns: told.columns.map((c) => (c.source === email.source ? email : c)) };
  },
};

const CAMPAIGNS = /* @__PURE__ */ reportNames(
  {
    campaign: 'Title | Campaign Title',
    subject: 'Subject',
    audienceName: 'List | Audience',
    dateHour: 'Send Date',
    dayOfWeekName: 'Send Weekday',
    campaignId: 'Unique Id',
  },
  {
    count: {
      sent: 'Total Recipients',
      delivered: 'Successful Deliveries',
      bounces: 'Total Bounces',
      softBounces: 'Soft Bounces',
      hardBounces: 'Hard Bounces',
      opens: 'Unique Opens',
      totalOpens: 'Total Opens',
      clicks: 'Unique Clicks',
      totalClicks: 'Total Clicks',
      unsubscribes: 'Unsubscribes',
      complaints: 'Abuse Complaints',
      transactions: 'Total Orders',
    },
    money: { grossRevenue: 'Total Gross Sales', totalRevenue: 'Total Revenue' },
    rate: { openRate: 'Open Rate', clickThroughRate: 'Click Rate' },
  },
);

/** A row for each mail sent. */
const campaigns: ExportRecogniser = {
  id: 'mailchimp-campaigns',
  tool: 'mailchimp',
  label: { en: 'Mailchimp campaigns', pl: 'Kampanie z Mailchimpa' },
  claim: (table) => {
    const headers = new Set(table.columns.map((c) => c.rawHeader.trim()));
    const own = [
      'Abuse Complaints',
      'Times Forwarded',
      'Forwarded Opens',
      'Unique Id',
      'Successful Deliveries',
    ];
    const marks = own.filter((name) => headers.has(name)).length;
    return marks >= 3 && knownMetrics(table, CAMPAIGNS) >= 5 ? 1 : 0;
  },
  map: (table) => reportMapping(table, CAMPAIGNS, { tool: 'mailchimp', recogniser: 'mailchimp-campaigns' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [audience, campaigns];

/** Pages of this tool are read by the generic reader. */
export const page = null;
