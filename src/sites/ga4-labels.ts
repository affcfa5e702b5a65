import { headerWords } from '../ingest/mapping/header-words';
import type { MetricUnit } from '../ingest/mapping/map-column';

/** A GA4 column in the words of one of its interfaces, under the name the Data API gives it. */
export type Ga4Label =
  | { readonly kind: 'dimension'; readonly id: string; readonly ga4Only: boolean }
  | { readonly kind: 'metric'; readonly id: string; readonly unit: MetricUnit; readonly ga4Only: boolean };

/**
 * Labels by canonical id, in English | Polish | German | French | Spanish, older names after newer. GA4 renames
 * (Users → Active users, Conversions → Key events) keep one id. Sources: exports, parsers written against exports,
 * Google's documentation; where Google's own words could not be seen, the interface's as remembered.
 */
const METRICS: Readonly<Record<MetricUnit, Readonly<Record<string, string>>>> = {
  count: {
    activeUsers:
      'Active users | Aktywni użytkownicy | Aktive Nutzer | Utilisateurs actifs | Usuarios activos | Users | Użytkownicy | Nutzer | Utilisateurs | Usuarios',
    totalUsers:
      "Total users | Łączna liczba użytkowników | Użytkownicy łącznie | Nutzer insgesamt | Gesamtzahl der Nutzer | Nombre total d'utilisateurs | Total d'utilisateurs | Usuarios totales | Total de usuarios",
    newUsers:
      'New users | Nowi użytkownicy | Neue Nutzer | Nouveaux utilisateurs | Usuarios nuevos | Nuevos usuarios',
    returningUsers:
      'Returning users | Powracający użytkownicy | Wiederkehrende Nutzer | Utilisateurs connus | Usuarios recurrentes',
    sessions: 'Sessions | Sesje | Sitzungen | Sesiones',
    engagedSessions:
      'Engaged sessions | Sesje z zaangażowaniem | Zaangażowane sesje | Sitzungen mit Interaktionen | Sessions avec engagement | Sesiones con interacción',
    screenPageViews:
      'Views | Wyświetlenia | Aufrufe | Vues | Vistas | Visualizaciones | Screen views | Page views',
    eventCount:
      "Event count | Liczba zdarzeń | Ereignisanzahl | Nombre d'événements | Número de eventos | Recuento de eventos",
    keyEvents:
      'Key events | Kluczowe zdarzenia | Schlüsselereignisse | Événements clés | Eventos clave | Conversions | Konwersje | Conversiones',
    transactions: 'Transactions | Transakcje | Transaktionen | Transacciones',
    ecommercePurchases:
      'Ecommerce purchases | Zakupy e-commerce | E-Commerce-Käufe | Achats en ligne | Compras de comercio electrónico',
    totalPurchasers: 'Total purchasers | Łączna liczba kupujących | Käufer insgesamt | Compradores totales',
    firstTimePurchasers: 'First time purchasers | Kupujący po raz pierwszy | Erstkäufer',
    addToCarts: 'Add to carts | Dodania do koszyka | In den Einkaufswagen | Ajouts au panier',
    checkouts: 'Checkouts | Przejścia do kasy | Bezahlvorgänge | Paiements',
    itemsViewed: 'Items viewed | Wyświetlone produkty | Angesehene Artikel | Articles consultés',
    itemsAddedToCart: 'Items added to cart | Produkty dodane do koszyka',
    itemsPurchased: 'Items purchased | Kupione produkty | Gekaufte Artikel | Articles achetés',
    exits: 'Exits | Wyjścia | Ausstiege | Sorties | Salidas',
    entrances: 'Entrances | Wejścia | Einstiege | Entrées | Entradas',
    active1DayUsers: '1 day | 1-Day | 1 dzień | 1 Tag | 1 jour | 1 día',
    active7DayUsers: '7 days | 7-Day | 7 dni | 7 Tage | 7 jours | 7 días',
    active28DayUsers: '28 days | 28-Day | 28 dni | 28 Tage | 28 jours | 28 días',
    active30DayUsers: '30 days | 30-Day | 30 dni | 30 Tage | 30 jours | 30 días',
  },
  money: {
    totalRevenue:
      'Total revenue | Łączne przychody | Przychody ogółem | Gesamtumsatz | Revenu total | Ingresos totales',
    purchaseRevenue:
      "Purchase revenue | Przychody z zakupów | Kaufumsatz | Umsatz aus Käufen | Revenus d'achats | Ingresos por compras",
    itemRevenue: 'Item revenue | Przychody z produktów | Artikelumsatz | Revenu par article',
    averagePurchaseRevenue: 'Average purchase revenue | Średnie przychody z zakupu',
    averageRevenuePerUser:
      'ARPU | Average revenue per user | Average revenue per active user | Średni przychód na użytkownika',
    averagePurchaseRevenuePerPayingUser: 'ARPPU | Average purchase revenue per paying user',
    lifetimeValue: 'LTV | Lifetime value | Wartość od początku śledzenia',
  },
  rate: {
    engagementRate:
      "Engagement rate | Współczynnik zaangażowania | Engagement-Rate | Taux d'engagement | Porcentaje de interacciones",
    bounceRate: 'Bounce rate | Współczynnik odrzuceń | Absprungrate | Taux de rebond | Porcentaje de rebote',
    sessionKeyEventRate:
      'Session key event rate | Współczynnik kluczowych zdarzeń w sesji | Współczynnik kluczowych zdarzeń sesji | Sitzung-Schlüsselereignisrate | Session conversion rate | Współczynnik konwersji sesji',
    userKeyEventRate:
      'User key event rate | Współczynnik kluczowych zdarzeń użytkownika | Współczynnik kluczowych zdarzeń na użytkownika | Nutzer – Schlüsselereignisrate | User conversion rate | Współczynnik konwersji użytkownika',
    purchaserRate: 'Purchaser conversion | Purchaser rate | Współczynnik kupujących',
    crashFreeUsersRate: 'Crash-free users | Crash-free users rate | Użytkownicy bez awarii',
  },
  seconds: {
    averageEngagementTime:
      'Average engagement time | Średni czas zaangażowania | Durchschnittliche Interaktionsdauer',
    averageEngagementTimePerActiveUser:
      'Average engagement time per active user | Średni czas zaangażowania na aktywnego użytkownika | Durchschnittliche Interaktionsdauer pro aktivem Nutzer | Average engagement time per user',
    averageEngagementTimePerSession:
      'Average engagement time per session | Średni czas zaangażowania na sesję | Durchschnittliche Interaktionsdauer pro Sitzung',
    averageSessionDuration:
      'Average session duration | Średni czas trwania sesji | Durchschnittliche Sitzungsdauer | Durée moyenne des sessions | Duración media de la sesión',
    userEngagementDuration:
      'User engagement | User engagement duration | Zaangażowanie użytkowników | Nutzerinteraktion',
  },
  ratio: {
    engagedSessionsPerActiveUser:
      'Engaged sessions per active user | Sesje z zaangażowaniem na aktywnego użytkownika | Sitzungen mit Interaktionen pro aktivem Nutzer | Sessions avec engagement par utilisateur actif | Engaged sessions per user | Sesje z zaangażowaniem na użytkownika',
    eventsPerSession:
      'Events per session | Zdarzenia na sesję | Ereignisse pro Sitzung | Événements par session | Eventos por sesión',
    eventCountPerActiveUser:
      'Event count per active user | Liczba zdarzeń na aktywnego użytkownika | Ereignisanzahl pro aktivem Nutzer | Event count per user | Liczba zdarzeń na użytkownika',
    screenPageViewsPerActiveUser:
      'Views per active user | Wyświetlenia na aktywnego użytkownika | Aufrufe pro aktivem Nutzer | Vues par utilisateur actif | Views per user | Wyświetlenia na użytkownika',
    screenPageViewsPerSession: 'Views per session | Wyświetlenia na sesję | Aufrufe pro Sitzung',
    sessionsPerUser:
      'Sessions per user | Sesje na użytkownika | Sessions per active user | Sesje na aktywnego użytkownika | Sitzungen pro Nutzer',
    dauPerMau: 'DAU / MAU',
    dauPerWau: 'DAU / WAU',
    wauPerMau: 'WAU / MAU',
  },
};

