import type { en } from '../en/converted';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const orders = (v: number) =>
  `${n(v)} ${plural('pl', v, { one: 'zamówienie', few: 'zamówienia', many: 'zamówień', other: 'zamówienia' })}`;

export const pl: Shape<typeof en> = {
  rule: (currency, days) =>
    `Wszystkie kwoty są w ${currency}: każda po ostatnim kursie z jej dnia lub sprzed niego, ${days === 0 ? 'dokładnie z tego dnia' : `nie starszym niż ${n(days)} ${plural('pl', days, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' })}`}.`,
  rates: (count, from, to) =>
    `${n(count)} ${plural('pl', count, { one: 'kurs', few: 'kursy', many: 'kursów', other: 'kursu' })} z dni od ${from} do ${to}`,
  typedIn: 'wpisane ręcznie',
  converted: (list) => `Przeliczono: ${list}.`,
  setApart: (list) => `Odłożone na bok, poza wszystkimi kwotami: ${list}.`,
  group: (count, currency, sum) => `${orders(count)} w ${currency} (${sum})`,
  groupUnstated: (count, sum) => `${orders(count)} bez podanej waluty (${sum})`,
  why: {
    'no-rate': 'nie ma kursu z ich dnia ani wcześniejszego',
    'rate-too-old': 'ostatni kurs jest za stary',
    'no-day': 'nie mają daty',
    'no-currency': 'nie wiadomo, z czego przeliczyć',
  },
};
