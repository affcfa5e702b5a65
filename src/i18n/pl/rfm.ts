import type { en } from '../en/rfm';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const people = (v: number) =>
  `${n(v)} ${plural('pl', v, { one: 'klient', few: 'klientów', many: 'klientów', other: 'klienta' })}`;

export const pl: Shape<typeof en> = {
  title: 'Nazwy RFM',
  lead: 'Ci sami klienci według naszych dziesięciu grup RFM i według nazw, które nadaje im inne narzędzie.',
  dialect: 'Nazwy',
  dialects: {
    klaviyo: 'Jak w Klaviyo, 1–3',
    braze: 'Jak w Braze, 0–3, pierwsze trafienie',
    own: 'Własna tabela',
  },
  tooFew: 'Za mało kupujących, by ich punktować',
  tooFewText: 'Punkty RFM wymagają zamówień z klientem i datą od co najmniej pięciu kupujących.',
  summary: (renamed, share, buyers, day) =>
    `Inną nazwę dostaje ${renamed} z ${buyers} kupujących (${share}), stan na ${day}.`,
  summaryNone: (buyers) => `Wszyscy kupujący (${buyers}) zachowują nazwę.`,
  covered: 'Te nazwy obejmują każdą komórkę.',
  uncovered: (v, cells) =>
    `${plural('pl', cells, { one: 'Jedna komórka nie ma', few: `${n(cells)} komórki nie mają`, many: `${n(cells)} komórek nie ma`, other: `${n(cells)} komórki nie ma` })} tu nazwy, a w ${plural('pl', cells, { one: 'niej', other: 'nich' })}: ${people(v)}.`,
  uncoveredCell: (r, f, m, v) => `R ${r}, F ${f}${m}: ${people(v)}`,
  ofMoney: (scores) => `, M ${scores}`,
  untold: (v) =>
    `${people(v)}: kwota nie jest znana albo jest w innej walucie, a od niej zależy grupa, więc nie stoją w żadnej.`,
  cross: {
    title: 'Kto zmienia nazwę',
    hint: 'Wiersze to nasze grupy, kolumny ich. Wybierz liczbę, aby zobaczyć, kto to jest.',
    corner: 'Nasze',
    none: 'Bez nazwy',
    cell: (ours, theirs, v) => `${ours} → ${theirs}: ${people(v)}`,
    name: (ours, theirs) => `${ours} → ${theirs}`,
  },
  groups: {
    title: 'Grupy',
    group: 'Grupa',
    people: 'Klienci',
    share: 'Udział',
    open: 'Otwórz',
    openOf: (name) => `Otwórz: ${name}`,
    name: (name, dialect) => `${name} (${dialect})`,
  },
  cuts: {
    title: 'Progi',
    lead: 'Piąte części kupujących; równe wartości zawsze mają ten sam wynik.',
    score: 'Punkty',
    theirs: 'Tam',
    r: 'Dni od ostatniego zamówienia (R)',
    f: 'Zamówienia (F)',
    m: 'Przychód (M)',
    range: (from, to) => (from === to ? from : `${from}–${to}`),
    n: (v) => `n = ${v}`,
  },
  table: {
    title: 'Własne nazwy',
    lead: 'Nazwa dla każdej komórki; komórki o tej samej nazwie to jedna grupa, pusta nie należy do żadnej.',
    corner: 'R \\ F',
    row: (r) => `R ${r}`,
    column: (f) => `F ${f}`,
    cell: (r, f) => `Nazwa dla R ${r}, F ${f}`,
    save: 'Zapisz tabelę',
    saved: 'Tabela została zapisana.',
    reset: 'Przywróć nasze nazwy',
  },
};
