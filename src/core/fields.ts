import type { ColumnType } from './column';
import type { Label } from './label';

/** The tables a source row can become part of. */
export type TableKind = 'people' | 'orders' | 'events' | 'reports' | 'spend';

export interface Field {
  readonly label: Label;
  readonly type: ColumnType;
  /** Directly names or reaches a person: shown before keeping, never put into a page. */
  readonly personal?: 'id' | 'email' | 'phone' | 'name' | 'address' | 'birth';
  /** Joins rows of several sources into one person; strong keys are never fused through weak ones. */
  readonly key?: 'strong' | 'weak';
}

const text = (en: string, pl: string, more: Partial<Field> = {}): Field => ({
  label: { en, pl },
  type: 'text',
  ...more,
});
const of = (type: ColumnType, en: string, pl: string, more: Partial<Field> = {}): Field => ({
  label: { en, pl },
  type,
  ...more,
});

/** Ways a row says whose it is. The same in every person-grain table. */
const personKeys = {
  personId: text('Customer ID', 'ID klienta', { personal: 'id', key: 'strong' }),
  userId: text('User ID', 'ID użytkownika', { personal: 'id', key: 'strong' }),
  clientId: text('Client ID (browser)', 'ID przeglądarki', { personal: 'id', key: 'strong' }),
  crmId: text('CRM record ID', 'ID w CRM', { personal: 'id', key: 'strong' }),
  email: text('E-mail', 'E-mail', { personal: 'email', key: 'weak' }),
  phone: text('Phone', 'Telefon', { personal: 'phone', key: 'weak' }),
} as const satisfies Record<string, Field>;

/** Said of the person, on whatever row it stands; `firstName` and `lastName` become `name`. */
const personFacts = {
  name: text('Name', 'Imię i nazwisko', { personal: 'name' }),
  firstName: text('First name', 'Imię', { personal: 'name' }),
  lastName: text('Last name', 'Nazwisko', { personal: 'name' }),
  personCountry: text('Country', 'Kraj'),
  personRegion: text('Region', 'Region'),
  personCity: text('City', 'Miasto', { personal: 'address' }),
  language: text('Language', 'Język'),
  birthDate: of('time', 'Birth date', 'Data urodzenia', { personal: 'birth' }),
  age: of('number', 'Age', 'Wiek'),
  gender: text('Gender', 'Płeć'),
  income: of('number', 'Income', 'Dochód'),
  company: text('Company', 'Firma'),
  industry: text('Industry', 'Branża'),
  customerType: text('Customer type', 'Typ klienta'),
  acquisitionSource: text('Acquisition source', 'Źródło pozyskania'),
  acquisitionMedium: text('Acquisition medium', 'Medium pozyskania'),
  acquisitionCampaign: text('Acquisition campaign', 'Kampania pozyskania'),
  acquisitionChannel: text('Acquisition channel', 'Kanał pozyskania'),
  createdAt: of('time', 'Created at', 'Utworzono'),
  lifecycleStage: text('CRM lifecycle stage', 'Etap w CRM'),
  tags: text('Tags', 'Tagi'),
  loyaltyTier: text('Loyalty tier', 'Poziom lojalnościowy'),
  nps: of('number', 'NPS', 'NPS'),
  emailConsent: of('flag', 'E-mail consent', 'Zgoda na e-mail'),
  smsConsent: of('flag', 'SMS consent', 'Zgoda na SMS'),
  emailConsentAt: of('time', 'E-mail consent: since', 'Zgoda na e-mail: od kiedy'),
  emailConsentSource: text('E-mail consent: where from', 'Zgoda na e-mail: skąd'),
  emailConsentWords: text('E-mail consent: in the tool’s words', 'Zgoda na e-mail: słowami narzędzia'),
  smsConsentAt: of('time', 'SMS consent: since', 'Zgoda na SMS: od kiedy'),
  smsConsentSource: text('SMS consent: where from', 'Zgoda na SMS: skąd'),
  smsConsentWords: text('SMS consent: in the tool’s words', 'Zgoda na SMS: słowami narzędzia'),
  statedOrders: of('number', 'Orders as the tool counts them', 'Zamówienia wg narzędzia'),
  statedSpent: of('money', 'Spent as the tool counts it', 'Wydatki wg narzędzia'),
} as const satisfies Record<string, Field>;

export const FIELDS = {
  people: { ...personKeys, ...personFacts },
  orders: {
    ...personKeys,
    ...personFacts,
    orderId: text('Order number', 'Numer zamówienia'),
    time: of('time', 'Order date', 'Data zamówienia'),
    total: of('money', 'Order total', 'Wartość zamówienia'),
    lineTotal: of('money', 'Line total', 'Wartość pozycji'),
    refunded: of('money', 'Refunded', 'Zwrócono'),
    discount: of('money', 'Discount', 'Rabat'),
    discountRate: of('number', 'Discount rate', 'Stopa rabatu'),
    shipping: of('money', 'Shipping', 'Dostawa'),
    tax: of('money', 'Tax', 'Podatek'),
    currency: text('Currency', 'Waluta'),
    status: text('Status', 'Status'),
    cancelledAt: of('time', 'Cancelled at', 'Anulowano'),
    paymentMethod: text('Payment method', 'Metoda płatności'),
    channel: text('Channel', 'Kanał'),
    orderCountry: text('Order country', 'Kraj zamówienia'),
    coupon: text('Coupon', 'Kupon'),
    shippingMethod: text('Shipping method', 'Metoda dostawy'),
    sku: text('SKU', 'SKU'),
    product: text('Product', 'Produkt'),
    category: text('Category', 'Kategoria'),
    quantity: of('number', 'Quantity', 'Liczba sztuk'),
    unitPrice: of('money', 'Unit price', 'Cena jednostkowa'),
    profit: of('money', 'Profit', 'Zysk'),
  },
  events: {
    ...personKeys,
    ...personFacts,
    time: of('time', 'Event time', 'Czas zdarzenia'),
    kind: text('Event kind', 'Rodzaj zdarzenia'),
    name: text('Event name', 'Nazwa zdarzenia'),
    channel: text('Channel', 'Kanał'),
    value: of('money', 'Value', 'Wartość'),
    currency: text('Currency', 'Waluta'),
  },
  spend: {
    day: of('time', 'Day', 'Dzień'),
    platform: text('Platform', 'Platforma'),
    account: text('Account', 'Konto'),
    campaign: text('Campaign', 'Kampania'),
    channel: text('Channel', 'Kanał'),
    cost: of('money', 'Cost', 'Koszt'),
    currency: text('Currency', 'Waluta'),
    clicks: of('number', 'Clicks', 'Kliknięcia'),
    impressions: of('number', 'Impressions', 'Wyświetlenia'),
    conversions: of('number', 'Conversions (platform)', 'Konwersje (platforma)'),
    conversionValue: of('money', 'Conversion value (platform)', 'Wartość konwersji (platforma)'),
  },
} as const satisfies Record<Exclude<TableKind, 'reports'>, Record<string, Field>>;

/** What an event is, in the words of product.md §3.2. */
export const EVENT_KINDS = [
  'visit',
  'page-view',
  'search',
  'cart',
  'checkout',
  'sign-up',
  'mail-sent',
  'mail-open',
  'mail-click',
  'social',
  'feature-use',
  'support',
  'review',
  'referral',
  'survey',
  'custom',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** `custom:<header>` keeps any other column as an attribute of its table. */
export const CUSTOM_PREFIX = 'custom:';
