import type { en } from '../en/overlay';
import { plural } from '../plural';
import type { Shape } from '../shape';

const n = (value: number) => value.toLocaleString('pl-PL');

export const pl: Shape<typeof en> = {
  known: (known, all) =>
    `${n(known)} z ${n(all)} ${plural('pl', all, { one: 'klienta', other: 'klientów' })} w Twoich danych`,
  looking: 'Szukam klientów w danych…',
  stale: 'Segmenty jeszcze niegotowe: otwórz panel boczny',
  waiting: 'Dużo klientów naraz: reszta za chwilę',
  panel: 'Otwórz panel boczny',
  hide: 'Ukryj na tej stronie',
  off: (host) => `Wyłącz na ${host}`,
  name: 'Segment Lens',
};
