/**
 * What columns are called in exports of shops, CRMs and mailing tools, in English | Polish | German, in the form
 * `headerWords` gives them. The surest names stand first in nothing but habit: a whole match is worth the same.
 */
const KEYS = {
  personId:
    'customer id, customer number, customer no, customer nr, customer code, customer key, customer ref, cust id, cust no, buyer id, member id, member number, person id, account id, account number, client number, client no, client code, household key, shopper id, patient id, donor id, guest id, loyalty card, loyalty id, card number, card no, id klienta, klient id, numer klienta, nr klienta, kod klienta, identyfikator klienta, id kontrahenta, id nabywcy, id kupujacego, numer karty, nr karty, nr karty klienta, kunden id, kundennummer, kundennr, kunden nr, kunde nr',
  userId:
    'user id, user, userid, login, username, user name, account user id, subscriber id, profile id, id uzytkownika, uzytkownik id, identyfikator uzytkownika, uzytkownik, login klienta, login kupujacego, nick kupujacego, benutzer id, nutzer id',
  clientId:
    'client id browser, ga client id, google client id, visitor id, full visitor id, user pseudo id, cookie id, anonymous id, app instance id, device id, browser id, session cookie, id przegladarki, id odwiedzajacego, identyfikator przegladarki, besucher id',
  crmId:
    'record id, contact id, crm id, lead id, mql id, hubspot id, salesforce id, hs object id, vid, opportunity contact id, id kontaktu, id rekordu, id leada, id w crm, identyfikator kontaktu, kontakt id, datensatz id',
  email:
    'email, e mail, mail, email address, e mail address, customer email, contact email, billing email, buyer email, user email, primary email, work email, person email work, adres email, adres e mail, adres mailowy, email klienta, e mail klienta, e mail kupujacego, mail klienta, e mail adresse, email adresse, kunden email',
  phone:
    'phone, phone number, telephone, telephone number, tel, mobile, mobile phone, mobile number, cell, cell phone, customer phone, contact phone, billing phone, primary phone, work phone, telefon, numer telefonu, nr telefonu, tel kom, telefon komorkowy, komorka, telefon klienta, telefon kontaktowy, telefonnummer, handy, handynummer, mobiltelefon, rufnummer',
};