const DIMENSIONS: Readonly<Record<string, string>> = {
  sessionPrimaryChannelGroup:
    'Session primary channel group | Sesja – podstawowa grupa kanałów | Podstawowa grupa kanałów sesji | Sitzung – primäre Channelgruppe | Grupo de canales principal de la sesión',
  sessionDefaultChannelGroup:
    'Session default channel group | Session default channel grouping | Sesja – domyślna grupa kanałów | Domyślna grupa kanałów sesji | Sitzung – Standardchannelgruppe',
  firstUserPrimaryChannelGroup:
    'First user primary channel group | Pierwszy użytkownik – podstawowa grupa kanałów | Primer grupo de canales principal del usuario',
  firstUserDefaultChannelGroup:
    'First user default channel group | First user default channel grouping | Pierwszy użytkownik – domyślna grupa kanałów | Erste Nutzerinteraktion – Standardchannelgruppe',
  defaultChannelGroup: 'Default channel group | Domyślna grupa kanałów | Standardchannelgruppe',
  sessionSourceMedium:
    'Session source / medium | Sesja – źródło / medium | Źródło / medium sesji | Sitzung – Quelle/Medium | Source/Support de la session | Fuente/medio de la sesión',
  sessionSource: 'Session source | Sesja – źródło | Źródło sesji | Sitzung – Quelle | Fuente de la sesión',
  sessionMedium: 'Session medium | Sesja – medium | Medium sesji | Sitzung – Medium | Medio de la sesión',
  sessionCampaignName:
    'Session campaign | Session campaign name | Sesja – kampania | Kampania sesji | Sitzung – Kampagne | Campaña de la sesión',
  firstUserSourceMedium:
    'First user source / medium | Pierwszy użytkownik – źródło / medium | Erste Nutzerinteraktion – Quelle/Medium',
  firstUserSource: 'First user source | Pierwszy użytkownik – źródło | Erste Nutzerinteraktion – Quelle',
  firstUserMedium: 'First user medium | Pierwszy użytkownik – medium | Erste Nutzerinteraktion – Medium',
  firstUserCampaignName:
    'First user campaign | First user campaign name | Pierwszy użytkownik – kampania | Erste Nutzerinteraktion – Kampagne',
  sourceMedium: 'Source / medium | Źródło / medium | Quelle/Medium',
  eventName: 'Event name | Nazwa wydarzenia | Nazwa zdarzenia | Ereignisname | Nombre del evento',
  isKeyEvent: 'Is key event | Is conversion event | Kluczowe zdarzenie',
  pageTitle:
    'Page title and screen class | Page title and screen name | Page title | Tytuł strony i klasa ekranu | Tytuł strony | Seitentitel und Bildschirmklasse | Seitentitel',
  pagePath:
    'Page path and screen class | Page path | Ścieżka strony i klasa ekranu | Ścieżka strony | Seitenpfad und Bildschirmklasse | Seitenpfad',
  pagePathPlusQueryString: 'Page path + query string | Ścieżka strony i ciąg zapytania',
  landingPage:
    'Landing page | Landing page + query string | Strona docelowa | Strona docelowa i ciąg zapytania | Landingpage | Page de destination | Página de destino',
  contentGroup: 'Content group | Grupa treści',
  country: 'Country | Kraj | Land | Pays | País',
  countryId: 'Country ID | Identyfikator kraju | Landes-ID',
  region: 'Region | Région | Región',
  city: 'City | Miasto | Stadt | Ville | Ciudad',
  continent: 'Continent | Kontynent | Kontinent',
  language: 'Language | Język | Sprache | Langue | Idioma',
  deviceCategory:
    "Device category | Kategoria urządzenia | Gerätekategorie | Catégorie d'appareil | Categoría de dispositivo",
  deviceModel: 'Device model | Model urządzenia | Gerätemodell',
  browser: 'Browser | Przeglądarka | Navigateur | Navegador',
  operatingSystem: "Operating system | System operacyjny | Betriebssystem | Système d'exploitation",
  operatingSystemWithVersion: 'OS with version | System operacyjny z wersją',
  platform: 'Platform | Platforma | Plattform | Plate-forme | Plataforma',
  screenResolution: 'Screen resolution | Rozdzielczość ekranu | Bildschirmauflösung',
  userAgeBracket: 'Age | Wiek | Alter',
  userGender: 'Gender | Płeć | Geschlecht',
  brandingInterest: 'Interests | Zainteresowania | Interessen',
  newVsReturning: 'New / returning | New / established | Nowi / powracający',
  itemName: 'Item name | Nazwa produktu | Artikelname',
  itemId: 'Item ID | Identyfikator produktu | Artikel-ID',
  itemCategory: 'Item category | Kategoria produktu | Artikelkategorie',
  itemBrand: 'Item brand | Marka produktu | Artikelmarke',
  audienceName: 'Audience name | Nazwa grupy odbiorców | Zielgruppenname',
  streamName: 'Stream name | Nazwa strumienia | Streamname',
  appVersion: 'App version | Wersja aplikacji | Latest release',
  nthDay: 'Nth day | N-ty dzień | N-ter Tag | Énième jour | N.º día',
  nthWeek: 'Nth week | N-ty tydzień | N-te Woche',
  nthMonth: 'Nth month | N-ty miesiąc | N-ter Monat',
  nthYear: 'Nth year | N-ty rok',
  nthHour: 'Nth hour | N-ta godzina',
  date: 'Date | Data | Datum | Fecha',
  dateHour: 'Date + hour | Date + hour (YYYYMMDDHH)',
  hour: 'Hour | Godzina | Stunde | Heure | Hora',
  dayOfWeekName: 'Day of week | Dzień tygodnia | Wochentag',
  day: 'Day | Dzień | Tag | Jour | Día',
  week: 'Week | Tydzień | Woche | Semaine | Semana',
  month: 'Month | Miesiąc | Monat | Mois | Mes',
  year: 'Year | Rok | Jahr | Année | Año',
  cohort: 'Cohort | Kohorta | Kohorte | Cohorte',
};

