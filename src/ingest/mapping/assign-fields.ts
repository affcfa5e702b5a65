import { FIELDS } from '../../core/fields';
import type { ColumnView } from '../readings/column-view';
import { readingFor } from '../readings/reading-for';
import { HEADER_SYNONYMS } from './header-synonyms';
import { headerWords } from './header-words';
import { fieldOf, isIdentifier } from './map-column';
import { type HeaderMatcher, headerMatcher } from './match-header';

export type PersonGrain = 'people' | 'orders' | 'events';

/** Which column holds which field, and how sure that is (0–1). */
export type Assignment = ReadonlyMap<string, { readonly view: ColumnView; readonly score: number }>;

/** Said of a person on a list of people, but something else on a row of orders or events. */
const ON_PEOPLE_ONLY = new Set([
  'createdAt',
  'lifecycleStage',
  'tags',
  'acquisitionSource',
  'acquisitionMedium',
  'acquisitionCampaign',
  'acquisitionChannel',
  'statedOrders',
  'statedSpent',
  'nps',
]);

/** Words that make a column something else than the field they stand beside. */
const NOT_WITH: Readonly<Record<string, RegExp>> = {
  time: /\b(birth|urodzenia|geburts|ship|shipped|shipping|delivery|delivered|dostawy|wysylki|liefer\w*|versand\w*|due|termin|update|updated|modified|modyfikacji|last|ostatni\w*|next|expir\w*|waznosci|refund\w*|zwrotu|cancel\w*|anulowania|end|konca|valid|estimated|approved|fulfilled)\b/,
  total:
    /\b(average|avg|mean|sredni\w*|per|na|expected|estimated|declared|monthly|annual|yearly|miesieczn\w*|roczn\w*|planned|target|max|min|rate|count|number|liczba|points|punkt\w*|outstanding|quantity|items|stock|monat\w*|durchschnitt\w*)\b/,
  lineTotal: /\b(average|avg|sredni\w*|per|count|number|liczba|discount|rabat)\b/,
  unitPrice: /\b(total|suma|razem|average|avg|compare|shipping|dostawy|delivery|list|old|poprzednia)\b/,
  value: /\b(average|avg|sredni\w*|per|rate|count)\b/,
  quantity: /\b(price|cena|stock|min|max|available|stan)\b/,
  product: /\b(price|cost|count|quantity|size|weight|length|category|kategoria|sku|id)\b/,
  category: /\b(sub|pod|unter|2|3)\b/,
  refunded: /\b(date|data|at|reason|powod|status)\b/,
  discount: /\b(code|kod|name|reason|type)\b/,
  personCountry: /\b(code 2|phone|shipping|ship|dostawy|wysylki)\b/,
  email:
    /\b(consent|opt|optin|subscribed|zgoda|marketing|sent|opened|open|clicked|click|status|count|domain)\b/,
  phone: /\b(consent|opt|service|type|model|zgoda|country)\b/,
  personCity: /\b(shipping|ship|dostawy|wysylki)\b/,
  gender: /\b(target)\b/,
  emailConsent: /\b(date|data|at|sms|source|zrodlo|timestamp|method)\b/,
  smsConsent: /\b(date|data|at|source|zrodlo|timestamp|method)\b/,
  createdAt: /\b(consent|zgody|optin|opt|einwilligungs\w*)\b/,
  birthDate: /\b(place|miejsce)\b/,
  tax: /\b(exempt|id|number|nr|numer|rate|name|code)\b/,
};

const matchers = new Map<string, HeaderMatcher>();

function matcherOf(table: PersonGrain, field: string): HeaderMatcher | null {
  const key = `${table}.${field}`;
  const known = matchers.get(key);
  if (known) return known;
  const groups: Readonly<Record<string, string>>[] =
    table === 'orders'
      ? [HEADER_SYNONYMS.orders, HEADER_SYNONYMS.keys, HEADER_SYNONYMS.facts]
      : table === 'events'
        ? [HEADER_SYNONYMS.events, HEADER_SYNONYMS.keys, HEADER_SYNONYMS.facts]
        : [HEADER_SYNONYMS.keys, HEADER_SYNONYMS.facts];
  const synonyms = groups.find((group) => Object.hasOwn(group, field))?.[field];
  if (synonyms === undefined) return null;
  const made = headerMatcher(synonyms);
  matchers.set(key, made);
  return made;
}