const FACTS = {
  name: 'name, full name, customer name, client name, contact name, contact, person name, buyer name, buyer, recipient name, customer, client, billing name, imie i nazwisko, nazwisko i imie, nazwa klienta, klient, kontakt, osoba, nabywca, kupujacy, odbiorca, kontrahent, kunde, kundenname, vollstandiger name, kaufer',
  firstName: 'first name, firstname, given name, forename, fname, imie, imie klienta, vorname',
  lastName: 'last name, lastname, surname, family name, lname, nazwisko, nazwisko klienta, nachname',
  personCountry:
    'country, country region, country territory, country code, customer country, billing country, default address country, home country, nation, market, kraj, kraj klienta, panstwo, kod kraju, land, kundenland, rechnungsland',
  personRegion:
    'state, state province, state region, province, region, county, voivodeship, customer state, billing state, billing province, federal state, wojewodztwo, stan, region klienta, bundesland, provinz',
  personCity:
    'city, town, customer city, billing city, city town, locality, miasto, miejscowosc, miasto klienta, stadt, ort, wohnort',
  language: 'language, locale, preferred language, customer language, jezyk, jezyk klienta, sprache',
  birthDate:
    'birth date, birthdate, birthday, date of birth, dob, data urodzenia, urodziny, geburtsdatum, geburtstag',
  age: 'age, customer age, age years, wiek, wiek klienta, alter',
  gender: 'gender, sex, plec, geschlecht',
  income:
    'income, annual income, household income, yearly income, annual income k, dochod, dochod roczny, zarobki, einkommen',
  company:
    'company, company name, organization, organisation, organization name, account name, associated company, employer, business name, firma, nazwa firmy, przedsiebiorstwo, organizacja, unternehmen, firmenname',
  industry: 'industry, sector, business segment, company industry, branza, sektor, branche',
  customerType:
    'customer type, client type, customer segment, customer group, customer category, account type, buyer type, b2b b2c, typ klienta, rodzaj klienta, segment klienta, grupa klientow, grupa klienta, kundentyp, kundengruppe',
  acquisitionSource:
    'source, origin, original source, lead source, acquisition source, first source, traffic source, original traffic source, referral source, utm source, first utm source, signup source, how did you hear about us, zrodlo, zrodlo pozyskania, zrodlo leada, zrodlo kontaktu, zrodlo ruchu, quelle, herkunft, leadquelle',
  acquisitionMedium: 'medium, acquisition medium, first medium, utm medium, medium pozyskania',
  acquisitionCampaign:
    'campaign, acquisition campaign, first campaign, utm campaign, lead campaign, kampania, kampania pozyskania, kampagne',
  acquisitionChannel:
    'acquisition channel, first channel, marketing channel, channel grouping, default channel grouping, kanal pozyskania, kanal marketingowy, akquisitionskanal',
  createdAt:
    'created at, create date, created, created on, created date, creation date, date created, created time, signup date, sign up date, signed up, signed up at, registered, registered at, registration date, date registered, date added, added on, joined, joined at, join date, date joined, member since, customer since, first contact date, first contact, enrollment date, optin time, profile created on, first seen, first seen at, dt customer, data utworzenia, utworzono, data rejestracji, zarejestrowano, data dodania, dodano, data zalozenia, data zalozenia konta, data dolaczenia, klient od, data pierwszego kontaktu, data zapisu, data pozyskania, erstellt am, erstellungsdatum, registriert am, registrierungsdatum, anmeldedatum, kunde seit',
  lifecycleStage:
    'lifecycle stage, lifecyclestage, lead status, lead stage, contact stage, stage, funnel stage, pipeline stage, customer stage, deal stage, status, contact status, customer status, etap, etap cyklu zycia, etap w crm, etap lejka, etap sprzedazy, status leada, status kontaktu, status klienta, faza, lifecycle phase, lebenszyklusphase, kundenstatus',
  tags: 'tags, tag, labels, customer tags, contact tags, tagi, tagi klienta, etykiety, znaczniki, schlagworter',
  loyaltyTier:
    'loyalty tier, loyalty level, tier, membership level, membership tier, membership type, loyalty status, vip tier, club level, card type, poziom, poziom lojalnosciowy, poziom programu, status lojalnosciowy, program lojalnosciowy, poziom lojalnosci, treuestufe, kundenstufe',
  nps: 'nps, nps score, net promoter score, likelihood to recommend, ocena nps, wynik nps',
  emailConsent:
    'accepts marketing, accepts email marketing, email consent, email opt in, email optin, opt in, optin, marketing consent, email marketing consent, email marketing, marketing opt in, newsletter, newsletter opt in, newsletter consent, subscribed, subscribed to newsletter, email subscribed, is subscribed, gdpr consent, zgoda na e mail, zgoda na email, zgoda email, zgoda e mail, zgoda marketingowa, zgoda na marketing, zgoda na newsletter, zgoda mailowa, newsletter zgoda, zgoda rodo, zapisany na newsletter, einwilligung e mail, werbeeinwilligung, newsletter abonniert',
  emailConsentAt:
    'email consent date, email consent at, email consent timestamp, email marketing consent timestamp, consent date, consent timestamp, date of consent, opt in date, opt in time, optin date, subscribed at, subscription date, newsletter date, data zgody, data zgody marketingowej, data zgody na newsletter, data zgody na email, data wyrazenia zgody, data zapisu na newsletter, einwilligungsdatum, anmeldung newsletter',
  emailConsentSource:
    'email consent source, consent source, consent method, opt in source, optin source, opt in method, subscription source, zrodlo zgody, zrodlo zgody marketingowej, skad zgoda, sposob wyrazenia zgody, einwilligungsquelle',
  smsConsentAt:
    'sms consent date, sms consent at, sms consent timestamp, sms marketing consent timestamp, data zgody sms, data zgody na sms',
  smsConsentSource: 'sms consent source, sms consent method, zrodlo zgody sms, zrodlo zgody na sms',
  smsConsent:
    'accepts sms marketing, sms consent, sms opt in, sms optin, sms marketing consent, sms marketing, sms subscribed, zgoda na sms, zgoda sms, zgoda marketingowa sms, sms einwilligung',
  statedOrders:
    'total orders, orders count, order count, orders, number of orders, no of orders, purchase count, purchases, number of purchases, total purchases, liczba zamowien, ilosc zamowien, zamowienia, liczba zakupow, anzahl bestellungen, bestellungen',
  statedSpent:
    'total spent, total spend, spent, amount spent, lifetime value, customer lifetime value, ltv, clv, lifetime spend, lifetime revenue, total revenue, total sales, money spent, laczne wydatki, wydatki, wydano, wartosc zamowien, suma zamowien, suma zakupow, wartosc zakupow, wartosc klienta, wydana kwota, laczna wartosc zamowien, gesamtausgaben, gesamtumsatz, umsatz gesamt, kundenwert',
};

