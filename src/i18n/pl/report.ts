import type { en } from '../en/report';
import { plural } from '../plural';
import type { Shape } from '../shape';

const n = (value: number) => value.toLocaleString('pl-PL');

export const pl: Shape<typeof en> = {
  button: 'Raport',
  saved: (name) => `Zapisano ${name}. Otwórz go i wydrukuj, żeby mieć PDF.`,
  failed: 'Nie udało się przygotować raportu. Niczego nie zapisano.',
  making: 'Przygotowuję raport…',
  title: 'Porównanie segmentów',
  asOf: 'Stan na',
  period: 'Mierzony czas',
  measuredHeld: 'wszystko, co zebrano do tego dnia',
  measuredAfter: (range) => `wyniki po tym dniu: ${range}`,
  measuredLast: (range) => `dni przed nim: ${range}`,
  undated: 'brak zamówień i zdarzeń z datą',
  against: 'Punkt odniesienia',
  everyoneElse: 'pozostali',
  currency: 'Waluta',
  noCurrency: 'nie podano w danych',
  customers: 'Klienci',
  made: 'Przygotowano',
  madeWith: (when) => `Segment Lens, ${when}, tylko na tym komputerze`,
  descriptive:
    'Opis, nie prognoza: segmenty i wskaźniki pochodzą z tego samego czasu, więc kto dużo kupił, właśnie dlatego jest wśród najlepszych.',
  says: 'Co mówią liczby',
  suggestions: 'Proponowane kroki',
  suggestionsNote:
    'w ramkach z kreskowanym brzegiem stoją pomysły według rodzaju segmentu i celu. Nie są zmierzone i nie należą do liczb.',
  edited: 'zmienione przez Ciebie',
  pictures: 'Wykresy',
  table: 'Wszystkie liczby',
  metric: 'Wskaźnik',
  everyone: 'Wszyscy',
  n: (count) => `n ${count}`,
  interval: (lo, hi) => `${lo} – ${hi}`,
  legend: 'Pod wartością: jej przedział 95%, a niżej na czym się opiera (n) i ocena różnicy.',
  legendMarks: (base) =>
    `Punkt odniesienia: ${base}. Oceny uwzględniają poprawkę na wszystkie testy porównania (q < 0,05).`,
  definitions: 'Definicje',
  fraction: (numerator, denominator) => `${numerator} / ${denominator}`,
  sources: 'Skąd są liczby',
  notes: 'Jak je czytać',
  picked: (shown, all) =>
    `Pokazano ${n(shown)} z ${n(all)} porównanych segmentów; pozostałe są w pliku CSV porównania.`,
  overlap: (segment, shared, base) =>
    `${segment} i ${base} mają ${n(shared)} ${plural('pl', shared, { one: 'wspólną osobę', few: 'wspólne osoby', many: 'wspólnych osób', other: 'wspólnej osoby' })}; porównano tylko tych, którzy są w jednym z nich.`,
  unknown: (segment, v) =>
    `${segment}: o ${n(v)} ${v === 1 ? 'osobie' : 'osobach'} dane nie mówią, czy tu należą.`,
  asTable: 'To samo w tabeli',
};
