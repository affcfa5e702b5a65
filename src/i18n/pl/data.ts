import type { en } from '../en/data';
import { plural } from '../plural';
import type { Shape } from '../shape';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });
const n = (value: number) => grouped.format(value);
const forms = (v: number, one: string, few: string, many: string) =>
  plural('pl', v, { one, few, many, other: few });
const of = (v: number, one: string, few: string, many: string) => `${n(v)} ${forms(v, one, few, many)}`;
const rows = (v: number) => of(v, 'wiersz', 'wiersze', 'wierszy');
const tables = (v: number) => of(v, 'tabela', 'tabele', 'tabel');

/** Why not all rows of a page were gathered, by `GatherEnd`. */
const GATHERED_PARTLY: Readonly<Record<string, string>> = {
  short: '; więcej strona nie pokazała',
  enough: ', potem zbieranie przerwano',
  'row-limit': '; więcej ze strony nie bierzemy',
  'time-limit': ', potem skończył się czas',
  stuck: '; dalej strona nie pokazała nic nowego',
  replaced: '; potem w tym miejscu pojawiła się inna tabela',
  gone: '; potem tabela zniknęła',
};

export const pl: Shape<typeof en> = {
  title: 'Dane',
  held: {
    people: (v) => of(v, 'klient', 'klientów', 'klientów'),
    orders: (v) => of(v, 'zamówienie', 'zamówienia', 'zamówień'),
    unattributed: (v) => `${of(v, 'zamówienie', 'zamówienia', 'zamówień')} bez znanego klienta`,
    events: (v) => of(v, 'zdarzenie', 'zdarzenia', 'zdarzeń'),
    reports: (v) => of(v, 'raport', 'raporty', 'raportów'),
    coverage: (range) => `zamówienia i zdarzenia z okresu ${range}`,
    stored: (bytes) => `${bytes} na tym komputerze`,
    joined: (v) => `${of(v, 'klient jest', 'klientów jest', 'klientów jest')} w więcej niż jednym eksporcie.`,
    ambiguous: (v) => `${of(v, 'przypadku', 'przypadków', 'przypadków')} nie dało się połączyć na pewno.`,
    whoIsWho: 'Kto jest kim',
  },
  storage: {
    vanished: 'Przeglądarka straciła dane, które Segment Lens tu trzymał.',
    vanishedTodo:
      'Dodaj eksporty jeszcze raz. Jeśli to się powtarza, sprawdź, czy przeglądarka nie czyści danych stron przy zamykaniu.',
    notPersistent: 'Przeglądarka może usunąć te dane, gdy zabraknie miejsca na dysku.',
    notPersistentTodo: 'Zachowaj swoje eksporty, żeby móc je dodać ponownie.',
  },
  drop: {
    title: 'Upuść tu eksporty',
    over: 'Puść, żeby wczytać pliki',
    choose: 'Wybierz pliki',
    hint: 'CSV, Excel, JSON lub ZIP ze sklepu, CRM, GA4, narzędzia do mailingu albo arkusza. Jeden lub wiele.',
    stays:
      'Są czytane na tym komputerze i nigdzie nie wychodzą. Nic nie jest zapisywane, zanim tego nie zobaczysz.',
    sample: 'Wypróbuj na przykładowych danych',
    label: 'Dodawanie plików',
  },
  inbox: {
    title: 'Zebrane ze stron, czekają',
    arriving: 'jeszcze spływa',
    look: 'Obejrzyj i zachowaj',
    discard: 'Odrzuć',
    discardOf: (title) => `Odrzuć: ${title}`,
    lookOf: (title) => `Obejrzyj i zachowaj: ${title}`,
    size: (r, c) => `${r} × ${c}`,
  },
  survey: {
    waiting: 'Czeka na poprzedni plik',
    reading: (name) => `Czytam ${name}`,
    stopped: 'Czytanie przerwane.',
    encoding: (name) => `kodowanie: ${name}`,
    delimiter: {
      ',': 'rozdzielany przecinkami',
      ';': 'rozdzielany średnikami',
      '\t': 'rozdzielany tabulatorami',
      '|': 'rozdzielany kreskami',
      ':': 'rozdzielany dwukropkami',
      '~': 'rozdzielany tyldami',
      '^': 'rozdzielany daszkami',
      ' ': 'rozdzielany spacjami',
      whitespace: 'kolumny oddzielone odstępami',
    },
    readOtherwise: 'Litery lub kolumny wyglądają źle? Odczytaj inaczej',
    encodingLabel: 'Kodowanie liter',
    delimiterLabel: 'Podział kolumn',
    byItself: 'Rozpoznaj samodzielnie',
    detected: (found) => `rozpoznane: ${found}`,
    nothing: 'W tym pliku nie ma nic do zachowania.',
    remove: (name) => `Usuń z listy: ${name}`,
  },
  table: {
    keep: 'Zachowaj tę tabelę',
    as: 'Zachowaj jako',
    how: {
      recognised: (what) => `Rozpoznano: ${what}`,
      remembered: (what) => `Kolumny przypisane jak ostatnio: ${what}`,
      guessed: (what) => `Wygląda na: ${what}`,
      guessedKind: {
        people: 'Wygląda na listę klientów',
        orders: 'Wygląda na zamówienia',
        events: 'Wygląda na zdarzenia',
        reports: 'Wygląda na raport',
        spend: 'Wygląda na wydatki reklamowe',
      },
      unknown: 'Nie rozpoznano: wskaż, co to jest, i sprawdź kolumny',
    },
    why: {
      empty: 'Nie ma wierszy.',
      'narrower-copy': 'Następna tabela ma te same wiersze i więcej kolumn.',
    },
    duplicate: 'Ta tabela jest już zachowana i nie zostanie zachowana drugi raz.',
    readTwice: 'Ten sam plik dodano dwa razy. Zachowany będzie raz.',
    rows,
    totals: (v) => `${of(v, 'wiersz sumy odłożony', 'wiersze sum odłożone', 'wierszy sum odłożonych')}`,
    blank: (v) => `${of(v, 'pusta linia pominięta', 'puste linie pominięte', 'pustych linii pominiętych')}`,
    firstRows: 'Pierwsze wiersze, tak jak w pliku',
    preamble: 'Linie nad nagłówkiem',
    columns: (kept, left) =>
      left === 0
        ? `${of(kept, 'kolumna zachowana', 'kolumny zachowane', 'kolumn zachowanych')}, żadna pominięta`
        : `${of(kept, 'kolumna zachowana', 'kolumny zachowane', 'kolumn zachowanych')}, ${of(left, 'pominięta', 'pominięte', 'pominiętych')}`,
    problems: (v) => of(v, 'znaleziony problem', 'znalezione problemy', 'znalezionych problemów'),
    moreProblems: (v) => `i jeszcze ${n(v)}`,
    otherTables: (v) =>
      of(v, 'inna tabela, niezachowywana', 'inne tabele, niezachowywane', 'innych tabel, niezachowywanych'),
  },
  kinds: {
    people: 'Klienci',
    orders: 'Zamówienia',
    events: 'Zdarzenia',
    reports: 'Raport',
    spend: 'Koszty reklam',
  },
  mapping: {
    source: 'Kolumna w pliku',
    field: 'Zachowaj jako',
    read: 'Czytana jako',
    notes: 'Uwagi',
    fieldOf: (column) => `Zachowaj „${column}” jako`,
    readOf: (column) => `Czytaj „${column}” jako`,
    noValues: 'brak wartości',
    filled: (share) => `wypełnione ${share}`,
    custom: { row: 'Własna cecha', person: 'Własna cecha klienta' },
    leftOut: 'Pomiń',
    dimension: 'Wymiar',
    metric: {
      count: 'Dane: liczba',
      money: 'Dane: kwota',
      rate: 'Dane: współczynnik',
      seconds: 'Dane: czas trwania',
      ratio: 'Dane: iloraz',
    },
    groups: { who: 'Czyje to jest', fields: 'Pola', customer: 'O kliencie', other: 'Inne' },
    misfits: (v, row, value) =>
      v === 1
        ? `1 wartość nie pasuje: wiersz ${row}, „${value}”`
        : `${of(v, 'wartość nie pasuje', 'wartości nie pasują', 'wartości nie pasuje')}, pierwsza w wierszu ${row}: „${value}”`,
    personal: {
      id: 'wskazuje osobę',
      email: 'dane osobowe: e-mail',
      phone: 'dane osobowe: telefon',
      name: 'dane osobowe: imię i nazwisko',
      address: 'dane osobowe: adres',
      birth: 'dane osobowe: data urodzenia',
      looks: 'wygląda na dane osobowe',
    },
    personalColumns: (v, list) =>
      `${of(v, 'kolumna zawiera', 'kolumny zawierają', 'kolumn zawiera')} dane osobowe: ${list}. Zostają na tym komputerze.`,
    leavePersonal: 'Pomiń nazwiska, telefony i adresy',
    reset: 'Wróć do propozycji',
    more: 'Jak liczone są wiersze',
    orderRows: 'Jeden wiersz to',
    orderRowsOf: {
      order: 'zamówienie',
      line: 'pozycja zamówienia; pozycje o tym samym numerze tworzą jedno zamówienie',
      'first-line': 'pozycja; pierwsza pozycja zamówienia niesie jego sumy',
    },
    cancelPrefix: 'Numery anulowanych zamówień zaczynają się od',
    cancelStatuses: 'Statusy oznaczające anulowanie',
    cancelStatusesHint: 'Oddzielone przecinkami',
    saleStatuses: 'Statusy oznaczające sprzedaż',
    saleStatusesHint: 'Oddzielone przecinkami; wiersze z innym statusem nie są sprzedażą',
    refundStatuses: 'Statusy oznaczające zwrot w całości',
    refundStatusesHint: 'Oddzielone przecinkami; gdy żadna kwota nie mówi, ile zwrócono',
    idSpace: 'Numery klientów należą do',
    idSpaceHint: 'Numer 123 z dwóch różnych przestrzeni to dwóch różnych klientów',
  },
  faults: {
    'nothing-kept': 'Wszystkie kolumny są pominięte, więc nie ma czego zachować.',
    'orders/no-time': 'Żadna kolumna nie jest datą zamówienia, więc niczego nie da się umieścić w czasie.',
    'orders/no-amount': 'Żadna kolumna nie jest kwotą, więc nie będzie przychodu.',
    'orders/no-person': 'Żadna kolumna nie mówi, czyje są zamówienia, więc nie trafią do żadnego segmentu.',
    'orders/no-sale-seen':
      'Żaden z widocznych statusów nie oznacza sprzedaży, więc nic nie zostałoby policzone jako sprzedane. Wskaż właściwe w regułach poniżej.',
    'orders/lines-without-id':
      'Wiersze to pozycje zamówień, ale żadna kolumna nie jest numerem zamówienia, który je łączy.',
    'events/no-time': 'Żadna kolumna nie jest czasem zdarzenia, więc niczego nie da się umieścić w czasie.',
    'events/no-person': 'Żadna kolumna nie mówi, czyje są zdarzenia, więc nie trafią do żadnego segmentu.',
    'events/no-name': 'Żadna kolumna nie mówi, jakie to zdarzenia.',
    'people/no-key':
      'Żadna kolumna nie wskazuje klienta (numer, e-mail, telefon), więc tych wierszy nie da się połączyć z zamówieniami.',
    'reports/no-metric': 'Żadna kolumna nie zawiera danych liczbowych, więc nie ma czego porównywać.',
    'reports/no-dimension': 'Żadna kolumna nie jest wymiarem, więc wierszy nie da się rozróżnić.',
    'spend/no-day': 'Żadna kolumna nie jest dniem, więc koszty porównasz za cały czas raportu.',
    'spend/no-cost': 'Żadna kolumna nie jest kosztem.',
    'field/unknown': 'Ta tabela nie ma takiego pola.',
    'field/twice': 'Inna kolumna trafia w to samo pole: w każdym wierszu liczy się pierwsza wypełniona.',
    'target/wrong-kind': 'To nie pasuje do tego, jako co tabela jest zachowywana.',
    'reading/not-a-number': 'Nie da się odczytać jako liczb: wybierz inne pole albo pomiń kolumnę.',
    'reading/not-money': 'Nie da się odczytać jako kwot: wybierz inne pole albo pomiń kolumnę.',
    'reading/not-a-date': 'Nie da się odczytać jako dat: wybierz inne pole albo pomiń kolumnę.',
    'reading/not-a-flag': 'Nie da się odczytać jako tak lub nie: wybierz inne pole albo pomiń kolumnę.',
    'reading/not-text': 'Nie jest czytane jako tekst: wybierz inne pole albo pomiń kolumnę.',
    'column/misfits': 'Niektóre wartości nie pasują do reszty kolumny.',
    'currency/unknown': 'Waluta kwot nie jest znana.',
  },
  reading: {
    text: 'tekst',
    id: 'identyfikator, bez zmian',
    number: (example) => `liczba, np. ${example}`,
    percent: (example) => `procent, np. ${example}`,
    money: (example, currency) =>
      currency === null ? `kwota, np. ${example}` : `kwota w ${currency}, np. ${example}`,
    micros: (currency) => (currency === null ? 'kwota w milionowych' : `kwota w milionowych ${currency}`),
    minor: (currency) => (currency === null ? 'kwota w groszach' : `kwota w setnych ${currency}`),
    date: {
      ymd: 'data, rok-miesiąc-dzień',
      dmy: 'data, dzień/miesiąc/rok',
      mdy: 'data, miesiąc/dzień/rok',
      compact: 'data, rrrrmmdd',
      serial: 'data jako numer dnia z arkusza',
      epoch: 'chwila liczona od 1970 roku',
    },
    withTime: (date) => `${date}, z godziną`,
    nth: {
      hour: (from) => `godziny liczone od ${from}`,
      day: (from) => `dni liczone od ${from}`,
      week: (from) => `tygodnie liczone od ${from}`,
      month: (from) => `miesiące liczone od ${from}`,
      year: (from) => `lata liczone od ${from}`,
    },
    duration: 'czas trwania w sekundach',
    flag: 'tak lub nie',
    consent: { in: 'zgoda: tak, nie lub nieznana', out: 'wypisanie: tak oznacza brak zgody' },
  },
  ask: {
    title: (v) => `${of(v, 'pytanie', 'pytania', 'pytań')}, zanim to zachowasz`,
    dates: (example) => `${example}: najpierw dzień czy miesiąc?`,
    dayFirst: 'Najpierw dzień',
    monthFirst: 'Najpierw miesiąc',
    yearFirst: 'Najpierw rok',
    decimals: (example) => `${example}: co oznacza znak w środku?`,
    scales: (example) => `${example}: ile to pieniędzy?`,
    scaleUnits: 'Pełne jednostki',
    scaleMinor: 'Grosze (centy)',
    scaleMicros: 'Milionowe, jak zapisują je interfejsy reklamowe',
    ids: (list) => `Czyje numery są w ${list}?`,
    idsHint:
      'Ten sam numer w dwóch plikach może oznaczać dwóch różnych klientów. Pytamy raz dla plików o tym układzie.',
    idsOf: (name) => `Te same co w ${name}`,
    idsOwn: 'Własne numery: nikogo z nich nie ma w pozostałych plikach',
    readAs: (value) => `to jest ${value}`,
    quoted: (name) => `„${name}”`,
    columns: (v, list) =>
      `${v === 1 ? 'Kolumna' : 'Kolumny'} ${list}. Każda wartość pasuje na oba sposoby, więc tylko Ty możesz to rozstrzygnąć.`,
    currency: 'W jakiej walucie są kwoty?',
    currencyHint: (v, list) => `${v === 1 ? 'Kolumna' : 'Kolumny'} ${list}. Plik tego nie mówi.`,
    currencyNone: 'Zostaw bez waluty',
    currencyOther: 'Inna…',
    currencyCode: 'Kod z trzech liter',
    currencyCodeError: 'Trzy litery, np. PLN.',
    choose: 'Wybierz…',
  },
  desk: {
    title: 'Do obejrzenia',
    ready: (v, r) => `${tables(v)}, ${r}`,
    questions: (v) => `najpierw ${of(v, 'pytanie', 'pytania', 'pytań')} do rozstrzygnięcia`,
    faults: (v) => `${of(v, 'tabeli', 'tabel', 'tabel')} nie da się zachować przy tym przypisaniu kolumn`,
    none: 'Nic nie jest zaznaczone do zachowania.',
    keep: (v) => (v === 1 ? 'Zachowaj tabelę' : `Zachowaj ${tables(v)}`),
    discard: 'Odrzuć wszystko',
    discardQuestion: 'Zapomnieć to, co wczytano? Nic z tego nie jest jeszcze zapisane.',
    importing: 'Zachowuję',
    importCancelled: 'Przerwano. Nic nie zostało zapisane; wcześniejsze dane są bez zmian.',
    surveyed: (v) => `Wczytano ${of(v, 'plik', 'pliki', 'plików')}.`,
  },
  account: {
    title: (kept, seen) => `Zachowano ${kept} z ${seen} wierszy.`,
    allKept: (seen) => `Zachowano wszystkie wiersze: ${seen}.`,
    refused: (v) => of(v, 'wiersz odrzucony', 'wiersze odrzucone', 'wierszy odrzuconych'),
    sum: (seen, kept, refused, apart) =>
      apart === null
        ? `wierszy: ${seen} = ${kept} zachowanych + ${refused} odrzuconych`
        : `wierszy: ${seen} = ${kept} zachowanych + ${refused} odrzuconych; poza tym odłożone: ${apart} (sumy, puste linie)`,
    refusedFirst: (shown, total) =>
      shown === total
        ? of(total, 'odrzucony wiersz', 'odrzucone wiersze', 'odrzuconych wierszy')
        : `Pierwsze ${n(shown)} z ${n(total)} odrzuconych wierszy`,
    refusedRow: 'Wiersz',
    refusedWhy: 'Dlaczego odrzucony',
    refusedCell: (place) => `Komórka ${place}`,
    download: 'Pobierz odrzucone wiersze',
    downloadOf: (name) => `Pobierz odrzucone wiersze: ${name}`,
    toSegments: 'Zobacz segmenty',
    toCompare: 'Porównaj je',
    problems: 'Co znaleziono',
  },
  captures: {
    title: 'Zachowane na tym komputerze',
    none: 'Nic tu jeszcze nie ma',
    noneText:
      'Dodaj eksport zamówień, klientów albo raport. Segmenty pojawią się same, z progami dobranymi do Twoich danych.',
    rows,
    refused: (v) => of(v, 'odrzucony', 'odrzucone', 'odrzuconych'),
    collected: (when) => `zebrano ${when}`,
    passport: 'Paszport',
    passportOf: (name) => `Paszport: ${name}`,
    delete: 'Usuń',
    deleteOf: (name) => `Usuń: ${name}`,
    deleteQuestion: (name, r) =>
      `Usunąć „${name}” (${r})? Segmenty i porównania zostaną policzone bez tego zbioru. Tego nie da się cofnąć; pliku źródłowego to nie dotyczy.`,
    deleteYes: 'Usuń na zawsze',
    deleted: (name) => `Usunięto „${name}”.`,
    deleteAll: 'Usuń wszystko',
    deleteAllQuestion:
      'Usunąć z tego komputera wszystkie zebrane dane, segmenty i zapisane wybory? Tego nie da się cofnąć. Twoich plików i narzędzi, z których pochodzą, to nie dotyczy.',
    deleteAllYes: 'Usuń wszystko na zawsze',
    deletedAll: 'Usunięto wszystko.',
  },
  passport: {
    source: 'Źródło',
    file: (name, bytes) => `${name} (${bytes})`,
    recognised: 'Rozpoznano jako',
    byItsColumns: 'zwykła tabela, po nagłówkach i wartościach',
    account: 'Konto',
    property: 'Usługa',
    dates: 'Okres',
    collected: 'Zebrano',
    zone: 'Strefa czasowa',
    zoneAsWritten: 'tak jak w źródle',
    zoneOfSource: (zone) => `tak jak w źródle, które jest w strefie ${zone}`,
    zoneConverted: (shown, from) =>
      from === null
        ? `${shown}, według przesunięć podanych w źródle`
        : `${shown}, przeliczone ze strefy ${from}`,
    rows: 'Wiersze',
    leftOut: 'Pominięte kolumny',
    leftOutNone: 'żadne',
    notes: 'Uwagi',
    check: 'Zgodność z sumami źródła',
    checkColumn: 'Kolumna',
    checkKept: 'Suma zachowanych wierszy',
    checkStated: 'Źródło podaje',
    checkAgrees: 'Zgodność',
    agrees: '✓ zgadza się',
    differs: '≠ różni się',
    problems: 'Problemy',
  },
  notes: {
    sampled: () => 'Źródło podaje, że to próbka, a nie wszystkie dane.',
    thresholded: () => 'Źródło ukryło małe grupy ze względu na prywatność.',
    'other-row': () => 'Źródło zebrało rzadkie wartości jako „(other)”.',
    'rows-are-orders': () => 'Każdy wiersz liczy się jako zamówienie: źródło nie podaje numeru zamówienia.',
    'lines-grouped-into-orders': (p) =>
      p.rows && p.orders
        ? `Wiersze (${p.rows}) to pozycje zamówień (${p.orders}).`
        : 'Wiersze połączono w zamówienia.',
    'no-currency': () => 'Źródło nie podaje waluty.',
    'rows-not-on-page': (p) =>
      p.onPage && p.stated
        ? `Strona pokazywała ${p.onPage} z ${p.stated} wierszy; pozostałych tu nie ma.`
        : 'Strona pokazywała tylko część wierszy.',
    'sums-left-out': (p) =>
      `Wiersze, które obejmują inne (${p.rows ?? ''}), zostały pominięte: obok nich liczyłyby się dwa razy.`,
    'rows-collapsed': (p) =>
      `Wiersze, które pozostały zwinięte na stronie (${p.rows ?? ''}), są tutaj z własnymi liczbami; tych, które są w nich, nie ma.`,
    'rows-unsure': (p) =>
      `Wiersze rozwinięte na stronie (${p.rows ?? ''}) mogą liczyć się dwa razy, razem z tym, co obejmują: strona nie mówi, które to wiersze. Zbierz wszystkie wiersze albo zwiń je na stronie i zbierz ponownie.`,
    'gathered-inside': (p) =>
      `Zebrano wszystkie wiersze, także te wewnątrz innych: ${p.rows ?? ''}${p.pages === '1' || p.pages === undefined ? '' : `, liczba stron: ${p.pages}`}. Rozwinięte w tym celu wiersze: ${p.opened ?? ''}.`,
    gathered: (p) =>
      `Zebrano wszystkie wiersze, nie tylko widoczne: ${p.rows ?? ''}${p.pages === '1' || p.pages === undefined ? '' : `, liczba stron: ${p.pages}`}${p.stated === undefined ? '. Strona nie podaje, ile ich jest' : `; strona podaje ${p.stated}`}.`,
    'gathered-partly': (p) =>
      `Zebrane wiersze: ${p.rows ?? ''}${p.stated === undefined ? '' : ` z ${p.stated}`}${GATHERED_PARTLY[p.why ?? ''] ?? ''}.${p.missing === undefined ? '' : ` Brakuje między nimi wierszy: ${p.missing}, po wierszu ${p.after ?? ''}.`}`,
    'unattributed-rows': (p) =>
      p.rows
        ? `Wiersze bez klienta (${p.rows}) są zachowane i liczone osobno.`
        : 'Część wierszy nie ma klienta: są zachowane i liczone osobno.',
    'returns-without-sale': (p) =>
      p.rows ? `Zwroty bez sprzedaży w tym pliku: ${p.rows}.` : 'Część zwrotów nie ma sprzedaży w tym pliku.',
    'changed-while-reading': () => 'Strona zmieniła się w trakcie czytania.',
    'lines-unfolded': (p) =>
      `Wiersze (${p.rows ?? ''}) wyliczają, co kupiono: powstały z nich pozycje (${p.lines ?? ''}).`,
    'rows-set-apart': (p) => `Wiersze innej części pliku, których tu nie ma: ${p.rows ?? ''}.`,
    'filled-down': () => 'Puste komórki raportu grupowanego oznaczają to, co stoi nad nimi.',
    'not-set': (p) =>
      `Komórki w rodzaju „(not set)” (${p.cells ?? ''}) mówią, że źródło nic nie wie: tu są puste.`,
    'several-people': (p) =>
      `Wiersze, które wymieniają kilka osób: ${p.rows ?? ''}. Każdy liczy się pierwszej z nich i zachowuje całą listę.`,
    'attribution-only': (p) =>
      `Z kolumny „${p.column ?? ''}” zostają tylko kampania, źródło i medium; podane w wierszach: ${p.rows ?? ''}.`,
    'future-dates': (p) => `Wiersze z datą po dniu pobrania: ${p.rows ?? ''}, najpóźniejsza ${p.last ?? ''}.`,
    'several-currencies': (p) =>
      `${p.columns ?? ''}: kwoty w kilku walutach (${p.currencies ?? ''}), których nigdy nie sumujemy. Z kursami w Ustawieniach zostaną przeliczone wiersz po wierszu.`,
    'in-millionths': () => 'Źródło zapisuje kwoty w milionowych: podzielono je przez 1 000 000.',
    'current-period': () => 'Bieżący okres porównania dat.',
    'previous-period': () => 'Wcześniejszy okres porównania dat.',
    'erased-people': (p) => `Pominięte wiersze osób, które usunięto na stałe: ${p.count ?? ''}.`,
  },
};
