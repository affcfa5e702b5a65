import type { en } from '../en/report-run';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  asked: {
    dates: 'co jest pierwsze w datach',
    decimals: 'co oddziela grosze',
    amounts: 'w czym zapisano kwoty',
    currency: 'waluta kwot',
    customers: 'czyje są numery klientów',
    timeZone: 'strefa czasowa godzin',
  },
  answers: {
    'day-first': 'dzień',
    'month-first': 'miesiąc',
    'year-first': 'rok',
    comma: 'przecinek',
    dot: 'kropka',
    whole: 'pełne jednostki',
    minor: 'grosze',
    millionths: 'milionowe części',
    none: 'bez waluty',
    own: 'tylko tego pliku',
    shared: 'te same co w plikach przed nim',
    'as-written': 'nieznana; godziny zostają, jak zapisano',
  },
  quoted: (name: string) => `„${name}”`,
  like: (example: string) => ` (np. ${example})`,
  told: (what: string, answer: string) => `${what}: ${answer}, zgodnie z poleceniem.`,
  taken: (what: string, answer: string, otherwise: string) =>
    `${what}: ${answer}. Tego nie podano; inaczej: ${otherwise}.`,
  impossible: (what: string, answer: string, told: string) =>
    `${what}: ${answer}. Podano ${told}, ale te wartości nie mogą takie być.`,
  notAsked: (list: string) => `Podano, a nikt o to nie pytał: ${list}.`,
  noPage: {
    nobody: 'Bez strony raportu: żaden wiersz nie mówi, czyj jest.',
    'ids-shortened':
      'Bez strony raportu: arkusz kalkulacyjny skrócił numery klientów, więc nikogo nie da się odróżnić.',
    'no-group':
      'Bez strony raportu: żaden gotowy segment nikogo nie obejmuje; z tego, co wiadomo o klientach, nie powstaje żadna grupa.',
    'no-values': 'nie ma strony: wiersze to dni albo pojedyncze wartości, więc nie ma czego porównać.',
  },
};
