import type { en } from '../en/changes';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const of = (v: number, one: string, few: string, many: string) =>
  `${n(v)} ${plural('pl', v, { one, few, many, other: few })}`;

export const pl: Shape<typeof en> = {
  title: 'Wobec tego, co już było',
  before: 'Co się zmieni',
  look: 'Pokaż, co się zmieni',
  looking: 'Porównuję z tym, co już jest',
  against: (list) => `Porównano z: ${list}.`,
  none: 'Nie ma już żadnego wcześniejszego zbioru z tego eksportu.',
  unit: {
    orders: (v) => of(v, 'zamówienie', 'zamówienia', 'zamówień'),
    people: (v) => of(v, 'klient', 'klientów', 'klientów'),
    rows: (v) => of(v, 'wiersz', 'wiersze', 'wierszy'),
  },
  kinds: { new: 'Nowe', changed: 'Zmienione', unchanged: 'Bez zmian', gone: 'Brakujące' },
  counted: (kind, count) => `${kind}: ${count}`,
  fields: (list) => `Co się zmieniło: ${list}`,
  field: (header, count) => `${header} (${count})`,
  columnsNew: (list) => `Kolumny, których wcześniej nie było: ${list}`,
  columnsGone: (list) => `Kolumny, których już nie ma: ${list}`,
  rule: {
    orders: 'Zamówienie obecne w obu liczy się tak, jak podaje ten późniejszy eksport.',
    people: 'Przy kliencie obecnym w obu najpierw liczy się ta późniejsza lista.',
    rows: 'To, co jest w obu, liczy się raz.',
  },
  goneWhy: (range) =>
    range === null
      ? 'Były wcześniej, a tu ich nie ma.'
      : `Były wcześniej z okresu ${range}, a tu ich nie ma. Niczego nie usunięto.`,
  goneLeftOut: 'Pominięte we wcześniejszych zbiorach, zgodnie z Twoją decyzją.',
  leaveOut: (count) => `Pomiń: ${count}`,
  leaveOutQuestion: (count) =>
    `Pominąć w segmentach i porównaniach (${count})? Zostaną w zbiorach i można je przywrócić.`,
  leaveOutYes: 'Pomiń',
  takeBackIn: 'Przywróć je',
  done: 'Gotowe. Dane zostały zbudowane od nowa.',
  heldAlready: (name, heldAs) => `${name}: nie zapisano drugi raz, bo te same wiersze są w „${heldAs}”.`,
  nothingNew: 'Nic nowego: wszystko to już jest.',
  wouldBeHeld: (heldAs) => `Te same wiersze są już w „${heldAs}”, więc nie zostaną zapisane drugi raz.`,
  which: { orders: 'Zamówienie', people: 'Klient', rows: 'Wiersz' },
  when: 'Data',
  record: 'Wiersz w pliku',
  what: 'Przedtem → teraz',
  said: 'Co podaje',
  change: (header, before, after) => `${header}: ${before} → ${after}`,
  one: (header, value) => `${header}: ${value}`,
  nothing: 'nic',
  yes: 'tak',
  no: 'nie',
  show: 'Pokaż',
};
