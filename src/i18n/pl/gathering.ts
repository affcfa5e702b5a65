import type { en } from '../en/gathering';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const rows = (v: number) =>
  `${n(v)} ${plural('pl', v, { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' })}`;
const of = (got: number, stated: number | null) =>
  stated === null
    ? rows(got)
    : `${n(got)} z ${n(stated)} ${plural('pl', stated, { one: 'wiersza', few: 'wierszy', many: 'wierszy', other: 'wiersza' })}`;

export const pl: Shape<typeof en> = {
  takeAll: (stated) => (stated === null ? 'Zbierz wszystkie, ile jest' : `Zbierz wszystkie ${n(stated)}`),
  takeShown: (shown) =>
    plural('pl', shown, {
      one: 'Zbierz widoczny wiersz',
      few: `Zbierz ${n(shown)} widoczne wiersze`,
      many: `Zbierz ${n(shown)} widocznych wierszy`,
      other: `Zbierz ${n(shown)} widocznego wiersza`,
    }),
  how: {
    scroll: 'Żeby zebrać wszystkie, przewijamy listę do końca. Karta musi być wtedy na wierzchu.',
    pages: 'Żeby zebrać wszystkie, przechodzimy strony jedna po drugiej. Można to wstrzymać lub przerwać.',
    opens: 'Żeby zebrać wszystkie, rozwijamy zwinięte wiersze po kolei, a potem zwijamy je z powrotem.',
  },
  reading: (got, total, page) => `Zebrano ${of(got, total)}${page > 1 ? `, strona ${n(page)}` : ''}`,
  waiting: {
    paused: 'Wstrzymane.',
    hidden: 'Czekamy, aż karta będzie na wierzchu: niewidoczna strona nie wyświetla wierszy.',
  },
  pause: 'Wstrzymaj',
  resume: 'Wznów',
  finish: 'Przerwij i zachowaj te',
  goesOn: 'Po zamknięciu tego okna zbieranie trwa dalej.',
  ended: {
    whole: (got, stated) =>
      stated === null
        ? `Zebrano wszystko, co było: ${rows(got)}. Strona nie podaje, ile ich jest.`
        : `Zebrano wszystkie wiersze, które podaje strona: ${n(got)}.`,
    short: (got, stated) => `Zebrano ${of(got, stated)}: więcej strona nie pokazuje.`,
    enough: (got, stated) => `Do przerwania zebrano ${of(got, stated)}.`,
    'row-limit': (got, stated) =>
      `Zebrano ${of(got, stated)}: więcej ze strony nie bierzemy. Po resztę wyeksportuj plik.`,
    'time-limit': (got, stated) =>
      `Przez 30 minut zebrano ${of(got, stated)} i zbieranie się skończyło. Po resztę wyeksportuj plik.`,
    stuck: (got, stated) => `Zebrano ${of(got, stated)}: dalej strona nie pokazała nic nowego.`,
    replaced: (got, stated) => `Zebrano ${of(got, stated)}, potem w tym miejscu pojawiła się inna tabela.`,
    gone: (got, stated) => `Zebrano ${of(got, stated)}, potem tabela zniknęła.`,
  },
  wholeTree: (got) => `Zebrano wszystkie wiersze, także te wewnątrz innych: ${n(got)}.`,
  sums: (v) =>
    plural('pl', v, {
      one: '1 wiersz, który obejmuje inne, został pominięty: obok nich liczyłby się dwa razy.',
      few: `${n(v)} wiersze, które obejmują inne, zostały pominięte: obok nich liczyłyby się dwa razy.`,
      many: `${n(v)} wierszy, które obejmują inne, zostało pominiętych: obok nich liczyłyby się dwa razy.`,
      other: `${n(v)} wiersza, które obejmuje inne, pominięto: obok nich liczyłoby się dwa razy.`,
    }),
  collapsed: (v) =>
    plural('pl', v, {
      one: '1 wiersz pozostał zwinięty: tego, co w nim jest, tutaj nie ma.',
      few: `${n(v)} wiersze pozostały zwinięte: tego, co w nich jest, tutaj nie ma.`,
      many: `${n(v)} wierszy pozostało zwiniętych: tego, co w nich jest, tutaj nie ma.`,
      other: `${n(v)} wiersza pozostało zwinięte: tego, co w nim jest, tutaj nie ma.`,
    }),
  gaps: (v, after) => `Brakuje między nimi wierszy: ${n(v)}, po wierszu ${after}.`,
  stillOpen: 'Niektórych wierszy nie udało się z powrotem zwinąć.',
  leftAt: (page) => `Lista została na stronie ${n(page)}.`,
  keepThese: 'Zachowaj te wiersze',
  totalsDiffer: (columns) =>
    plural('pl', columns, {
      one: '1 kolumna różni się od sumy podanej na stronie:',
      few: `${n(columns)} kolumny różnią się od sum podanych na stronie:`,
      many: `${n(columns)} kolumn różni się od sum podanych na stronie:`,
      other: `${n(columns)} kolumny różni się od sum podanych na stronie:`,
    }),
  totalsAgree: (columns) =>
    plural('pl', columns, {
      one: '1 kolumna zgadza się z sumą podaną na stronie.',
      few: `${n(columns)} kolumny zgadzają się z sumami podanymi na stronie.`,
      many: `${n(columns)} kolumn zgadza się z sumami podanymi na stronie.`,
      other: `${n(columns)} kolumny zgadza się z sumami podanymi na stronie.`,
    }),
  difference: (column, got, stated) => `${column}: tutaj ${got}, na stronie ${stated}`,
  reasons: 'Strona podaje, dlaczego może się różnić:',
  reason: {
    sampled: 'pokazuje próbkę danych',
    thresholded: 'małe grupy są ukryte',
    'other-row': 'rzadkie wartości są razem jako „(other)”',
    'changed-while-reading': 'zmieniła się w trakcie czytania',
  },
};
