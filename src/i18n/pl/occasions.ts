import type { en } from '../en/occasions';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const days = (v: number) =>
  `${n(v)} ${plural('pl', v, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' })}`;

export const pl: Shape<typeof en> = {
  title: 'Okazje',
  lead: 'Dni, na które kupuje się prezenty, każdy według kalendarza kraju zamówienia, a jeśli go nie ma, kraju klienta. Każda włączona okazja to gotowy segment.',
  home: {
    label: 'Gdy kraj nie jest znany, licz według',
    hint: 'Dotyczy zamówień i klientów bez kraju albo z kraju, którego kalendarza tu nie ma.',
    auto: (country) => `danych: ${country}`,
    autoNone: 'danych (nie ma w nich kraju)',
  },
  withoutCalendar: (names) => `Bez własnego kalendarza: ${names}. Liczą się według dni wybranych wyżej.`,
  table: {
    caption: 'Okazje w kalendarzu',
    on: 'Segment',
    day: 'Okazja',
    next: 'Najbliższa',
    nextNone: 'tu się jej nie obchodzi',
    before: 'Liczone od',
    beforeUnit: 'dni wcześniej',
    beforeOf: (day) => `Ile dni wcześniej: ${day}`,
    onOf: (day) => `Twórz segment: ${day}`,
    until: (v) => (v < 0 ? 'do wigilii' : v === 0 ? 'do samego dnia' : `do ${days(v)} po`),
    usual: (v) => `zwykle ${n(v)}`,
    buyers: 'Kupujący',
    open: (day) => `Otwórz segment: ${day}`,
    none: 'brak zamówień',
  },
  own: {
    title: 'Własne daty',
    lead: 'Imieniny, urodziny sklepu, początek roku szkolnego: co roku ta sama data, w każdym kraju.',
    none: 'Jeszcze żadnej.',
    name: 'Co to za dzień',
    nameHint: 'Tak będzie w nazwie segmentu.',
    day: 'Dzień',
    month: 'Miesiąc',
    before: 'Liczone od, dni wcześniej',
    add: 'Dodaj datę',
    remove: (name) => `Usuń: ${name}`,
    wrong: 'Podaj nazwę i dzień miesiąca.',
    beforeWrong: (most) => `Od 0 do ${n(most)} dni wcześniej.`,
  },
  saved: 'Zapisano; segmenty są już przeliczone.',
  reset: 'Przywróć ustawienia początkowe',
};