/** Columns that other tools have under the same names: alone they prove nothing. */
const SHARED = /* @__PURE__ */ new Set(
  /* @__PURE__ */ (
    'sessions screenPageViews transactions bounceRate totalRevenue exits lifetimeValue checkouts active1DayUsers ' +
    'active7DayUsers active28DayUsers active30DayUsers country countryId region city continent language browser ' +
    'operatingSystem platform userAgeBracket userGender itemName itemId itemCategory date hour dayOfWeekName day ' +
    'week month year cohort landingPage pageTitle pagePath eventName appVersion deviceCategory deviceModel ' +
    'sourceMedium audienceName'
  ).split(' '),
);
/** Names GA4 has given up, and everybody else uses. */
const COMMON_WORDS = /* @__PURE__ */ new Set(
  'users uzytkownicy nutzer utilisateurs usuarios conversions konwersje conversiones'.split(' '),
);

const BY_WORDS: ReadonlyMap<string, Ga4Label> = /* @__PURE__ */ build();

function build(): Map<string, Ga4Label> {
  const all = new Map<string, Ga4Label>();
  const add = (labels: string, make: (ga4Only: boolean) => Ga4Label, id: string) => {
    for (const label of labels.split(' | ')) {
      const words = headerWords(label);
      all.set(words, make(!SHARED.has(id) && !COMMON_WORDS.has(words)));
    }
  };
  for (const unit of Object.keys(METRICS) as MetricUnit[]) {
    for (const [id, labels] of Object.entries(METRICS[unit])) {
      add(labels, (ga4Only) => ({ kind: 'metric', id, unit, ga4Only }), id);
    }
  }
  for (const [id, labels] of Object.entries(DIMENSIONS)) {
    add(labels, (ga4Only) => ({ kind: 'dimension', id, ga4Only }), id);
  }
  return all;
}

/** What a header means in GA4, whatever the interface's language; null where it is not one of its known labels. */
export function ga4Label(header: string): Ga4Label | null {
  const words = headerWords(header);
  // `Session primary channel group (Default Channel Group)` names which grouping stands behind it.
  return BY_WORDS.get(words) ?? BY_WORDS.get(headerWords(header.replace(/\s*\([^()]*\)\s*$/, ''))) ?? null;
}
