import { CUSTOM_PREFIX, type EventKind, FIELDS, type Field } from '../../core/fields';
import type { Label } from '../../core/label';
import { PERSON_FIELDS } from '../rule/person-fields';
import { ROW_FIELDS } from '../rule/row-fields';

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

type Forms = readonly [one: string, few: string, many: string, other: string];

/** `last` and `first` take the gender of the word, in the accusative. */
function noun(
  en: readonly [string, string],
  pl: Forms,
  between: string,
  within: string,
  gender: 'm' | 'f' | 'n',
): Noun {
  const [one, few, many, other] = pl;
  const [last, first] = {
    m: ['ostatni', 'pierwszy'],
    f: ['ostatnią', 'pierwszą'],
    n: ['ostatnie', 'pierwsze'],
  }[gender];
  return {
    en: { one: en[0], other: en[1] },
    pl: { one, few, many, other, between, within, last: `${last} ${one}`, first: `${first} ${one}` },
  };
}

export const EVENT_NOUNS: Readonly<Record<EventKind, Noun>> = {
  visit: noun(['visit', 'visits'], ['wizytę', 'wizyty', 'wizyt', 'wizyty'], 'wizytami', 'wizytach', 'f'),
  'page-view': noun(
    ['page view', 'page views'],
    ['odsłonę', 'odsłony', 'odsłon', 'odsłony'],
    'odsłonami',
    'odsłonach',
    'f',
  ),
  search: noun(
    ['search', 'searches'],
    ['wyszukiwanie', 'wyszukiwania', 'wyszukiwań', 'wyszukiwania'],
    'wyszukiwaniami',
    'wyszukiwaniach',
    'n',
  ),
  cart: noun(
    ['cart addition', 'cart additions'],
    ['dodanie do koszyka', 'dodania do koszyka', 'dodań do koszyka', 'dodania do koszyka'],
    'dodaniami do koszyka',
    'dodaniach do koszyka',
    'n',
  ),
  checkout: noun(
    ['checkout begun', 'checkouts begun'],
    ['przejście do płatności', 'przejścia do płatności', 'przejść do płatności', 'przejścia do płatności'],
    'przejściami do płatności',
    'przejściach do płatności',
    'n',
  ),
  'sign-up': noun(
    ['sign-up', 'sign-ups'],
    ['rejestrację', 'rejestracje', 'rejestracji', 'rejestracji'],
    'rejestracjami',
    'rejestracjach',
    'f',
  ),
  'mail-sent': noun(
    ['mail sent', 'mails sent'],
    ['wysłaną wiadomość', 'wysłane wiadomości', 'wysłanych wiadomości', 'wysłanej wiadomości'],
    'wysłanymi wiadomościami',
    'wysłanych wiadomościach',
    'f',
  ),
  'mail-open': noun(
    ['mail opened', 'mails opened'],
    ['otwartą wiadomość', 'otwarte wiadomości', 'otwartych wiadomości', 'otwartej wiadomości'],
    'otwartymi wiadomościami',
    'otwartych wiadomościach',
    'f',
  ),
  'mail-click': noun(
    ['click in a mail', 'clicks in mails'],
    [
      'kliknięcie w wiadomości',
      'kliknięcia w wiadomościach',
      'kliknięć w wiadomościach',
      'kliknięcia w wiadomości',
    ],
    'kliknięciami w wiadomościach',
    'kliknięciach w wiadomościach',
    'n',
  ),
  social: noun(
    ['social media action', 'social media actions'],
    [
      'działanie w mediach społecznościowych',
      'działania w mediach społecznościowych',
      'działań w mediach społecznościowych',
      'działania w mediach społecznościowych',
    ],
    'działaniami w mediach społecznościowych',
    'działaniach w mediach społecznościowych',
    'n',
  ),
  'feature-use': noun(
    ['feature use', 'feature uses'],
    ['użycie funkcji', 'użycia funkcji', 'użyć funkcji', 'użycia funkcji'],
    'użyciami funkcji',
    'użyciach funkcji',
    'n',
  ),
  support: noun(
    ['support contact', 'support contacts'],
    ['kontakt z obsługą', 'kontakty z obsługą', 'kontaktów z obsługą', 'kontaktu z obsługą'],
    'kontaktami z obsługą',
    'kontaktach z obsługą',
    'm',
  ),
  review: noun(['review', 'reviews'], ['opinię', 'opinie', 'opinii', 'opinii'], 'opiniami', 'opiniach', 'f'),
  referral: noun(
    ['referral', 'referrals'],
    ['polecenie', 'polecenia', 'poleceń', 'polecenia'],
    'poleceniami',
    'poleceniach',
    'n',
  ),
  survey: noun(
    ['survey answer', 'survey answers'],
    ['odpowiedź w ankiecie', 'odpowiedzi w ankietach', 'odpowiedzi w ankietach', 'odpowiedzi w ankiecie'],
    'odpowiedziami w ankietach',
    'odpowiedziach w ankietach',
    'f',
  ),
  custom: noun(
    ['other event', 'other events'],
    ['inne zdarzenie', 'inne zdarzenia', 'innych zdarzeń', 'innego zdarzenia'],
    'innymi zdarzeniami',
    'innych zdarzeniach',
    'n',
  ),
};

/** "On Mondays", Monday first. */
export const WEEKDAYS: readonly Label[] = [
  { en: 'Mondays', pl: 'poniedziałki' },
  { en: 'Tuesdays', pl: 'wtorki' },
  { en: 'Wednesdays', pl: 'środy' },
  { en: 'Thursdays', pl: 'czwartki' },
  { en: 'Fridays', pl: 'piątki' },
  { en: 'Saturdays', pl: 'soboty' },
  { en: 'Sundays', pl: 'niedziele' },
];

/** "In January". */
export const MONTHS: readonly Label[] = [
  { en: 'January', pl: 'styczniu' },
  { en: 'February', pl: 'lutym' },
  { en: 'March', pl: 'marcu' },
  { en: 'April', pl: 'kwietniu' },
  { en: 'May', pl: 'maju' },
  { en: 'June', pl: 'czerwcu' },
  { en: 'July', pl: 'lipcu' },
  { en: 'August', pl: 'sierpniu' },
  { en: 'September', pl: 'wrześniu' },
  { en: 'October', pl: 'październiku' },
  { en: 'November', pl: 'listopadzie' },
  { en: 'December', pl: 'grudniu' },
];
