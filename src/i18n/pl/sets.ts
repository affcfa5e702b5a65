import type { en } from '../en/sets';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const people = (v: number) =>
  `${n(v)} ${plural('pl', v, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}`;

export const pl: Shape<typeof en> = {
  pages: {
    label: 'Strony segmentów',
    segments: 'Segmenty',
    sets: 'Części wspólne i zbiory',
    rfm: 'Nazwy RFM',
    occasions: 'Okazje',
    groups: 'Szukaj grup',
    movement: 'Przepływy',
  },
  title: 'Części wspólne i zbiory',
  lead: 'Jak segmenty mają się do siebie i jakie nowe segmenty można z nich złożyć.',
  pick: {
    title: 'Segmenty',
    hint: 'Kolejność ma znaczenie: od pierwszego odejmuje się pozostałe, a w grupach wygrywa pierwsze trafienie.',
    none: 'Wybierz co najmniej dwa segmenty.',
    add: 'Dodaj segment',
    up: (name) => `Przesuń wyżej: ${name}`,
    down: (name) => `Przesuń niżej: ${name}`,
    remove: (name) => `Usuń z wyboru: ${name}`,
    full: 'Najwyżej osiem segmentów.',
    moved: (name, place, of) => `${name}: ${n(place)} z ${n(of)}`,
    fromCompare: 'Weź porównywane segmenty',
  },
  tabs: {
    label: 'Co pokazać',
    overlap: 'Części wspólne',
    likeness: 'Podobieństwo',
    groups: 'Pierwsze trafienie',
  },
  combine: {
    title: 'Połącz w jeden segment',
    any: 'W którymkolwiek z nich',
    all: 'We wszystkich naraz',
    first: (name) => `W „${name}”, ale w żadnym z pozostałych`,
    anyName: (names) => `Którykolwiek z: ${names}`,
    allName: (names) => `Wszystkie naraz: ${names}`,
    firstName: (first, others) => `${first}, bez: ${others}`,
  },
  result: {
    showPeople: 'Pokaż osoby',
    hidePeople: 'Ukryj osoby',
    people: 'Osoby',
    nobody: 'Nie ma tu nikogo.',
    export: 'Eksportuj osoby',
    count: people,
    share: (share, population) => `${share} z ${population}`,
    description: 'Złożony z innych segmentów; zmienia się razem z nimi.',
    close: 'Zamknij',
  },
  overlap: {
    title: 'Kto jest w których segmentach naraz',
    subtitle: (population, day) => `${population}, stan na ${day}. Każdy stoi tylko w jednej kolumnie.`,
    sentence: (largest, count, parts) =>
      `${n(parts)} ${plural('pl', parts, { one: 'część', few: 'części', many: 'części', other: 'części' })}; największa to ${largest}: ${count}`,
    sort: 'Sortuj',
    sorts: { size: 'według liczby osób', degree: 'według liczby segmentów' },
    tooMany: 'Części wspólne są pokazane dla pierwszych sześciu.',
    only: (name) => `tylko ${name}`,
    notIn: (names) => `poza: ${names}`,
    none: 'W żadnym z nich',
    unplaced: 'Nie wiadomo',
    unplacedWhy: (v) =>
      `${plural('pl', v, { one: 'O jednej osobie', few: `O ${n(v)} osobach`, many: `O ${n(v)} osobach`, other: `O ${n(v)} osobach` })} nie wiadomo, czy są w którymś z segmentów, dlatego nie stoją w żadnej kolumnie.`,
    hint: 'Strzałki przechodzą przez kolumny, Enter otwiera kolumnę.',
    column: { part: 'W tych i w żadnym innym', count: 'Osoby', share: 'Udział', degree: 'Segmenty' },
    empty: 'W żadnym z tych segmentów nie ma nikogo.',
    pick: 'Wybierz kolumnę, aby zobaczyć, kto w niej stoi.',
  },
  likeness: {
    title: 'Jak podobne są segmenty',
    subtitle:
      'Osoby wspólne ÷ osoby w którymkolwiek z dwóch (Jaccard). 100% to te same osoby, 0% to nikt wspólny.',
    cell: (a, b, value, shared, either) => `${a} i ${b}: ${value}, wspólnych ${shared} z ${either}`,
    of: (shared, either) => `${shared} z ${either}`,
    none: 'brak',
    twins: (a, b, value) =>
      `„${a}” i „${b}” to prawie te same osoby (${value}): porównanie ich niewiele pokaże.`,
  },
  groups: {
    title: 'Wygrywa pierwsze trafienie',
    subtitle: (population, day) =>
      `Każdy z ${population} stoi w pierwszym segmencie listy, do którego należy. Stan na ${day}.`,
    order: 'Nr',
    segment: 'Segment',
    size: 'W segmencie',
    exclusive: 'W grupie',
    lost: 'Zabrane wcześniej',
    lostTo: (count, name) => `${count} przez ${name}`,
    untold: 'Nie wiadomo',
    share: 'Udział',
    rest: 'Nie trafili nigdzie',
    unknown: 'Nie da się przypisać',
    unknownWhy: (v) =>
      `${people(v)}: być może należą do wcześniejszego segmentu niż te, w których są na pewno, więc nie stoją w żadnej grupie.`,
    withRest: 'Z pozostałymi jako ostatnią grupą',
    save: 'Zapisz grupy jako segmenty',
    compare: 'Zapisz i porównaj',
    groupName: (place, name) => `${n(place)}. ${name}`,
    restName: 'Pozostali',
    restDescription: 'W żadnej z wcześniejszych grup.',
    description: (earlier) => `W tym segmencie, ale w żadnym z: ${earlier}.`,
    saved: (v) =>
      `Zapisano ${n(v)} ${plural('pl', v, { one: 'grupę', few: 'grupy', many: 'grup', other: 'grupy' })} jako segmenty.`,
    tooManyWithRest: 'Z pozostałymi jest ponad osiem grup: można je zapisać, ale nie porównać naraz.',
  },
};
