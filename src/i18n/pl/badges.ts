import type { en } from '../en/badges';
import { plural } from '../plural';
import type { Shape } from '../shape';

const n = (value: number) => value.toLocaleString('pl-PL');

export const pl: Shape<typeof en> = {
  title: 'Segmenty na stronach',
  lead: 'Na wybranych przez Ciebie stronach przy klientach na liście widać nazwę pierwszego z tych segmentów, do którego należą. Wybór dotyczy każdej witryny osobno: na jej stronie, w okienku lub panelu bocznym, pod „Zawsze na …”.',
  none: 'Na razie nie ma kogo nazwać: potrzebne są zamówienia z klientem i datą.',
  set: 'Pokazywane segmenty',
  default: 'takie, na jakie pozwalają dane',
  own: 'we własnej kolejności',
  sets: { rfm: 'Grupy RFM', lifecycle: 'Cykl życia', journey: 'Etap ścieżki klienta' },
  counts: (all, none, unknown) =>
    none === 0 && unknown === 0
      ? `Każdy klient z Twoich danych (${n(all)}) należy do któregoś z nich.`
      : `Na ${n(all)} ${plural('pl', all, { one: 'klienta', other: 'klientów' })} do żadnego nie należy ${n(none)}${unknown === 0 ? '' : `, a w przypadku ${n(unknown)} dane nie pozwalają tego stwierdzić`}.`,
  gone: (v) =>
    `${n(v)} ${plural('pl', v, { one: 'wybrany segment już nie istnieje', few: 'wybrane segmenty już nie istnieją', other: 'wybranych segmentów już nie istnieje' })}.`,
  order: {
    add: 'Dodaj segment',
    full: 'Więcej obok wiersza się nie zmieści.',
    up: (name) => `${name}: wcześniej`,
    down: (name) => `${name}: później`,
    remove: (name) => `Usuń ${name} z listy`,
    moved: (name, place, of) => `${name}: ${place}. z ${of}`,
  },
};
