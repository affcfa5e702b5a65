import type { ExportRecogniser } from '../export-recogniser';
import { namedColumns } from '../named-columns';
import { peopleMapping } from '../people-mapping';
import { knownMetrics, reportMapping, reportNames } from '../report-mapping';

const PROFILES = /* @__PURE__ */ namedColumns(
  {
    email: 'Email',
    personId: 'Klaviyo ID | Profile ID',
    phone: 'Phone Number | Phone',
    firstName: 'First Name',
    lastName: 'Last Name',
    company: 'Organization',
    personCity: 'City',
    personRegion: 'State / Region | Region',
    personCountry: 'Country',
    acquisitionSource: 'Source | Initial Source',
    emailConsent: 'Email Marketing Consent',
    smsConsent: 'SMS Marketing Consent',
    emailConsentAt: 'Email Marketing Consent Timestamp | Email Marketing Consent Date',
    smsConsentAt: 'SMS Marketing Consent Timestamp | SMS Marketing Consent Date',
    createdAt: 'Profile Created On | Date Added | First Active',
    statedSpent: 'Historic Customer Lifetime Value | Historic CLV',
    statedOrders: 'Historic Number Of Orders',
  },
  'Address | Address 2 | Zip Code | Latitude | Longitude | IP Address',
);

/** Profiles of a list, a segment or the whole account. */
const profiles: ExportRecogniser = {
  id: 'klaviyo-profiles',
  tool: 'klaviyo',
  label: { en: 'Klaviyo profiles', pl: 'Profile z Klaviyo' },
  claim: (table) => {
    const headers = new Set(table.columns.map((c) => c.rawHeader.trim()));
    const own = [
      'Klaviyo ID',
      'Email Marketing Consent',
      'Profile Created On',
      'State / Region',
      'Date Added',
    ];
    const marks = own.filter((name) => headers.has(name)).length;
    return PROFILES.has(table, 'email') && marks >= 3 ? 1 : 0;
  },
  map: (table) =>
    peopleMapping(table, PROFILES, {
      tool: 'klaviyo',
      recogniser: 'klaviyo-profiles',
      idSpace: 'klaviyo',
    }),
};

const CAMPAIGNS = /* @__PURE__ */ reportNames(
  {
    campaign: 'Campaign Name',
    subject: 'Subject',
    audienceName: 'List',
    dateHour: 'Send Time',
    dayOfWeekName: 'Send Weekday',
    campaignId: 'Campaign ID',
    channel: 'Campaign Channel',
  },
  {
    count: {
      sent: 'Total Recipients',
      delivered: 'Successful Deliveries',
      transactions: 'Unique Placed Order',
      opens: 'Unique Opens',
      totalOpens: 'Total Opens',
      clicks: 'Unique Clicks',
      totalClicks: 'Total Clicks',
      unsubscribes: 'Unsubscribes',
      complaints: 'Spam Complaints',
      bounces: 'Bounces',
    },
    money: { totalRevenue: 'Revenue' },
    rate: {
      openRate: 'Open Rate',
      clickThroughRate: 'Click Rate',
      placedOrderRate: 'Placed Order Rate',
      complaintRate: 'Spam Complaints Rate',
      deliveryBounceRate: 'Bounce Rate',
    },
  },
);

/** A row for each message sent. */
const campaigns: ExportRecogniser = {
  id: 'klaviyo-campaigns',
  tool: 'klaviyo',
  label: { en: 'Klaviyo campaigns', pl: 'Kampanie z Klaviyo' },
  claim: (table) => {
    const headers = new Set(table.columns.map((c) => c.rawHeader.trim()));
    const own = [
      'Unique Placed Order',
      'Placed Order Rate',
      'Campaign Channel',
      'Spam Complaints',
      'Campaign ID',
    ];
    const marks = own.filter((name) => headers.has(name)).length;
    return marks >= 2 && knownMetrics(table, CAMPAIGNS) >= 5 ? 1 : 0;
  },
  map: (table) => reportMapping(table, CAMPAIGNS, { tool: 'klaviyo', recogniser: 'klaviyo-campaigns' }),
};

export const exportRecognisers: readonly ExportRecogniser[] = [profiles, campaigns];

/** Pages of this tool are read by the generic reader. */
export const page = null;
