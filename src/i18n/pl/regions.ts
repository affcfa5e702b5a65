import type { en } from '../en/regions';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);

export const pl: Shape<typeof en> = {
  by: 'Podział',
  kinds: { country: 'Kraj', region: 'Region' },
  metric: 'Wskaźnik',
  heading: (metric, by) => `${metric} według ${by}`,
  byWord: { country: 'kraju', region: 'regionu' },
  none: {
    country: 'Nie ma kraju ani przy klientach, ani przy ich zamówieniach',
    region: 'Nie ma regionu przy klientach',
    next: {
      country: 'Dodaj eksport zamówień lub klientów z kolumną kraju.',
      region: 'Dodaj eksport klientów z kolumną regionu lub województwa.',
    },
  },
  from: {
    people: 'Miejsce klienta jest takie, jak w jego danych.',
    orders: 'Klient należy tam, dokąd trafiła ponad połowa jego zamówień.',
    both: 'Miejsce klienta jest takie, jak w jego danych, a gdy go brak – tam, dokąd trafiła ponad połowa zamówień.',
  },
  within:
    'Kwoty są we własnej walucie każdego miejsca i porównujemy je w jego obrębie, z wszystkimi pozostałymi klientami stamtąd. Nigdy nie sumujemy różnych walut.',
  others: 'Każdą komórkę porównujemy z tym samym segmentem we wszystkich pozostałych miejscach.',
  indexNote:
    'Indeks: środkowy klient danego miejsca, według własnej wartości tego wskaźnika, to 100. Dzięki temu miejsca można zestawić bez kursu walut.',
  noIndex: 'Ten wskaźnik nie ma wartości dla pojedynczego klienta, więc nie ma indeksu.',
  reportingNote: (currency) =>
    `W ${currency}: przeliczone po posiadanych kursach, tylko poglądowo; oceny z tego nie korzystają.`,
  corrected: 'Oceny są skorygowane dla całej tej tabeli.',
  folded: (regions, people) =>
    `${plural('pl', regions, { one: 'Jeszcze', other: 'Jeszcze' })} ${n(regions)} ${plural('pl', regions, { one: 'miejsce ma', few: 'miejsca mają', many: 'miejsc ma', other: 'miejsca ma' })} mniej niż 10 klientów: za mało danych (klienci: ${n(people)})`,
  unplaced: (v) =>
    `O ${n(v)} ${plural('pl', v, { one: 'kliencie', other: 'klientach' })} nie wiadomo, skąd ${plural('pl', v, { one: 'jest', other: 'są' })}; nie ma ich tu w żadnym miejscu.`,
  columns: {
    region: 'Region',
    country: 'Kraj',
    currency: 'Waluta',
    customers: 'Klienci',
    median: 'Środkowy klient',
    everyone: 'Wszyscy',
    index: 'Indeks',
  },
  index: (v) => `indeks ${v}`,
  n: (v) => `n ${v}`,
  interval: (lo, hi) => `${lo} – ${hi}`,
  unknown: (v) => `nie wiadomo: ${v}`,
  reporting: (v) => `≈ ${v}`,
  occasions: (v) =>
    v === 1 ? 'Lokalne okazje w tym okresie' : 'Lokalne okazje w tym okresie, miejsce po miejscu',
  occasion: (name, day) => `${name}, ${day}`,
  occasionTimes: (name, times) => `${name}, ${n(times)} ×`,
  show: 'W komórkach',
  shows: { value: 'Wartość', index: 'Indeks' },
  plots: 'Miejsce po miejscu',
  plotSub: 'Kropka to wartość, linia to jej przedział 95%; pionowa linia to wszyscy klienci z tego miejsca.',
  sentence: (metric, rows) => `${metric} według miejsc. ${rows}`,
  row: (region, rows) => `${region}: ${rows}.`,
  export: 'Eksportuj według miejsc',
  mark: 'Segment Lens comparison by region format 1',
  file: {
    region: 'Miejsce',
    region_currency: 'Waluta miejsca',
    region_size: 'Klienci w tym miejscu',
    region_median: 'Środkowy klient tego miejsca',
    region_median_n: 'n środkowego klienta',
    index: 'Indeks względem środkowego klienta',
    against: 'Porównanie z',
    reporting_value: 'Wartość w walucie raportowania',
    region_occasions: 'Okazje w okresie',
    reporting_currency: 'Waluta raportowania',
  },
  against: {
    within: 'wszyscy pozostali w tym miejscu',
    'other-regions': 'ten sam segment we wszystkich pozostałych miejscach',
  },
};