const ORDERS = {
  orderId:
    'order id, order #, order number, order no, order nr, order, order name, order ref, order reference, order code, order key, invoice, invoice no, invoice number, invoice id, invoice #, transaction id, transaction number, transaction no, receipt, receipt id, receipt no, receipt number, purchase id, sales order, sale id, document number, document no, ticket number, basket id, deal id, booking id, bill number, bill no, numer zamowienia, nr zamowienia, id zamowienia, zamowienie, zamowienie nr, numer faktury, nr faktury, faktura, numer paragonu, nr paragonu, paragon, numer transakcji, id transakcji, nr transakcji, numer dokumentu, nr dokumentu, dokument, bestellnummer, bestell nr, bestell id, bestellung, rechnungsnummer, rechnung nr, rechnungs nr, auftragsnummer, auftrags nr, belegnummer',
  time: 'order date, order time, order datetime, order timestamp, order purchase timestamp, date of order, ordered at, ordered on, order created, order created at, purchase date, purchased at, date of purchase, invoice date, transaction date, sale date, sales date, date of sale, date, date time, datetime, timestamp, time, created at, created, created on, date created, placed at, placed on, paid at, payment date, booking date, won date, close date, closed at, day, data zamowienia, data zlozenia zamowienia, data zlozenia, data i godzina zamowienia, czas zamowienia, data zakupu, data transakcji, data sprzedazy, data wystawienia, data faktury, data platnosci, data oplacenia, data utworzenia, utworzono, data, data i czas, data i godzina, czas, dzien, bestelldatum, bestellt am, kaufdatum, rechnungsdatum, belegdatum, auftragsdatum, datum, zeitpunkt, erstellt am',
  total:
    'order total, order value, order amount, order price, order revenue, total, grand total, total price, total amount, total value, total paid, total cost, amount, amount paid, amount total, paid amount, payment value, payment amount, purchase amount, purchase value, transaction amount, transaction value, transaction revenue, invoice total, invoice amount, revenue, net revenue, gross revenue, gross, gross total, gross amount, net amount, net total, total revenue, total sales, sale amount, sales amount, sales, net sales, value, dollar value, spend, spent, amount spent, deal value, deal amount, turnover, wartosc zamowienia, wartosc, wartosc brutto, wartosc netto, wartosc zamowienia brutto, wartosc calkowita, laczna wartosc, kwota, kwota zamowienia, kwota brutto, kwota netto, kwota calkowita, laczna kwota, kwota do zaplaty, do zaplaty, zaplacono, suma, suma zamowienia, razem, razem brutto, cena calkowita, przychod, przychody, obrot, sprzedaz, brutto, wartosc transakcji, wartosc faktury, gesamt, gesamtbetrag, gesamtsumme, gesamtpreis, betrag, summe, umsatz, bestellwert, rechnungsbetrag, endbetrag',
  lineTotal:
    'line total, line amount, line value, line price, line revenue, row total, item total, item amount, item revenue, extended price, extended amount, extended cost, sales, line item total, product revenue, wartosc pozycji, wartosc linii, kwota pozycji, suma pozycji, wartosc produktu, wartosc pozycji brutto, positionsbetrag, positionswert, zeilensumme, positionssumme',
  refunded:
    'refunded, refunded amount, refund, refund amount, refunds, amount refunded, total refunded, total refund, product refund amount, returned amount, zwrot, zwroty, zwrocono, kwota zwrotu, kwota zwrocona, wartosc zwrotu, erstattet, erstattung, erstattungsbetrag, ruckerstattung, gutschrift',
  discount:
    'discount, discounts, discount amount, discount value, total discount, total discounts, order discount, rebate, rabat, kwota rabatu, wartosc rabatu, rabaty, znizka, kwota znizki, upust, rabatt, rabattbetrag, nachlass',
  discountRate:
    'discount rate, discount percent, discount percentage, discount pct, discount %, % discount, rabat procent, rabat %, stopa rabatu, rabat procentowy, procent rabatu, rabatt %, rabattsatz',
  shipping:
    'shipping, shipping cost, shipping costs, shipping price, shipping fee, shipping amount, shipping total, delivery cost, delivery fee, delivery price, freight, freight value, postage, koszt dostawy, koszt wysylki, koszty dostawy, koszty wysylki, cena dostawy, dostawa, wysylka, przesylka, koszt przesylki, versand, versandkosten, lieferkosten, fracht',
  tax: 'tax, taxes, tax amount, total tax, vat, vat amount, sales tax, gst, podatek, podatek vat, kwota vat, kwota podatku, steuer, mwst, mehrwertsteuer, ust',
  currency:
    'currency, currency code, order currency, iso currency, waluta, kod waluty, wahrung, wahrungscode',
  status:
    'status, order status, order state, financial status, payment status, transaction status, invoice status, fulfillment status, status zamowienia, stan zamowienia, stan, status platnosci, status transakcji, bestellstatus, auftragsstatus, zahlungsstatus',
  cancelledAt:
    'cancelled at, canceled at, cancelled on, cancel date, cancellation date, cancelled date, data anulowania, anulowano, storniert am, stornodatum',
  paymentMethod:
    'payment method, payment type, payment, pay method, payment gateway, gateway, method of payment, paid by, tender, metoda platnosci, sposob platnosci, forma platnosci, platnosc, rodzaj platnosci, zahlungsart, zahlungsmethode, bezahlart',
  channel:
    'channel, sales channel, order channel, order source, source, source name, marketplace, sales platform, platform, store, shop, kanal, kanal sprzedazy, zrodlo, zrodlo zamowienia, sklep, platforma, vertriebskanal, verkaufskanal, kanal zamowienia',
  orderCountry:
    'shipping country, ship country, ship to country, delivery country, destination country, order country, shipping address country, kraj dostawy, kraj wysylki, kraj zamowienia, kraj docelowy, lieferland, versandland',
  coupon:
    'coupon, coupons, coupon code, discount code, discount codes, promo code, promotion code, promotion, voucher, voucher code, kupon, kod kuponu, kod rabatowy, kod promocyjny, kody rabatowe, bon, gutschein, gutscheincode, rabattcode',
  shippingMethod:
    'shipping method, ship mode, ship method, shipping type, shipping option, shipping service, delivery method, delivery type, delivery option, carrier, courier, metoda dostawy, sposob dostawy, forma dostawy, rodzaj dostawy, kurier, przewoznik, versandart, liefermethode, lieferart',
  sku: 'sku, product id, product sku, product code, product number, product key, item id, item sku, item number, item no, item code, stock code, stockcode, article number, article no, article id, variant sku, lineitem sku, line item sku, part number, ean, gtin, barcode, upc, asin, symbol, indeks, indeks produktu, kod produktu, kod towaru, id produktu, symbol produktu, nr artykulu, kod ean, artikelnummer, artikel nr, artikelnr, produktnummer, produkt id',
  product:
    'product, product name, product title, product description, products, item, item name, item description, item title, article, article name, title, description, description of goods, lineitem name, line item name, line item, v2 product name, service, nazwa produktu, produkt, produkty, nazwa przedmiotu, przedmiot, nazwa oferty, tytul oferty, oferta, nazwa towaru, towar, nazwa, pozycja, opis, opis produktu, nazwa pozycji, artykul, usluga, artikel, artikelname, artikelbezeichnung, produktname, bezeichnung, ware',
  category:
    'category, product category, product type, product group, product line, item category, item type, category name, department, collection, v2 product category, kategoria, kategoria produktu, kategoria towaru, grupa produktow, grupa towarowa, typ produktu, dzial, kolekcja, kategorie, produktkategorie, warengruppe, produktgruppe, produktart',
  quantity:
    'quantity, qty, units, units sold, unit count, pieces, pcs, item quantity, product quantity, order quantity, lineitem quantity, line item quantity, quantity ordered, items, items sold, item count, number of items, no of items, number of units, number of products, number of cds, count, volume, ilosc, liczba sztuk, ilosc sztuk, sztuki, sztuk, szt, liczba, liczba produktow, ilosc produktow, liczba pozycji, menge, anzahl, stuck, stuckzahl, bestellmenge',
  unitPrice:
    'unit price, price, price each, item price, product price, price per unit, price per item, sale price, selling price, list price, lineitem price, line item price, unit cost, cena, cena jednostkowa, cena brutto, cena netto, cena za sztuke, cena sprzedazy, cena produktu, cena jednostkowa brutto, preis, einzelpreis, stuckpreis, stuckkosten, artikelpreis, verkaufspreis',
  profit:
    'profit, gross profit, net profit, margin, gross margin, margin amount, profit margin, zysk, marza, kwota marzy, gewinn, rohertrag, deckungsbeitrag',
};

