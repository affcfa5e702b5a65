import type { en } from '../en/history';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);

export const pl: Shape<typeof en> = {
  metric: 'Wskaźnik',
  size: 'Klienci',
  heading: (metric) => `${metric} przy każdym imporcie`,
  sub: 'Zapisane przy każdym imporcie, z ówczesnych danych i segmentów, za 90 dni wstecz. Nic późniejszego tego nie zmienia.',
  sentence: (metric, records) =>
    `${metric} przy ${n(records)} ${plural('pl', records, { one: 'imporcie', other: 'importach' })}.`,
  asOf: 'Stan na',
  taken: 'Zapisano',
  version: 'Reguła',
  versionOf: (v) => `wersja ${v}`,
  changed: (name, from, to, day) =>
    `Reguła segmentu „${name}” zmieniła się z wersji ${from} na ${to} przed ${day}.`,
  one: 'Na razie zapisany jest jeden import. Następny pokaże, co się zmieniło.',
  none: 'O tych segmentach nic jeszcze nie zapisano.',
  small: 'Wartości zapisujemy od pięciu osób wzwyż.',
  currencies: 'Kwoty są w walucie ze swojego czasu, podanej w tabeli.',
  export: 'Eksport historii',
  segment: 'Segment',
  onSegment: 'Jak wypadał przy każdym imporcie',
  interval: '95%',
  csv: {
    mark: 'Segment Lens performance history format 1',
    note: 'Zapisane przy każdym imporcie; późniejsze zmiany niczego tu nie zmieniają. Przedziały 95%.',
    columns: {
      taken_at: 'Zapisano',
      as_of: 'Stan na',
      period_from: 'Od',
      period_to: 'Do',
      data_version: 'Wersja danych',
      segment_id: 'ID segmentu',
      segment: 'Segment',
      segment_version: 'Wersja reguły',
      segment_size: 'Klienci',
      segment_unknown: 'Nie wiadomo',
      population: 'Wszyscy',
      metric_id: 'ID wskaźnika',
      metric: 'Wskaźnik',
      value: 'Wartość',
      n: 'n',
      value_low: '95% od',
      value_high: '95% do',
      currency: 'Waluta',
    },
  },
};
