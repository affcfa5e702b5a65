import type { en } from '../en/derivation';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);

export const pl: Shape<typeof en> = {
  trend: 'W czasie, co miesiąc',
  noTrend: 'Ten wskaźnik nie ma wartości w czasie.',
  rows: {
    people: 'Na kim się opiera',
    report: 'Na jakich wierszach się opiera',
    show: 'Pokaż',
    of: (from, to, total) => `${n(from)}–${n(to)} z ${n(total)}`,
    none: 'Na nikim.',
    noneReport: 'Na żadnych wierszach.',
    who: 'Klient',
    row: 'Wiersz',
    orders: 'Zamówienia',
    before: 'Wstecz',
    next: 'Dalej',
    undated: 'bez daty',
    returned: 'zwrot',
    noAmount: 'bez kwoty',
    more: (v) => `i jeszcze ${n(v)}`,
    sum: 'Pierwsza kolumna na wszystkich stronach sumuje się do licznika.',
    ordersOf: (v) =>
      `${n(v)} ${plural('pl', v, { one: 'zamówienie', few: 'zamówienia', many: 'zamówień', other: 'zamówienia' })}`,
  },
};
