import { headerWords } from '../mapping/header-words';

/** What a header's words say of the values under it, in English and Polish. */
export interface HeaderKinds {
  /** Identifiers: digits stay as they are written. */
  readonly id: boolean;
  readonly amount: boolean;
  readonly time: boolean;
  readonly duration: boolean;
  /** Numbers of something, whatever they look like (`Nth day`). */
  readonly counted: boolean;
  readonly ratio: boolean;
}

const ID =
  /(?:^| )(?:id|ids|uid|guid|uuid|gid|sku|ean|gtin|upc|isbn|asin|nip|regon|pesel|vat|iban|zip|postcode|phone|telephone|mobile|tel|fax|telefon|telefonu|komorkowy|identyfikator)(?: |$)|(?:^| )(?:zip|postal|post|kod|barcode|country|area)(?: pocztowy| code| kreskowy)(?: |$)|(?:order|invoice|customer|client|account|ticket|transaction|receipt|reference|item|product|stock|card|zamowienia|faktury|klienta|konta|paragonu|transakcji)(?: )(?:no|nr|number|num|code|#|numer|kod)$|^(?:nr|numer|no|number) (?:zamowienia|faktury|klienta|konta|paragonu|transakcji|telefonu|karty|order|invoice)|^(?:order|invoice) #$/;
const AMOUNT =
  /(?:^| )(?:amount|price|prices|revenue|sales|cost|costs|spend|spent|subtotal|fee|fees|tax|taxes|vat|profit|income|earnings|turnover|gmv|aov|ltv|clv|arpu|arppu|cpc|cpm|cpa|payout|refund|refunded|charge|charges|balance|budget|salary|margin|dollar|dollars|kwota|kwoty|cena|ceny|koszt|koszty|przychod|przychody|wartosc|sprzedaz|wydatki|wydano|wydana|obrot|oplata|oplaty|podatek|zysk|marza|netto|brutto|prowizja|zwrot|naleznosc|suma|dostawa|rabat kwotowy|saldo|budzet)(?: |$)|(?:^| )(?:total|grand total|order value|value|lifetime value|dollar value|conv value|conversion value|order total|total paid|paid|total price|line total)$|^(?:shipping|discount amount|total discounts?|lineitem discount|discounts|kwota rabatu)$/;
/** Beside an amount's words these make a count, a rate or a ratio of it. */
const NO_AMOUNT =
  /(?:^| )(?:rate|ratio|roas|roi|share|percent|pct|count|number|num|quantity|qty|units|orders|users|customers|events|sessions|clicks|views|id|code|type|status|name|method|title|line|currency|date|day|at|czas|data|liczba|ilosc|sztuk|wskaznik|wspolczynnik|udzial|procent|metoda|typ|waluta|stawka|included|exempt|taxable|rank|score|group|segment)(?: |$)|%|value cost$/;
const TIME =
  /(?:^| )(?:date|day|time|timestamp|datetime|when|created|updated|ts|epoch|unix|since|until|expires?|birthday|birth|data|dzien|dnia|czas|godzina|utworzono|urodzenia|termin|at|on)(?: |$)/;
const DURATION =
  /(?:^| )(?:duration|length|time on|engagement time|elapsed|seconds|minutes|czas trwania|czas zaangazowania|sredni czas|avg time|average time|time spent|session duration)(?: |$)/;
const COUNTED = /^nth |^n ty |^n ta |^no of |^number of |^liczba |^ilosc |(?:^| )count$/;

export function headerKinds(header: string): HeaderKinds {
  const words = headerWords(header);
  const duration = DURATION.test(words);
  return {
    id: ID.test(words),
    amount: AMOUNT.test(words) && !NO_AMOUNT.test(words),
    time: TIME.test(words) && !AMOUNT.test(words) && !duration,
    duration,
    counted: COUNTED.test(words),
    ratio: /(?:^| )(?:rate|ratio|count|%)(?: |$)/.test(words),
  };
}

export function isAmountHeader(header: string): boolean {
  return headerKinds(header).amount;
}
