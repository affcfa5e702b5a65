import type { en } from '../en/forecasts';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const of = (value: number, one: string, few: string, many: string) =>
  `${n(value)} ${plural('pl', value, { one, few, many, other: few })}`;
const days = (value: number) => of(value, 'dzień', 'dni', 'dni');

export const pl: Shape<typeof en> = {
  history: 'Wielkość w czasie (prognoza dla każdego miesiąca, więc chwilę to potrwa)',
  counting: 'Trwa przygotowanie prognozy…',
  none: {
    'history-too-short-to-forecast':
      'W danych do tego dnia jest mniej niż pół roku zamówień: za mało na prognozę.',
    'too-few-repeats-to-forecast':
      'Do tego dnia mniej niż 50 klientów zamówiło ponownie: za mało na prognozę.',
    'no-forecast-fits': 'Prognoza nie pasuje do tych zamówień.',
  },
  nobody: (reason) => `O nikim nie da się powiedzieć, czy należy do segmentu. ${reason}`,
  noOrder: 'Brak zamówień, więc nie ma z czego zrobić prognozy.',
  noAmount: 'Brak zamówień z kwotą w tej walucie, więc nie ma z czego zrobić prognozy.',
  foretold: {
    value: (value) => `Prognozowana wartość na kolejne 12 miesięcy: ${value}.`,
    order: (value) => `Szansa na zamówienie w tym czasie: ${value}.`,
    'still-buying': (value) => `Szansa na dalsze zakupy: ${value}.`,
  },
  standsOn: (orderDays, sinceFirst, sinceLast) =>
    `Na podstawie: ${days(orderDays)} z zamówieniem, pierwsze ${days(sinceFirst)} temu, ostatnie ${days(sinceLast)} temu.`,
  test: {
    title: 'Na ile można ufać tej prognozie',
    how: (cut, over, asOf, customers) =>
      `Prognoza zrobiona jeszcze raz według stanu na ${cut}, z tego, co było wtedy wiadomo, i porównana z tym, co się stało w ciągu ${of(over, 'dnia', 'dni', 'dni')} do ${asOf}: ${of(customers, 'klient', 'klientów', 'klientów')}.`,
    tooLittle: (cut, reason) => `Na tych danych nie da się jej sprawdzić. Stan na ${cut}: ${reason}`,
    noBetter: {
      title: 'Na tych danych lepiej jej nie ufać',
      text: (error, plain) =>
        `Sprawdzona na przeszłości, nie była lepsza od założenia, że wszyscy kupują dalej jak dotąd: błąd ${error} na klienta wobec ${plain}. Nie pokazujemy jej liczb; bezpieczniejszy jest tu segment według tego, co klienci zrobili.`,
    },
    better: (part, error, plain) =>
      `Była o ${part} bliżej prawdy niż założenie, że wszyscy kupują dalej jak dotąd (błąd ${error} na klienta wobec ${plain}; pierwiastek ze średniego kwadratu).`,
    whole: {
      value: (foretold, came) => `Prognoza: ${foretold} na klienta. W rzeczywistości: ${came}.`,
      order: (foretold, came) => `Według prognozy miało zamówić ${foretold}. Zamówiło ${came}.`,
    },
    least: 'najniższa prognoza',
    most: 'najwyższa prognoza',
    bands: 'Klienci według prognozy',
    band: (from, to) => (from === to ? from : `od ${from} do ${to}`),
    by: {
      value: 'prognozowana wartość w tym czasie',
      order: 'szansa na zamówienie w tym czasie',
      'still-buying': 'szansa na dalsze zakupy',
    },
    customers: 'Klienci',
    foretold: { value: 'Prognoza', order: 'Prognoza' },
    came: { value: 'Faktycznie', order: 'Zamówiło' },
    mean: { value: 'średnio', order: 'część' },
    taken: 'Ten segment w ówczesnym składzie',
    others: 'Pozostali',
    everyone: 'Wszyscy klienci',
  },
};
