import type { en } from '../en/erasure';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const of = (value: number, one: string, few: string, many: string) =>
  `${grouped.format(value)} ${plural('pl', value, { one, few, many, other: few })}`;

export const pl: Shape<typeof en> = {
  open: 'Usuń tę osobę na stałe',
  openOf: (name) => `Usuń tę osobę na stałe: ${name}`,
  question: (name) => `Usunąć na stałe osobę „${name}” i wszystko, co o niej mamy?`,
  goes: (held) =>
    `Razem z nią znikną z każdego pobrania i ze wszystkich sum: ${of(held.orders, 'zamówienie', 'zamówienia', 'zamówień')} i ${of(held.events, 'zdarzenie', 'zdarzenia', 'zdarzeń')}. Tego nie da się cofnąć.`,
  lists: (v) => `Zniknie też z list w segmentach: ${of(v, 'segment', 'segmenty', 'segmentów')}.`,
  stays:
    'Pliki, które dodano lub zapisano samodzielnie, pozostają bez zmian i nadal zawierają tę osobę. Przy ponownym dodaniu takiego pliku zostanie pominięta: w tym celu przechowujemy tylko skróty jej identyfikatorów, liczone z kluczem utworzonym na tym komputerze.',
  returns:
    'Nie mamy nic, po czym można ją rozpoznać (adresu e-mail, telefonu ani identyfikatora), więc plik, który ją zawiera, po ponownym dodaniu przywróci ją do danych.',
  yes: 'Usuń na stałe',
  busy: (name) => `Usuwanie: ${name}…`,
  done: (name) => `Usunięto na stałe: ${name}.`,
};
