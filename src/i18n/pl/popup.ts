import type { en, first as firstEn } from '../en/popup';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = /* @__PURE__ */ new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const count = (v: number, one: string, few: string, many: string, other = few) =>
  `${n(v)} ${plural('pl', v, { one, few, many, other })}`;
const rows = (v: number) => count(v, 'wiersz', 'wiersze', 'wierszy', 'wiersza');

export const first: Shape<typeof firstEn> = {
  onThisPage: 'Na tej stronie',
  looking: 'Sprawdzam stronę…',
  now: 'Segmenty teraz',
};

export const pl: Shape<typeof en> = {
  offer: {
    ask: 'Co jest na tej stronie?',
    askNote: 'Bez pytania niczego nie czytamy.',
    again: 'Sprawdź ponownie',
    changed: 'Strona zmieniła się od sprawdzenia.',
    rows: (here, stated) =>
      stated !== null && stated > here ? `${n(here)} z ${n(stated)} wierszy` : rows(here),
    columns: (v) => count(v, 'kolumna', 'kolumny', 'kolumn', 'kolumny'),
    collect: (v) => `Zbierz ${rows(v)}`,
    look: 'Wiersze i kolumny',
    table: (place, all) => `Tabela ${place} z ${all}`,
    which: 'Która tabela',
    untitled: 'Tabela bez tytułu',
    beyond: (v) =>
      `${plural('pl', v, { one: 'Jest jeszcze', few: 'Są jeszcze', many: 'Jest jeszcze', other: 'Jest jeszcze' })} ${count(v, 'tabela', 'tabele', 'tabel', 'tabeli')} poza listą.`,
    partly: 'Zbierane są tylko wiersze wczytane przez stronę.',
    leftOut: (v) => `bez ${count(v, 'kolumny', 'kolumn', 'kolumn', 'kolumny')}`,
    personal: (names) => `Dane osobowe: ${names}`,
    personalNone: 'Nie widać danych osobowych',
    personalMark: 'dane osobowe',
    personalKind: {
      email: 'adres e-mail',
      phone: 'numer telefonu',
      name: 'imię lub nazwisko',
      address: 'adres',
      birth: 'data urodzenia',
      id: 'numer klienta',
    },
    inFrame: 'w ramce',
  },
  review: {
    title: 'Co zostanie zachowane',
    note: 'Odznacz kolumnę, żeby ją pominąć. Zostanie na stronie i nie będzie zapisana.',
    keep: (header) => `Zachowaj: ${header}`,
    sample: 'Pierwsze wiersze',
    leaveOutPersonal: 'Pomiń dane osobowe',
    back: 'Wstecz',
    nothing: 'Zachowaj co najmniej jedną kolumnę.',
  },
  none: {
    'browser-page': {
      why: 'To strona samej przeglądarki, żadne rozszerzenie nie może jej czytać.',
      todo: 'Otwórz raport, sklep lub CRM i tam kliknij Segment Lens.',
    },
    'store-page': {
      why: 'Sklep z rozszerzeniami nie pozwala rozszerzeniom czytać swoich stron.',
      todo: 'Otwórz raport, sklep lub CRM i tam kliknij Segment Lens.',
    },
    'no-permission': {
      why: 'Przeglądarka nie pozwoliła przeczytać tej strony.',
      todo: 'Kliknij przycisk Segment Lens na pasku narzędzi, gdy strona jest na wierzchu.',
    },
    'no-table': {
      why: 'Na tej stronie nie ma tabeli.',
      todo: 'Otwórz raport lub listę albo dodaj wyeksportowany plik w obszarze roboczym.',
    },
    'no-tab': {
      why: 'W tym oknie nie ma otwartej strony.',
      todo: 'Otwórz raport, sklep lub CRM i tam kliknij Segment Lens.',
    },
  },
  collecting: {
    reading: (read, total) => `Czytam ${n(read)} z ${n(total)} wierszy`,
    understanding: 'Rozpoznaję kolumny…',
    storing: 'Zapisuję…',
    cancel: 'Anuluj',
    kept: (kept, seen) =>
      kept === seen
        ? `Zachowano ${rows(kept)}`
        : `Zachowano ${n(kept)} z ${n(seen)} wierszy, odrzucono ${n(seen - kept)}`,
    recognised: (as) => `Rozpoznano: ${as}.`,
    remembered: 'Przypisano tak jak ostatnio.',
    guessed: (as) => `Prawdopodobnie „${as}”, ale to przypuszczenie.`,
    guessedUnknown: 'Te kolumny są nowe, więc ich przypisanie to przypuszczenie.',
    look: 'Sprawdź przypisanie',
    keepAnyway: 'Zachowaj tak',
    duplicate: 'Ta sama tabela już jest zapisana. Zachować ją drugi raz?',
    nothing: 'W tej tabeli nie było czego zachować.',
    inInbox: 'Czeka w skrzynce w części Dane.',
    cancelled: 'Zatrzymano. Nic nie zapisano.',
    more: 'Zbierz kolejną',
    details: 'Zobacz, co zachowano',
  },
  now: {
    noneTitle: 'Nie ma jeszcze danych.',
    noneText: 'Zbierz tabelę z tej strony albo dodaj plik.',
    addFile: 'Dodaj plik',
    trySample: 'Wypróbuj na przykładzie',
    noComparison: 'Wybierz segmenty do porównania w obszarze roboczym.',
    older: (when) => `Stan z ${when}; odświeżam.`,
    oldData: (when) => `Stan z ${when}.`,
    failed: 'Nie udało się odświeżyć porównania. To jest ostatnie.',
    failedNothing: 'Nie udało się zrobić porównania. Dane są nietknięte.',
    retry: 'Spróbuj ponownie',
    sentence: (metric, lines) => `${metric}. ${lines}`,
  },
  foot: {
    workspace: 'Obszar roboczy',
    csv: 'CSV',
    csvLabel: 'Eksportuj porównanie do CSV',
    panel: 'Panel boczny',
    csvFailed: 'Nie udało się utworzyć pliku. Nic nie zapisano.',
    panelFailed: 'Przeglądarka nie otworzyła panelu bocznego. Otwórz go z menu przeglądarki.',
  },
};
