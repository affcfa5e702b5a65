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
  own: {
    waitedFor: 'Czas do',
    order: 'następnego zamówienia',
    columns: 'tego, co mówią kolumny listy',
    length: 'Jak długo trwało',
    ended: 'Czy się skończyło',
    choose: 'Wybierz kolumnę',
    ask: 'Wybierz kolumnę, która mówi, jak długo to trwa (na przykład od ilu miesięcy ktoś jest klientem), i kolumnę z „tak” tam, gdzie się skończyło (na przykład odejście).',
    sub: 'Każdą osobę liczymy tak długo, jak podaje lista; u kogo nic się nie skończyło, tego liczymy do tej chwili. Metoda Kaplana–Meiera.',
    asTheyAre: (day) =>
      `Segmenty i kolumny są takie jak w danych z dnia ${day}: nie widać, co ktoś wybrał wcześniej, a co później, więc to opis, a nie dowód przyczyny.`,
    nobody: 'Nikt nie ma wypełnionych obu kolumn: liczby od 0 w górę oraz „tak” albo „nie”.',
    leftOut: (v) =>
      `${n(v)} ${plural('pl', v, { one: 'osoba nie ma', few: 'osoby nie mają', many: 'osób nie ma', other: 'osoby nie ma' })} wypełnionych obu kolumn i nie ${plural('pl', v, { one: 'jest liczona', few: 'są liczone', many: 'jest liczonych', other: 'jest liczona' })}.`,
    heading: (length, ended) => `Jeszcze bez „${ended}” według „${length}”`,
    plain: (v) => n(v),
    at: (length, v) => `${length}: ${n(v)}`,
    sentence: (length, ended, lines) => `Odsetek osób jeszcze bez „${ended}” według „${length}”. ${lines}`,
    sentenceLine: (name, waiting, at) => `${name}: ${waiting} przy ${n(at)}`,
    caption: (ended) => `„${ended}” według segmentów`,
    people: 'Osoby',
    yes: (ended) => `${ended}: tak`,
    median: (length) => `Połowa do „${length}”`,
    notReached: (at) => `nie do ${n(at)}`,
    atRisk: 'Ilu pozostało i ilu jeszcze liczyliśmy (liczba narażonych)',
  },
};