const EVENTS = {
  time: 'event time, event date, event datetime, event timestamp, timestamp, time, date, date time, datetime, occurred at, happened at, received at, sent at, visit date, visit time, visit start time, visit started at, session date, session start, activity date, activity time, hit time, created at, created, logged at, day, data zdarzenia, czas zdarzenia, data i godzina zdarzenia, data wizyty, data aktywnosci, data, czas, data i godzina, data i czas, dzien, utworzono, zeitpunkt, zeit, datum, ereignisdatum, zeitstempel, purchase date',
  kind: 'event type, event kind, activity type, interaction type, action type, kind, type, typ zdarzenia, rodzaj zdarzenia, typ aktywnosci, rodzaj aktywnosci, rodzaj, typ, ereignistyp, aktivitatstyp',
  name: 'event name, event, event action, event label, action, activity, activity name, name, subject, feature, page title, page, page path, url, nazwa zdarzenia, zdarzenie, akcja, aktywnosc, nazwa, temat, funkcja, strona, ereignis, ereignisname, aktion, aktivitat',
  channel:
    'channel, channel grouping, channel group, source, source medium, medium, utm source, traffic source, campaign source, kanal, grupa kanalow, zrodlo, zrodlo medium, quelle',
  value:
    'value, event value, amount, revenue, event revenue, wartosc, wartosc zdarzenia, kwota, przychod, wert, betrag, umsatz',
  currency: 'currency, currency code, waluta, kod waluty, wahrung',
};