/** Best column for each field of a table, judged by its name and by what stands in it; no column twice. */
export function assignFields(table: PersonGrain, views: readonly ColumnView[]): Assignment {
  const candidates: { field: string; view: ColumnView; score: number }[] = [];
  const ownFields = new Set(
    Object.keys(
      table === 'orders' ? HEADER_SYNONYMS.orders : table === 'events' ? HEADER_SYNONYMS.events : {},
    ),
  );
  for (const field of Object.keys(FIELDS[table])) {
    if (table !== 'people' && ON_PEOPLE_ONLY.has(field) && !ownFields.has(field)) continue;
    for (const view of views) {
      const named = nameScore(table, field, view);
      const score = named * valueFit(table, field, view);
      if (score >= 0.5) {
        // What the table itself is about goes before what is merely said of the person.
        const own = ownFields.has(field) || table === 'people' ? 1 : 0.99;
        candidates.push({ field, view, score: score * own });
      }
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.view.column.index - b.view.column.index);
  const taken = new Set<ColumnView>();
  const assigned = new Map<string, { view: ColumnView; score: number }>();
  for (const { field, view, score } of candidates) {
    if (assigned.has(field) || taken.has(view)) continue;
    assigned.set(field, { view, score });
    taken.add(view);
  }
  return assigned;
}

function nameScore(table: PersonGrain, field: string, view: ColumnView): number {
  const { header, rawHeader } = view.column;
  const named = matcherOf(table, field)?.score(rawHeader || header) ?? 0;
  const words = ` ${headerWords(rawHeader || header)} `;
  if (named < 0.95 && NOT_WITH[field]?.test(words)) return 0;
  if (field === 'email' && view.looks.email) return Math.max(named, 0.9);
  if (field === 'discountRate' && isRate(view))
    return Math.max(named, 0.95 * (matcherOf(table, 'discount')?.score(rawHeader || header) ?? 0));
  const id = /^ (id|no|nr|numer|number|#|lp) $/.test(words) ? words.trim() : null;
  if (id === 'id' && field === 'personId' && table === 'people' && view.repeats !== 'yes') return 0.7;
  if (id !== null && id !== 'lp' && field === 'orderId' && table === 'orders' && view.repeats !== 'yes')
    return 0.6;
  if (words === ' client id ') {
    if (field === 'clientId') return view.looks.browserId ? 1 : 0;
    if (field === 'personId') return view.looks.browserId ? 0 : 1;
  }
  // `Customer` and `Klient` hold a number as often as a name.
  if (field === 'personId' && /^ (customer|client|klient|kunde|buyer|nabywca|kontrahent) $/.test(words))
    return view.looks.code && !view.values.some((v) => /^\p{Lu}\p{Ll}+$/u.test(v)) ? 0.9 : 0;
  return named;
}

/** 0 where the values can't be what the field holds, 1 where nothing speaks against it. */
function valueFit(table: PersonGrain, field: string, view: ColumnView): number {
  const known = fieldOf(table, field);
  const { column, looks } = view;
  if (known === null || readingFor(known.type, column) === null) return 0;
  if (column.filled === 0) return 0.9;
  const { reading } = column;
  switch (field) {
    case 'email':
      return view.values.some((v) => v.includes('@')) ? 1 : 0;
    case 'phone':
      return looks.phone ? 1 : 0;
    case 'currency':
      return looks.currency ? 1 : 0;
    case 'discountRate':
      return isRate(view) ? 1 : 0;
    case 'discount':
      // A column called "Discount" that never passes 1 holds shares of the price.
      return isRate(view) && view.column.distinct > 1 ? 0.4 : 1;
    case 'age':
      return looks.fractions ? 0 : 1;
    case 'quantity':
      return reading.kind === 'money' && reading.currency !== null ? 0 : looks.fractions ? 0.6 : 1;
  }
  if (isIdentifier(table, field)) {
    if (reading.kind === 'date' && reading.order !== 'compact' && reading.order !== 'epoch') return 0;
    if (looks.email || (looks.fractions && !looks.browserId)) return 0;
    return 1;
  }
  if (known.type === 'text' && (reading.kind === 'date' || reading.kind === 'money')) return 0;
  if (known.type === 'text' && reading.kind === 'number' && (looks.fractions || WORDS_ONLY.has(field)))
    return 0;
  return 1;
}

/** Names and places are never bare numbers. */
const WORDS_ONLY = new Set([
  'name',
  'kind',
  'firstName',
  'lastName',
  'personCountry',
  'orderCountry',
  'personCity',
  'product',
  'channel',
  'company',
  'paymentMethod',
  'shippingMethod',
  'coupon',
]);

function isRate({ column, looks }: ColumnView): boolean {
  return (column.reading.kind === 'number' && column.reading.unit === 'percent') || looks.shares;
}
