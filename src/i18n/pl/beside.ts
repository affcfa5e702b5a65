import type { en } from '../en/beside';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const count = (v: number, one: string, few: string, many: string, other = few) =>
  `${n(v)} ${plural('pl', v, { one, few, many, other })}`;
const rows = (v: number) => count(v, 'wiersz', 'wiersze', 'wierszy', 'wiersza');
const people = (v: number) => count(v, 'klient', 'klientów', 'klientów', 'klienta');

export const pl: Shape<typeof en> = {
  ask: 'Porównaj to, co jest na stronie',
  askNote: 'Bez pytania niczego nie czytamy i bez Twojej zgody niczego nie zapisujemy.',
  reading: (done, total) => `Czytam ${n(done)} z ${n(total)} wierszy`,
  understanding: 'Rozpoznaję kolumny…',
  cancel: 'Anuluj',
  again: 'Odczytaj ponownie',
  changed: 'Strona zmieniła się od odczytu.',
  elsewhere: 'Na wierzchu jest teraz inna strona. Te liczby są z poprzedniej.',
  elsewhereAsk: 'Porównaj stronę na wierzchu',
  gone: 'Tej tabeli nie ma już na stronie. To jej ostatnie liczby.',
  which: 'Która tabela',
  rowsRead: (read, stated) =>
    stated !== null && stated > read
      ? `odczytano ${n(read)} z ${n(stated)} wierszy`
      : `odczytano ${rows(read)}`,
  refused: (v) => `${rows(v)} bez możliwości użycia`,
  keptAlready: 'ta tabela jest już zachowana',
  readAt: (when) => `odczyt: ${when}`,
  finish: 'Przerwij i porównaj te',
  standsOn: (read, stated, gathered) =>
    stated === null
      ? `Te liczby są z ${gathered ? 'zebranych' : 'widocznych'} wierszy (${n(read)}); strona może mieć ich więcej.`
      : `Te liczby są z ${n(read)} z ${n(stated)} wierszy.`,
  compareAll: (stated) =>
    stated === null ? 'Zbierz i porównaj wszystkie' : `Zbierz i porównaj wszystkie ${n(stated)}`,
  keepTitle: 'Zachowaj tę tabelę',
  keepNote: 'Na razie nic z niej nie jest zapisane.',
  nothing: {
    'no-table': 'Nie ma w niej wierszy, które dałoby się porównać.',
    'no-values':
      'Nie ma w niej wartości z liczbami: raport potrzebuje kolumny z nazwami i kolumny z liczebnościami.',
    'no-keys':
      'Wierszy nie da się dopasować do Twoich klientów: nie ma w nich e-maila, telefonu, numeru klienta ani numeru zamówienia.',
  },
  notes: 'Co warto wiedzieć o tych liczbach',
  otherParts: (v) =>
    v === 1
      ? 'W tabeli jest jeszcze inny okres albo inny rodzaj wierszy; tu go nie pokazujemy.'
      : `W tabeli są jeszcze inne okresy albo rodzaje wierszy (${n(v)}); tu ich nie pokazujemy.`,
  totals: {
    agree: (headers) => `Wiersze sumują się do podsumowania strony: ${headers}.`,
    differ: (header, kept, stated) => `${header}: wiersze dają razem ${kept}, strona podaje ${stated}.`,
    partly:
      'Strona podaje więcej wierszy, niż odczytano, więc jej podsumowanie obejmuje więcej niż te liczby.',
  },
  values: {
    title: 'Wartości obok siebie',
    by: 'Według',
    metric: 'Wskaźnik',
    compared: 'Współczynniki z liczebnościami',
    totals: 'Sumy i ilorazy, bez testu',
    asShown: 'Tak jak na stronie, bez testu',
    sort: 'Kolejność',
    sorts: { size: 'od największych', value: 'według wartości', difference: 'według różnicy' },
    shown: (shown, all) =>
      shown < all
        ? `${n(shown)} największych z ${n(all)} wartości`
        : count(all, 'wartość', 'wartości', 'wartości'),
    more: 'Więcej wartości',
    fewer: 'Mniej wartości',
    rest: (value) => `pozostałe wiersze ${value}`,
    corrected: (tests) =>
      `Każda wartość wobec wszystkich pozostałych wierszy; znaki uwzględniają poprawkę na wszystkie testy w tej tabeli (${n(tests)}, odsetek fałszywych odkryć 5%).`,
    untested: 'Tylko do wglądu: raport nie ma liczebności, na których dałoby się to przetestować.',
    oneValue: 'Jest tylko jedna wartość, więc nie ma jej z czym porównać.',
    severalRows: 'kilka wierszy',
    noTests: 'Żadna kolumna nie jest współczynnikiem z liczebnościami, więc niczego nie testujemy.',
    everyone: 'Wszystkie wiersze',
    copy: 'Kopiuj tabelę',
    of: (hits, all) => `${hits} z ${all}`,
    difference: 'Różnica',
    interval: 'Przedział 95%',
    verdict: 'Ocena',
    value: 'Wartość',
  },
  differs: {
    title: 'Co różni się najbardziej',
    none: 'Żaden współczynnik żadnej wartości nie różni się od pozostałych wierszy bardziej, niż mógłby to zrobić przypadek.',
    line: (metric, here, rest) => `${metric} ${here}, pozostałe wiersze ${rest}`,
  },
  apart: {
    title: (value) => `Co wyróżnia: ${value}`,
    none: 'Nic innego w raporcie nie różni się bardziej, niż mógłby to zrobić przypadek.',
    share: (value) => `${value}: udział`,
  },
  people: {
    title: 'Twoi klienci według tego samego',
    from: (label) => `Na podstawie danych o nich: ${label}.`,
    known: (known, all) => `Wiadomo to o ${n(known)} z ${n(all)} klientów.`,
    segment: 'Segment',
    count: (v) => people(v),
    nobody: 'nikogo w danych',
    unknown: (v) => `o ${n(v)} nie da się powiedzieć`,
    corrected:
      'Udział segmentu wśród nich wobec pozostałych klientów, o których to wiadomo; z poprawką na wszystkie te porównania.',
    keep: 'Zachowaj jako segment',
    kept: 'Zachowano i wybrano do porównania poniżej.',
    keptFull: 'Zachowano. Osiem segmentów jest już wybranych, więc tego wśród nich nie ma.',
    name: (label, value) => `${label}: ${value}`,
    more: 'Otwórz segmenty',
    compare: 'Otwórz porównanie',
    noSegments: 'Nie ma jeszcze segmentów klientów, które można by tak rozłożyć.',
    elsewhere: 'Nic, co wiadomo o Twoich klientach, nie mówi tego samego co ta kolumna.',
  },
  list: {
    title: 'Klienci na tej stronie',
    none: 'Żaden z tych wierszy nie jest klientem z Twoich danych.',
    noPeople: 'Nie masz jeszcze żadnych klientów w danych, więc nie ma z kim dopasować tych wierszy.',
    known: (known, all) => `${n(known)} z ${n(all)} wierszy to klienci z Twoich danych`,
    people: (v) => `${people(v)}, każdy liczony raz`,
    by: (key, v) => `${key}: ${n(v)}`,
    keys: {
      personId: 'numer klienta',
      crmId: 'numer w CRM',
      userId: 'numer użytkownika',
      clientId: 'numer przeglądarki',
      email: 'e-mail',
      phone: 'telefon',
      orderId: 'numer zamówienia',
    },
    notHeld: (v) => `${n(v)} spoza danych`,
    ambiguous: (v) => `${n(v)} może być kilkoma osobami`,
    contradicted: (v) => `${n(v)} przeczy pewniejszemu numerowi`,
    withoutKey: (v) => `${n(v)} bez niczego do dopasowania`,
    segments: 'Ich segmenty',
    segmentsNote:
      'Udział wśród klientów z listy wobec wszystkich pozostałych; z poprawką na wszystkie te segmenty.',
    everyone: (share) => `wszyscy klienci ${share}`,
    unknown: (v) => `o ${n(v)} nie da się powiedzieć`,
    sort: 'Kolejność',
    sorts: {
      page: 'jak na stronie',
      revenue: 'przychód',
      orders: 'zamówienia',
      'last-order': 'ostatnie zamówienie',
    },
    orders: (v) => count(v, 'zamówienie', 'zamówienia', 'zamówień', 'zamówienia'),
    last: (day) => `ostatnie ${day}`,
    status: {
      'not-held': 'spoza danych',
      ambiguous: 'może być kilkoma osobami',
      contradicted: 'przeczy pewniejszemu numerowi',
      'without-key': 'brak danych do dopasowania',
    },
    noSegment: 'w żadnym segmencie',
    asOf: (day) => `Stan na ${day}.`,
    row: 'Wiersz',
    who: 'Klient',
    segment: 'Segment',
    private: 'Ta lista zostaje w panelu. Nic z niej nie trafia na stronę.',
  },
};
