import type { en } from '../en/groups';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const of = (value: number, one: string, few: string, many: string) =>
  `${n(value)} ${plural('pl', value, { one, few, many, other: few })}`;

export const pl: Shape<typeof en> = {
  title: 'Szukaj grup w danych',
  lead: 'Zbiera razem klientów, którzy zachowują się podobnie, i krótką regułą mówi, kto jest w każdej grupie. Te same dane dają zawsze te same grupy.',
  find: 'Szukaj grup',
  again: 'Szukaj jeszcze raz',
  finding: 'Szukam grup…',
  cancel: 'Anuluj',
  stale: 'Te grupy dotyczą wcześniejszych danych albo innego dnia.',
  count: 'Liczba grup',
  best: (k) => `tyle, ile najlepiej się odróżnia: ${n(k)}`,
  bestOpen: 'tyle, ile najlepiej się odróżnia',
  countOf: (k, silhouette) => `${n(k)} (${silhouette})`,
  none: {
    'nothing-done': {
      title: 'Nie ma żadnych zachowań do grupowania',
      text: 'Grupy powstają z zamówień, wizyt i otwartych wiadomości. Trzeba dodać eksport zamówień albo zdarzeń z klientem przy każdym wierszu.',
    },
    'too-few-people': {
      title: (least) => `Mniej niż ${least} klientów do pogrupowania`,
      text: (active) => `Cokolwiek zrobiło: ${active}. Grupy z tak niewielu osób mówiłyby o przypadku.`,
    },
    'everyone-alike': {
      title: 'Wszyscy są jednakowi',
      text: 'Pod żadnym względem, który jest w danych, ci klienci się nie różnią, więc nie ma według czego ich pogrupować.',
    },
  },
  clear: {
    title: (k) =>
      `Wyraźnie ${plural('pl', k, { one: 'odróżnia', few: 'odróżniają', many: 'odróżnia', other: 'odróżnia' })} się ${of(k, 'grupa', 'grupy', 'grup')}`,
    text: (silhouette, without, sample, clouds) =>
      `Jak dobrze osoby pasują do swojej grupy (sylwetka, od 0 do 1): ${silhouette}. Ta sama miara dla ${n(clouds)} zmyślonych zbiorów o tym samym rozrzucie, ale bez grup, sięga najwyżej ${without}. Zmierzone na ${sample} osobach.`,
  },
  asked: {
    title: (k) => `${of(k, 'grupa', 'grupy', 'grup')}: taki podział nie odróżnia się wyraźnie`,
    text: (silhouette, best, bestSilhouette, without, clouds) =>
      `Sylwetka (jak dobrze osoby pasują do swojej grupy, od 0 do 1) to ${silhouette}; przy liczbie grup ${n(best)} to ${bestSilhouette}. ${n(clouds)} zmyślonych zbiorów bez grup osiąga najwyżej ${without}.`,
  },
  unclear: {
    title: 'Nie ma wyraźnych grup',
    text: (silhouette, least, without, sample, clouds) =>
      `Ci klienci przechodzą jedni w drugich stopniowo: sylwetka (jak dobrze osoby pasują do swojej grupy, od 0 do 1) to ${silhouette}. Wyraźne grupy mają co najmniej ${least} i więcej niż ${without}, które osiąga ${n(clouds)} zmyślonych zbiorów bez grup. Zmierzone na ${sample} osobach.`,
    still: 'Poniżej jest jeden ze sposobów podziału, a nie grupy z natury. Lepszy może być gotowy segment.',
  },
  grouped: (inGroups, active, population) =>
    `Pogrupowano ${inGroups} z ${active}, którzy cokolwiek zrobili; wszystkich jest ${population}.`,
  lacking: (v) =>
    `${of(v, 'klient został pominięty', 'klienci zostali pominięci', 'klientów zostało pominiętych')}: brak wartości w jednej z kolumn poniżej.`,
  leftOut: (v) => `Czego nie wzięto pod uwagę (${of(v, 'kolumna', 'kolumny', 'kolumn')}) i dlaczego`,
  why: {
    'not-held': 'brak w danych',
    'all-alike': 'u wszystkich tak samo',
    'few-have-it': 'ma to mniej niż 9 na 10 osób',
    'near-copy': (other) => `mówi to samo co: ${other}`,
  },
  group: (place) => `Grupa ${n(place)}`,
  size: (people, share) => `${people}, ${share} pogrupowanych`,
  rule: 'Jako reguła',
  match: (caught, right, taken) =>
    `Reguła obejmuje ${taken}. Wyłapuje ${caught} grupy, a ${right} osób, które obejmuje, do niej należy.`,
  poor: 'Tak krótka reguła słabo oddaje tę grupę: pomija co najmniej połowę albo co najmniej połowa objętych jest spoza niej.',
  profile: 'Grupy na tle wszystkich',
  profileNote: 'Mediany wśród pogrupowanych.',
  column: 'Co robią',
  everyone: 'Wszyscy pogrupowani',
  people: 'Klienci',
  features: {
    recency: 'Dni od ostatniego zamówienia',
    orders: 'Zamówienia',
    revenue: 'Wydali po zwrotach',
    basket: 'Średnia wartość zamówienia',
    breadth: 'Różne kupione rzeczy',
    discount: 'Rabat do wartości zamówień',
    'days-active': 'Aktywne dni',
    visits: 'Wizyty',
    'mail-opens': 'Otwarte wiadomości',
  },
  marks: {
    recency: { more: 'dawno nie kupili', less: 'kupili niedawno' },
    orders: { more: 'dużo zamówień', less: 'mało zamówień' },
    revenue: { more: 'dużo wydają', less: 'mało wydają' },
    basket: { more: 'duże koszyki', less: 'małe koszyki' },
    breadth: { more: 'kupują wiele rzeczy', less: 'kupują niewiele rzeczy' },
    discount: { more: 'kupują z rabatem', less: 'płacą pełną cenę' },
    'days-active': { more: 'bardzo aktywni', less: 'mało aktywni' },
    visits: { more: 'zaglądają często', less: 'zaglądają rzadko' },
    'mail-opens': { more: 'otwierają wiadomości', less: 'nie otwierają wiadomości' },
  },
  middling: 'pośrodku',
  description: (caught, right, day) =>
    `Grupa znaleziona w danych według stanu na ${day}; reguła wyłapuje ${caught} grupy, a ${right} osób, które obejmuje, do niej należy.`,
};
