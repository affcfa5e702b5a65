import type { en } from '../en/quality';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);

export const pl: Shape<typeof en> = {
  title: 'Czy to dobry segment?',
  goal: 'Według',
  goals: {
    revenue: 'przychodu na klienta',
    orders: 'zamówień na klienta',
    events: 'zdarzeń na klienta',
  },
  since: 'Od',
  sinces: {
    week: 'tygodnia wcześniej',
    month: 'miesiąca wcześniej',
    quarter: 'kwartału wcześniej',
    year: 'roku wcześniej',
  },
  levels: { good: 'dobrze', fair: 'średnio', poor: 'słabo', untold: 'nie wiadomo' },
  marks: { good: '✓', fair: '~', poor: '!', untold: '?' },
  badges: {
    large: 'Dość duży',
    homogeneous: 'Inny niż reszta',
    distinct: 'Odrębny',
    stable: 'Trwały',
    reachable: 'Osiągalny',
    unknown: 'Rozpoznany',
  },
  facts: {
    mean: (mean, half, people) => `${mean} ± ${half} na klienta (n = ${people}, 95%)`,
    meanOnly: (mean, people) => `${mean} na klienta (n = ${people})`,
    people: (people) => `n = ${people}`,
    smallest: (difference) => `Najmniejsza różnica od pozostałych, jaką mógłby wykazać: ${difference}`,
    test: (each, change) => `Test zmiany o ${change} wymaga po ${each} osób w każdej połowie`,
    ads: (least, enough) =>
      `Platformy reklamowe przyjmują listy od około ${least} dopasowanych osób, a dobrze działają od ${enough}`,
    eta: (share, people) =>
      `η² = ${share}: tyle różnic wyjaśnia sama przynależność do segmentu (n = ${people})`,
    etaUntold: 'η² nie da się policzyć',
    closest: (share) => `Jaccard ${share} z najbliższym:`,
    kept: (share, still, of, day) =>
      `${share} osób, które były w nim ${day}, nadal w nim jest: ${still} z ${of}`,
    keptUntold: (v) => `o ${n(v)} kolejnych nie wiadomo`,
    noHistory: (since) => `Dane nie sięgają ${since}`,
    noneBefore: (day) => `${day} nie było w nim nikogo`,
    email: (reachable, of) => `E-mail: ${reachable} z ${of} ma adres i zgodę`,
    sms: (reachable, of) => `SMS: ${reachable} z ${of} ma numer i zgodę`,
    silent: (v) =>
      `${n(v)} z kontaktem ${plural('pl', v, { one: 'nie wyraziła', few: 'nie wyraziły', many: 'nie wyraziło', other: 'nie wyraziło' })} ani zgody, ani sprzeciwu`,
    noContact: 'W danych nie ma adresów e-mail ani numerów telefonu',
    unknown: (share, people, of) => `Nie wiadomo o ${share}: ${people} z ${of}`,
  },
  advice: {
    'large-good': 'Jego liczby są na tyle pewne, że można go porównywać, testować i reklamować.',
    'large-fair': 'Można porównywać, patrząc na przedziały; do testu lub kampanii warto poszerzyć regułę.',
    'large-poor': 'Za mało osób na pewne liczby. Poszerz regułę albo pisz do nich osobiście.',
    'large-none': 'Nie ma w nim nikogo. Poluzuj regułę.',
    'large-no-goal': 'Nie ma danych, którymi można by zmierzyć te osoby. Dodaj zamówienia.',
    'homogeneous-good': 'Wyraźnie różnią się od reszty: warto zrobić dla nich osobną kampanię.',
    'homogeneous-fair': 'Trochę różnią się od reszty: najpierw warto spróbować małej kampanii.',
    'homogeneous-poor':
      'Według tej miary są jak wszyscy inni: oceń inną miarą albo połącz z innym segmentem.',
    'homogeneous-untold': 'Nie ma z kim ich zestawić albo wszyscy są tacy sami.',
    'distinct-good': 'Żaden inny segment nie obejmuje tych samych osób.',
    'distinct-fair': 'Wiele osób wspólnych z innym segmentem: uważaj, by nie pisać do nich dwa razy.',
    'distinct-poor': 'To prawie te same osoby co w innym segmencie: wystarczy jeden z nich.',
    'distinct-untold': 'Nie ma innego segmentu, z którym można by go zestawić.',
    'stable-good': 'Osoby w nim zostają: można planować na miesiące.',
    'stable-fair': 'Osoby przychodzą i odchodzą: przed każdą kampanią pobierz listę od nowa.',
    'stable-poor': 'Większość szybko odchodzi: działaj w ciągu dni, najlepiej automatyzacją.',
    'stable-no-history': 'Zbierz dłuższą historię albo wybierz krótszy czas.',
    'stable-none-before': 'Nie ma jeszcze nikogo, kto mógłby w nim zostać.',
    'reachable-good': 'Do większości można pisać, za ich zgodą.',
    'reachable-fair': 'Do części można pisać; resztę warto poprosić o zgodę przy następnym zamówieniu.',
    'reachable-poor': 'Prawie do nikogo nie można napisać. Poproś o zgodę albo dotrzyj w sklepie i reklamą.',
    'reachable-no-contact': 'Dodaj eksport klientów z e-mailem lub telefonem i ze zgodami.',
    'reachable-no-consent': 'Kontakty są, zgód nie ma. Dodaj eksport, który mówi, kto się zgodził.',
    'unknown-good': 'O prawie wszystkich wiadomo, czy do niego należą.',
    'unknown-fair': 'O części nie wiadomo; nie stoją po żadnej stronie porównania.',
    'unknown-poor': 'O zbyt wielu nie wiadomo: dodaj dane, o które pyta reguła.',
  },
};