/** Canonical ids of the commonest report columns, whatever tool they come from. */
const DIMENSIONS = {
  date: 'date, day, data, dzien, datum, tag',
  week: 'week, tydzien, woche',
  month: 'month, miesiac, monat, year month, yearmonth',
  year: 'year, rok, jahr',
  hour: 'hour, hour of day, godzina, stunde',
  dayOfWeekName: 'day of week, weekday, dzien tygodnia, wochentag',
  country: 'country, country territory, kraj, land',
  region: 'region, state, province, wojewodztwo, bundesland',
  city: 'city, miasto, stadt',
  deviceCategory:
    'device, device category, device type, urzadzenie, kategoria urzadzenia, typ urzadzenia, gerat',
  browser: 'browser, przegladarka',
  channel: 'channel, channel group, marketing channel, kanal, grupa kanalow',
  source: 'source, utm source, traffic source, zrodlo, zrodlo ruchu, quelle',
  medium: 'medium, utm medium',
  sourceMedium: 'source medium, zrodlo medium',
  campaign: 'campaign, campaign name, utm campaign, kampania, nazwa kampanii, kampagne',
  adGroup: 'ad group, ad set name, ad group name, grupa reklam, nazwa zestawu reklam, anzeigengruppe',
  page: 'page, pages, url, page url, top pages, page path, landing page, strona, strony, adres url, strona docelowa, seite',
  query:
    'query, queries, top queries, search term, keyword, search keyword, zapytanie, zapytania, haslo, slowo kluczowe, suchbegriff',
  product: 'product, product name, item name, produkt, nazwa produktu, artikel',
  category: 'category, product category, kategoria, kategoria produktu, kategorie',
};

