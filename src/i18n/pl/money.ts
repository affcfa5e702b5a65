import type { en } from '../en/money';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const count = (v: number, one: string, few: string, many: string, other = few) =>
  `${n(v)} ${plural('pl', v, { one, few, many, other })}`;
const orders = (v: number) => count(v, 'zamówienie', 'zamówienia', 'zamówień', 'zamówienia');

export const pl: Shape<typeof en> = {
  by: 'Według',
  byChoice: { campaign: 'kampanii', channel: 'kanałów', segment: 'segmentów' },
  matchOn: 'Zamówienia nazywa pole',
  matchField: (label, names, cost) =>
    names === 0
      ? `${label} (żadnej wspólnej nazwy)`
      : `${label} (${count(names, 'nazwa', 'nazwy', 'nazw', 'nazwy')}, ${cost})`,
  heading: {
    campaign: 'Zwrot z wydatków na reklamę według kampanii',
    channel: 'Zwrot z wydatków na reklamę według kanałów',
    segment: 'Zwrot z wydatków na reklamę według segmentów',
  },
  period: (range) => `${range}: dni wspólne dla porównania, zamówień i wydatków.`,
  how: {
    orders: 'Przychód po zwrotach z zamówień, które same mają tę nazwę.',
    people:
      'Przychód po zwrotach od klientów pozyskanych pod tą nazwą, niezależnie od tego, co skłoniło ich do zakupu teraz.',
  },
  intervals:
    'Przedziały 95%: klienci losowani wielokrotnie (bootstrap), wydatki przyjęte bez zmian. Poniżej dziesięciu klientów przedziału nie podajemy.',
  breakEvenLine: 'Pionowa linia: 1, czyli przychód równy wydatkom.',
  sentence: (rows) => `Zwrot z wydatków na reklamę. ${rows}`,
  column: {
    name: { campaign: 'Kampania', channel: 'Kanał', segment: 'Segment' },
    cost: 'Wydano',
    direct: 'w tym na segment',
    orders: 'Zamówienia',
    customers: 'Klienci',
    newCustomers: 'Nowi',
    revenue: 'Przychód',
    roas: 'ROAS',
    interval: '95%',
    roi: 'ROI',
    cac: 'CAC',
    platform: 'ROAS wg platformy',
  },
  total: 'Wszystkie wydatki, cała sprzedaż',
  none: {
    'no-cost': 'brak znanych wydatków',
    'no-orders-named': 'żadne zamówienie nie ma tej nazwy',
    'no-margin': 'podaj marżę',
    'no-new-customers': 'brak nowych klientów',
    'history-too-short': 'za krótka historia',
    'no-amounts': 'brak kwot',
  },
  from: (lo) => `od ${lo}`,
  segmentNote:
    'Koszt kampanii dzielimy po równo między tych, którzy z niej zamówili; segment ponosi część przypadającą na jego członków i to, co wpisano na niego wprost. Bez własnych wydatków liczą się tylko zamówienia z kampanii, które coś kosztowały. Segmenty zachodzące na siebie ponoszą część kosztów podwójnie.',
  historyNote:
    'Klient jest nowy, jeśli jego pierwsze zamówienie w danych przypada na te dni. Wcześniejszych zamówień mamy mniej niż 90 dni, więc nie da się powiedzieć, kto jest nowy.',
  rowsLeft: (v) =>
    `${count(v, 'pozycji', 'pozycji', 'pozycji', 'pozycji')} z mniejszymi wydatkami i sprzedażą nie pokazujemy.`,
  unattributed: {
    title: 'Czego nie da się przypisać',
    nothing: 'Wszystko przypisane: wydatki mają zamówienia, a zamówienia nazwy, na które coś wydano.',
    spend: (amount, names) =>
      names === 0
        ? `${amount} wydano bez żadnej nazwy.`
        : `${amount} wydano pod ${count(names, 'nazwą, której', 'nazwami, których', 'nazwami, których', 'nazwy, której')} nie ma żadne zamówienie, albo bez nazwy. To nie dowód braku sprzedaży: może brakować tagów.`,
    ordersUnnamed: (v, revenue) => `${orders(v)} (${revenue}) bez nazwy.`,
    ordersUnpaid: (v, revenue) => `${orders(v)} (${revenue}) pod nazwą, na którą nie znamy żadnych wydatków.`,
    otherCurrency: (amount) => `${amount} wydano w innej walucie. Walut nigdy nie sumujemy.`,
    noCurrency: (amount) => `${amount} wydano bez podanej waluty; tę kwotę pomijamy.`,
    outside: (amount) => `${amount} wydano poza tymi dniami.`,
    undated: (amount) => `${amount} wydano bez podania kiedy; tę kwotę pomijamy.`,
    spread: (amount) => `${amount} podano tylko dla zakresu dni; rozkładamy tę kwotę na nie po równo.`,
    replaced: (v) =>
      `${count(v, 'wiersz wydatków zastąpiono', 'wiersze wydatków zastąpiono', 'wierszy wydatków zastąpiono', 'wiersza wydatków zastąpiono')} późniejszym importem tej samej kampanii i dni.`,
    ordersOther: (v, currency) =>
      `${orders(v)} w walucie innej niż ${currency}: ${plural('pl', v, { one: 'pominięte', few: 'pominięte', many: 'pominiętych', other: 'pominięte' })}.`,
  },
  margin: {
    unset: 'nie podano',
    label: 'Marża',
    hint: 'Ile zostaje z przychodu po zapłaceniu za towar. Zapamiętujemy ją i używamy wszędzie, gdzie pokazujemy ROI.',
    percent: '% przychodu',
    byCategory: 'Różna w kategoriach',
    category: 'Kategoria',
    save: 'Zapamiętaj marżę',
    forget: 'Zapomnij marżę',
    saved: 'Marża zapamiętana.',
    used: (share) => `Marża: ${share} przychodu, podana przez Ciebie.`,
    usedByCategory: (share, size) =>
      `Marża podana przez Ciebie: ${share}, a inna w ${count(size, 'kategorii', 'kategoriach', 'kategoriach', 'kategorii')}.`,
    bad: 'Liczba od 0 do 100.',
  },
  spend: {
    title: 'Wydatki wpisane ręcznie',
    none: 'Brak. Dodaj to, czego nie ma w żadnym eksporcie: prowizję agencji, narzędzie do mailingu, wydarzenie.',
    add: 'Dodaj wydatek',
    edit: 'Zmień',
    remove: 'Usuń',
    removeOf: (name) => `Usuń wydatek: ${name}`,
    editOf: (name) => `Zmień wydatek: ${name}`,
    removeQuestion: (name, amount) => `Usunąć ${amount} wydane na: ${name}?`,
    removeYes: 'Usuń',
    on: 'Wydano na',
    kinds: { campaign: 'kampanię', channel: 'kanał', segment: 'segment' },
    name: 'Nazwa, jaką mają zamówienia',
    segment: 'Segment',
    amount: 'Kwota',
    currency: 'Waluta',
    from: 'Pierwszy dzień',
    to: 'Ostatni dzień',
    save: 'Zapisz',
    cancel: 'Anuluj',
    saved: 'Wydatek zapisany.',
    removed: 'Wydatek usunięty.',
    needs:
      'Potrzebna nazwa, kwota większa od 0, trzyliterowa waluta i pierwszy dzień nie późniejszy niż ostatni.',
    gone: 'segment, którego już nie ma',
    columns: { on: 'Wydano na', amount: 'Kwota', days: 'Dni', typed: 'Wpisano' },
  },
  move: {
    title: 'A gdyby przesunąć część budżetu?',
    from: 'Zabierz z',
    to: 'Daj na',
    part: 'Przesuwana część',
    result: (amount, from, to) => `${amount} z „${from}” na „${to}”:`,
    even: 'jeśli nowe pieniądze przyniosą tyle, co tam średnio',
    halved: 'jeśli przyniosą połowę tego',
    revenue: 'Przychód',
    profit: 'Marża',
    range: (lo, hi) => `95%: od ${lo} do ${hi}`,
    breakEven: (share) =>
      `Przychód się nie zmieni, jeśli przesunięte pieniądze przyniosą ${share} tego, co średnio przynoszą tam wydane.`,
    assume:
      'To szkic, nie prognoza. Zakłada, że tych zamówień by inaczej nie było, że zabrane pieniądze przynosiły tyle co średnio i że następne dni będą podobne. Dokładane pieniądze przynoszą zwykle mniej niż już wydane: pokazuje to drugi wiersz, a w rzeczywistości może być gorzej. Rozstrzygnie tylko test z pominięciem części klientów albo regionów.',
    none: 'Obie pozycje muszą mieć wydatki i co najmniej dziesięciu klientów.',
    few: 'Do szkicu potrzebne są dwie pozycje z wydatkami i co najmniej dziesięcioma klientami każda.',
  },
  noSpend: 'Nie ma wydatków w tej walucie.',
  noSpendYet: 'W danych nie ma jeszcze żadnych wydatków.',
  noSpendNext: 'Dodaj eksport z Google Ads albo Meta Ads w części Dane lub wpisz, ile wydano.',
  noCommon: 'Wydatki i porównywane zamówienia nie mają wspólnych dni.',
  noCommonNext: 'Wybierz wyżej inny okres albo dodaj brakujące dane.',
  typed: (entries) =>
    count(
      entries,
      'kwota wpisana ręcznie',
      'kwoty wpisane ręcznie',
      'kwot wpisanych ręcznie',
      'kwoty wpisanej ręcznie',
    ),
  sources: 'Skąd są te dane',
};
