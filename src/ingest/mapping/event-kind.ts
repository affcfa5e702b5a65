import { EVENT_KINDS, type EventKind } from '../../core/fields';
import { headerWords } from './header-words';

/** What tools call the kinds of product.md §3.2, in the form `headerWords` gives. */
const NAMES: Readonly<Record<Exclude<EventKind, 'custom'>, string>> = {
  visit: 'visit, session, session start, site visit, wizyta, sesja, rozpoczecie sesji, odwiedziny',
  'page-view':
    'page view, pageview, page viewed, viewed page, view, screen view, product view, view item, viewed product, odslona, wyswietlenie strony, wyswietlenie produktu',
  search: 'search, site search, searched, view search results, wyszukiwanie, wyszukanie',
  cart: 'cart, add to cart, added to cart, cart add, dodanie do koszyka, koszyk',
  checkout:
    'checkout, begin checkout, checkout started, started checkout, initiate checkout, rozpoczecie zakupu, przejscie do kasy, kasa',
  'sign-up':
    'sign up, signup, signed up, register, registered, registration, account created, rejestracja, zalozenie konta, zapis do newslettera',
  'mail-sent':
    'mail sent, email sent, e mail sent, sent email, email delivered, received email, mail wyslany, e mail wyslany, wyslanie maila, wysylka maila',
  'mail-open':
    'mail open, email open, email opened, e mail open, opened email, mail opened, otwarcie maila, otwarcie e maila, otwarcie wiadomosci, mail otwarty',
  'mail-click':
    'mail click, email click, email clicked, e mail click, clicked email, mail clicked, klikniecie w mailu, klikniecie w maila, klikniecie w e mail, klikniecie w wiadomosci',
  social:
    'social, like, social share, social like, comment, follow, polubienie, udostepnienie, komentarz, obserwowanie',
  'feature-use': 'feature use, feature used, used feature, uzycie funkcji',
  support:
    'support, support ticket, ticket, ticket created, support contact, complaint, zgloszenie, zgloszenie do obslugi, kontakt z obsluga, reklamacja',
  review: 'review, rating, review left, product review, opinia, recenzja, ocena',
  referral:
    'referral, refer a friend, invite, invite sent, referred, polecenie, polecenie znajomemu, zaproszenie',
  survey: 'survey, survey response, survey answered, nps, nps survey, ankieta, odpowiedz w ankiecie',
};

const KINDS: ReadonlyMap<string, EventKind> = /* @__PURE__ */ kinds();

function kinds(): Map<string, EventKind> {
  const all = new Map<string, EventKind>(EVENT_KINDS.map((kind) => [headerWords(kind), kind]));
  for (const [kind, names] of Object.entries(NAMES)) {
    for (const name of names.split(', ')) all.set(name, kind as EventKind);
  }
  return all;
}

/** `email_open`, `Email opened` and `Otwarcie maila` are all `mail-open`; null where the name is of no known kind. */
export function eventKindOf(text: string): EventKind | null {
  return KINDS.get(headerWords(text)) ?? null;
}