const METRICS = {
  count: {
    sessions: 'sessions, visits, sesje, wizyty, odwiedziny, sitzungen, besuche',
    users: 'users, visitors, unique visitors, uzytkownicy, odwiedzajacy, uu, nutzer, besucher',
    newUsers: 'new users, new visitors, nowi uzytkownicy, neue nutzer',
    customers: 'customers, klienci, liczba klientow, kunden',
    screenPageViews:
      'views, page views, pageviews, odslony, wyswietlenia strony, wyswietlenia stron, seitenaufrufe',
    impressions: 'impressions, impr, wyswietlenia, impresje, impressionen',
    clicks: 'clicks, link clicks, klikniecia, klikniecia linku, klicks',
    conversions: 'conversions, konwersje, konversionen',
    keyEvents: 'key events, kluczowe zdarzenia',
    transactions: 'transactions, orders, purchases, transakcje, zamowienia, zakupy, bestellungen',
    eventCount: 'events, event count, zdarzenia, liczba zdarzen, ereignisse',
    bounces: 'bounces, odrzucenia, absprunge',
    units: 'units, units sold, quantity, items sold, sztuki, liczba sztuk, ilosc, menge',
    reach: 'reach, zasieg, reichweite',
    leads: 'leads, leady',
    sent: 'sent, delivered, recipients, total recipients, wyslane, dostarczone, odbiorcy',
    opens: 'opens, unique opens, otwarcia, unikalne otwarcia, offnungen',
  },
  money: {
    totalRevenue:
      'revenue, total revenue, sales, total sales, net sales, przychod, przychody, laczne przychody, sprzedaz, umsatz',
    cost: 'cost, spend, ad spend, amount spent, koszt, koszty, wydatki, wydana kwota, kosten, ausgaben',
    conversionValue:
      'conv value, conversion value, conversions value, purchase value, wartosc konwersji, konversionswert',
    averageCostPerClick: 'cpc, avg cpc, average cpc, sredni cpc, sr cpc',
    costPerConversion: 'cost conv, cost per conversion, cost per results, koszt konwersji, koszt konw',
    averageOrderValue: 'aov, average order value, srednia wartosc zamowienia, durchschnittlicher bestellwert',
  },
  rate: {
    clickThroughRate: 'ctr, click through rate, click rate, wspolczynnik klikniec, klickrate',
    bounceRate: 'bounce rate, wspolczynnik odrzucen, absprungrate',
    conversionRate: 'conversion rate, conv rate, cr, wspolczynnik konwersji, konversionsrate',
    engagementRate: 'engagement rate, wspolczynnik zaangazowania',
    openRate: 'open rate, wspolczynnik otwarc, offnungsrate',
  },
  seconds: {
    averageSessionDuration:
      'avg session duration, average session duration, visit duration, sredni czas trwania sesji',
  },
  ratio: {
    position: 'position, average position, avg position, pozycja, srednia pozycja',
    returnOnAdSpend: 'roas, conv value cost',
    pagesPerSession: 'pages session, pages per session, strony sesja, strony na sesje',
  },
};

export const HEADER_SYNONYMS = {
  keys: KEYS,
  facts: FACTS,
  orders: ORDERS,
  events: EVENTS,
  dimensions: DIMENSIONS,
  metrics: METRICS,
} as const;
