import type { en } from '../en/timing';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const days = (v: number) =>
  `${n(v)} ${plural('pl', v, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' })}`;
const daysOf = (v: number) => `${n(v)} ${plural('pl', v, { one: 'dnia', other: 'dni' })}`;

export const pl: Shape<typeof en> = {
  heading: 'Klienci, którzy jeszcze nie zamówili ponownie',
  follow: 'Obserwowani przez',
  days,
  sub: (day) =>
    `Klienci z dnia ${day}, którzy do tego dnia coś zamówili; każdego obserwujemy od tego dnia. Metoda Kaplana–Meiera.`,
  trap: (day) =>
    `Segmenty są ustalone na ${day} i od tego dnia wszystkim liczymy czas. Gdyby liczyć go od wcześniejszego zamówienia, segment taki jak „powracający” dostałby czas, w którym jego członkowie nie mogli nie wrócić: bez powrotu nie byłoby ich w segmencie.`,
  moved: (asOf, day, followed) =>
    `Dane kończą się zbyt krótko po ${asOf}, żeby obserwować kogokolwiek przez ${followed}, więc segmenty są z dnia ${day}.`,
  bands: 'Pasma: przedziały 95% (log-log).',
  axis: 'Dni od dnia startu',
  day: (v) => `Dzień ${n(v)}`,
  sentence: (lines) => `Odsetek klientów, którzy nie zamówili ponownie, według dni. ${lines}`,
  sentenceLine: (name, waiting, watched) =>
    `${name}: ${waiting} po ${daysOf(watched).replace(/dnia$/, 'dniu')}`,
  summary: {
    caption: 'Czas do następnego zamówienia według segmentów',
    customers: 'Klienci',
    returned: 'Zamówili ponownie',
    share: 'Odsetek',
    median: 'Połowa wróciła po',
    medianInterval: 'Przedział 95%',
    notReached: (watched) => `nie w ciągu ${daysOf(watched)}`,
    notReachedShort: (watched) => `ponad ${n(watched)}`,
    test: 'p (log-rank)',
    corrected: 'q',
    noTest: 'za mało na test',
    everyone: 'Wszyscy',
    vs: (base) =>
      base === null
        ? 'Krzywą każdego segmentu porównano z krzywą wszystkich pozostałych (test log-rank); q uwzględnia, że testów jest kilka.'
        : `Krzywą każdego segmentu porównano z krzywą segmentu „${base}”, bez osób z obu (test log-rank); q uwzględnia, że testów jest kilka.`,
    exclusive: (count) =>
      `test na ${n(count)} ${plural('pl', count, { one: 'kliencie spoza', other: 'klientach spoza' })} części wspólnej`,
  },
  risk: {
    caption: 'Ilu jeszcze czekało na początku dnia (liczba narażonych)',
    day: 'Dzień',
  },
  neverOrdered: (v) =>
    `${n(v)} ${plural('pl', v, { one: 'osoba nie zamówiła', few: 'osoby nie zamówiły', many: 'osób nie zamówiło', other: 'osoby nie zamówiło' })} niczego do tego dnia: ich zamówienie byłoby pierwszym, więc tutaj ich nie liczymy.`,
  none: 'Dane nie sięgają wystarczająco daleko, żeby kogokolwiek tak długo obserwować. Wybierz krótszy czas.',
  nobody: 'Do tego dnia nikt jeszcze nie zamówił. Wybierz krótszy czas.',
};
