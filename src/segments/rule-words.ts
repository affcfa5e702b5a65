import { CUSTOM_PREFIX, type EventKind, FIELDS, type Field } from '../core/fields';
import type { Label } from '../core/label';
import { PERSON_FIELDS } from './person-fields';
import { ROW_FIELDS } from './row-fields';

/** What a rule speaks of, by name. */
export interface RuleWords {
  readonly currency: string | null;
  field(table: 'people' | 'orders' | 'items' | 'events', id: string): Label;
  /** Null where it is gone. */
  segment(id: string): Label | null;
  dimension(id: string): Label;
}

const MEASURED: Readonly<Record<string, Label>> = {
  revenue: { en: 'Revenue after refunds', pl: 'Przychód po zwrotach' },
  gross: { en: 'Order value', pl: 'Wartość zamówienia' },
  amount: { en: 'Line value', pl: 'Wartość pozycji' },
  units: { en: 'Units', pl: 'Sztuki' },
  country: { en: 'Order country', pl: 'Kraj zamówienia' },
  discountCode: { en: 'Discount code', pl: 'Kod rabatowy' },
  day: { en: 'Day', pl: 'Dzień' },
};

/** Names from the registry of fields; what a file called its other columns; ids for segments nobody named. */
export function ruleWords(more: Partial<RuleWords> = {}): RuleWords {
  return {
    currency: null,
    field: (table, id) => {
      if (id.startsWith(CUSTOM_PREFIX)) return same(id.slice(CUSTOM_PREFIX.length));
      const fields: Readonly<Record<string, Field>> =
        table === 'people' ? FIELDS.people : table === 'events' ? FIELDS.events : FIELDS.orders;
      const known: Readonly<Record<string, Label>> = {
        ...MEASURED,
        ...(table === 'people' ? PERSON_FIELDS : ROW_FIELDS),
      };
      if (Object.hasOwn(fields, id)) return (fields[id] as Field).label;
      return Object.hasOwn(known, id) ? (known[id] as Label) : same(id);
    },
    segment: same,
    dimension: (id) => same(id.startsWith(CUSTOM_PREFIX) ? id.slice(CUSTOM_PREFIX.length) : id),
    ...more,
  };
}

const same = (text: string): Label => ({ en: text, pl: text });

/** A thing that is counted, in the forms a sentence needs. */
export interface Noun {
  readonly en: { readonly one: string; readonly other: string };
  readonly pl: {
    /** 1, 2–4, 5 and more, 1,5. */
    readonly one: string;
    readonly few: string;
    readonly many: string;
    readonly other: string;
    /** "między zamówieniami". */
    readonly between: string;
    /** "w zamówieniach". */
    readonly within: string;
    /** "ostatnie zamówienie", "pierwsze zamówienie", accusative. */
    readonly last: string;
    readonly first: string;
  };
}

export const ORDER: Noun = {
  en: { one: 'order', other: 'orders' },
  pl: {
    one: 'zamówienie',
    few: 'zamówienia',
    many: 'zamówień',
    other: 'zamówienia',
    between: 'zamówieniami',
    within: 'zamówieniach',
    last: 'ostatnie zamówienie',
    first: 'pierwsze zamówienie',
  },
};

export const LINE: Noun = {
  en: { one: 'order line', other: 'order lines' },
  pl: {
    one: 'pozycję zamówienia',
    few: 'pozycje zamówień',
    many: 'pozycji zamówień',
    other: 'pozycji zamówienia',
    between: 'pozycjami zamówień',
    within: 'pozycjach zamówień',
    last: 'ostatnią pozycję zamówienia',
    first: 'pierwszą pozycję zamówienia',
  },
};

export const EVENT: Noun = {
  en: { one: 'event', other: 'events' },
  pl: {
    one: 'zdarzenie',
    few: 'zdarzenia',
    many: 'zdarzeń',
    other: 'zdarzenia',
    between: 'zdarzeniami',
    within: 'zdarzeniach',
    last: 'ostatnie zdarzenie',
    first: 'pierwsze zdarzenie',
  },
};

export const EVENT_LABELS: Readonly<Record<EventKind, Label>> = {
  visit: { en: 'visit', pl: 'wizyta' },
  'page-view': { en: 'page view', pl: 'odsłona' },
  search: { en: 'search', pl: 'wyszukiwanie' },
  cart: { en: 'added to cart', pl: 'dodanie do koszyka' },
  checkout: { en: 'checkout', pl: 'przejście do płatności' },
  'sign-up': { en: 'sign-up', pl: 'rejestracja' },
  'mail-sent': { en: 'mail sent', pl: 'wysłana wiadomość' },
  'mail-open': { en: 'mail opened', pl: 'otwarta wiadomość' },
  'mail-click': { en: 'click in a mail', pl: 'kliknięcie w wiadomości' },
  social: { en: 'social media', pl: 'media społecznościowe' },
  'feature-use': { en: 'feature used', pl: 'użycie funkcji' },
  support: { en: 'support contact', pl: 'kontakt z obsługą' },
  review: { en: 'review', pl: 'opinia' },
  referral: { en: 'referral', pl: 'polecenie' },
  survey: { en: 'survey', pl: 'ankieta' },
  custom: { en: 'other event', pl: 'inne zdarzenie' },
};
