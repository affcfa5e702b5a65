import type { en } from '../en/common';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const count = (v: number, one: string, few: string, many: string, other = few) =>
  `${n(v)} ${plural('pl', v, { one, few, many, other })}`;

export const pl: Shape<typeof en> = {
  productName: 'Segment Lens',
  nav: {
    label: 'Obszar roboczy',
    data: 'Dane',
    segments: 'Segmenty',
    compare: 'Porównanie',
    discover: 'Odkrywanie',
    privacy: 'Prywatność',
    settings: 'Ustawienia',
    skip: 'Przejdź do treści',
  },
  language: 'Język',
  languages: { en: 'English', pl: 'Polski' },
  action: {
    cancel: 'Anuluj',
    close: 'Zamknij',
    save: 'Zapisz',
    remove: 'Usuń',
    delete: 'Usuń',
    keep: 'Zachowaj',
    retry: 'Spróbuj ponownie',
    more: 'Więcej',
    show: 'Pokaż',
    hide: 'Ukryj',
    showAll: 'Pokaż wszystkie',
    copyTable: 'Kopiuj tabelę',
    copied: 'Skopiowano. Możesz wkleić tabelę do arkusza lub dokumentu.',
    copyFailed: 'Przeglądarka nie pozwoliła kopiować. Zaznacz tabelę i skopiuj ją z klawiatury.',
    download: 'Pobierz',
    edit: 'Edytuj',
    back: 'Wstecz',
    clear: 'Wyczyść',
  },
  table: {
    sortBy: (column) => `Sortuj według: ${column}`,
    sortedUp: 'posortowane rosnąco',
    sortedDown: 'posortowane malejąco',
    empty: 'Brak wierszy.',
    showing: (from, to, total) => `${n(from)}–${n(to)} z ${n(total)}`,
    previous: 'Poprzednia strona',
    next: 'Następna strona',
    page: 'Strona',
    pageOf: (pages) => `z ${n(pages)}`,
  },
  chip: {
    remove: (name) => `Usuń: ${name}`,
  },
  everyone: 'Wszyscy',
  everyoneElse: 'Wszyscy pozostali',
  notKnown: 'brak danych',
  loading: 'Wczytuję…',
  working: 'Pracuję…',
  stale: 'Odświeżam…',
  notice: { error: 'Błąd', warning: 'Uwaga', note: 'Informacja', done: 'Gotowe' },
  progress: {
    reading: 'Czytam plik',
    typing: 'Odczytuję wartości',
    joining: 'Łączę wiersze w osoby i zamówienia',
    writing: 'Zapisuję',
    measuring: 'Liczenie',
    rowsAndBytes: (rows, bytes, total) => `${rows} · ${bytes} z ${total}`,
  },
  csv: {
    format: 'Format CSV',
    standard: 'Przecinek, kropka dziesiętna',
    excelPl: 'Polski Excel (średnik, przecinek dziesiętny)',
  },
  currencyMissing: 'bez waluty',
  count: {
    rows: (v) => count(v, 'wiersz', 'wiersze', 'wierszy', 'wiersza'),
    columns: (v) => count(v, 'kolumna', 'kolumny', 'kolumn', 'kolumny'),
    customers: (v) => count(v, 'klient', 'klientów', 'klientów', 'klienta'),
    orders: (v) => count(v, 'zamówienie', 'zamówienia', 'zamówień', 'zamówienia'),
    events: (v) => count(v, 'zdarzenie', 'zdarzenia', 'zdarzeń', 'zdarzenia'),
    segments: (v) => count(v, 'segment', 'segmenty', 'segmentów', 'segmentu'),
    files: (v) => count(v, 'plik', 'pliki', 'plików', 'pliku'),
    tables: (v) => count(v, 'tabela', 'tabele', 'tabel', 'tabeli'),
    reports: (v) => count(v, 'raport', 'raporty', 'raportów', 'raportu'),
    people: (v) => count(v, 'osoba', 'osoby', 'osób', 'osoby'),
    days: (v) => count(v, 'dzień', 'dni', 'dni', 'dnia'),
    values: (v) => count(v, 'wartość', 'wartości', 'wartości', 'wartości'),
  },
};
