import type { Problem, ProblemCode } from '../../core/problem';
import { plural } from '../plural';

const grouped = new Intl.NumberFormat('pl-PL', { useGrouping: 'always' });

const at = ({ row, column }: Problem) => {
  const place = row === undefined ? '' : `Wiersz ${grouped.format(row)}`;
  const where = column === undefined ? '' : `kolumna „${column}”`;
  if (place && where) return `${place}, ${where}: `;
  if (place) return `${place}: `;
  return where ? `Kolumna „${column}”: ` : '';
};
const value = (problem: Problem) => `„${problem.value ?? ''}”`;
const param = (problem: Problem, name: string) => {
  const found = problem.params?.[name];
  return typeof found === 'number' ? grouped.format(found) : found;
};
const cells = (problem: Problem) => {
  const [has, wants] = [param(problem, 'found'), param(problem, 'expected')];
  return has === undefined || wants === undefined ? '' : ` (${has} zamiast ${wants})`;
};

const megabytes = (problem: Problem) =>
  `${grouped.format(Math.floor(Number(problem.params?.['limit'] ?? 0) / (1024 * 1024)))} MB`;
const counted = (problem: Problem, one: string, few: string, many: string) => {
  const count = Number(problem.params?.['count'] ?? 0);
  return `${grouped.format(count)} ${plural('pl', count, { one, few, many, other: few })}`;
};

type Sentence = (problem: Problem) => string;

export const pl: Record<ProblemCode, Sentence> = {
  'file/empty': () => 'Plik jest pusty.',
  'file/header-only': () => 'Plik ma nagłówek i żadnego wiersza pod nim.',
  'file/not-text': () =>
    'To nie jest tabela: wygląda na obraz, dokument albo plik jakiegoś programu. Wyeksportuj ją jako CSV, Excel lub JSON i dodaj ponownie.',
  'file/too-large': () => 'Plik jest większy, niż przeglądarka potrafi odczytać.',
  'file/unreadable': () =>
    'Przeglądarka nie mogła odczytać pliku. Mógł zostać przeniesiony lub zmieniony po wybraniu.',
  'file/no-table': () => 'W pliku nie ma tabeli: żadne dwie linie nie mają tych samych kolumn.',
  'file/unknown-encoding': () =>
    'Nie udało się na pewno rozpoznać liter. Sprawdź nazwy z polskimi znakami; jeśli wyglądają źle, zapisz plik jako UTF-8 i dodaj ponownie.',
  'file/cut-off': () => 'Plik urywa się w środku wiersza; pobieranie mogło się nie dokończyć.',
  'archive/encrypted': () =>
    'Plik jest zabezpieczony hasłem, więc nie można go odczytać. Zapisz go bez hasła i dodaj ponownie.',
  'archive/damaged': () =>
    'Spakowany plik jest uszkodzony albo nie pobrał się do końca. Pobierz go jeszcze raz albo rozpakuj i dodaj to, co jest w środku.',
  'archive/method': () =>
    'Plik jest spakowany w sposób, którego przeglądarka nie rozpakuje. Rozpakuj go na komputerze i dodaj to, co jest w środku.',
  'archive/too-large': (p) =>
    `Po rozpakowaniu jest większy niż to, co można wczytać naraz (${megabytes(p)}). Rozpakuj go i dodawaj pliki po kolei.`,
  'archive/ratio': (p) =>
    `Po rozpakowaniu byłby ponad ${param(p, 'limit')} razy większy, jak bywa ze szkodliwymi plikami, więc nie został rozpakowany. Jeśli mu ufasz, rozpakuj go i dodaj to, co jest w środku.`,
  'archive/too-many-members': (p) =>
    `W środku jest więcej niż ${param(p, 'limit')} plików. Rozpakuj go i dodaj te, których potrzebujesz.`,
  'archive/too-deep': (p) =>
    `Plik jest spakowany więcej niż ${param(p, 'limit')} razy. Rozpakuj go i dodaj to, co jest w środku.`,
  'archive/no-table': (p) => `${value(p)} to nie tabela, więc plik pominięto.`,
  'workbook/other-format': () =>
    'Tego formatu arkusza nie da się odczytać (stary .xls, .xlsb, .ods albo Numbers). Zapisz go jako skoroszyt programu Excel (.xlsx) lub CSV i dodaj ponownie.',
  'workbook/damaged': () =>
    'Skoroszyt jest uszkodzony. Otwórz go w arkuszu kalkulacyjnym, zapisz ponownie i dodaj nowy plik.',
  'workbook/too-many-sheets': (p) =>
    `Skoroszyt ma więcej niż ${param(p, 'limit')} arkuszy. Zapisz osobno te, których potrzebujesz.`,
  'workbook/too-many-cells': (p) =>
    `Tabela ma więcej niż ${param(p, 'limit')} komórek. Zapisz ją jako CSV, które może mieć dowolną długość.`,
  'sheet/hidden': () => 'Ten arkusz jest w skoroszycie ukryty.',
  'sheet/hidden-rows': (p) =>
    `${counted(p, 'wiersz jest ukryty lub odfiltrowany', 'wiersze są ukryte lub odfiltrowane', 'wierszy jest ukrytych lub odfiltrowanych')} w arkuszu; odczytano je jak pozostałe.`,
  'sheet/merged-cells': (p) =>
    `${counted(p, 'grupa komórek jest scalona', 'grupy komórek są scalone', 'grup komórek jest scalonych')}; wartość stoi w pierwszej komórce, pozostałe są puste.`,
  'sheet/no-value': (p) =>
    `${counted(p, 'formuła nie ma zapisanego wyniku', 'formuły nie mają zapisanego wyniku', 'formuł nie ma zapisanego wyniku')}; w tych miejscach odczytano puste komórki. Otwórz skoroszyt w arkuszu kalkulacyjnym, zapisz go i dodaj ponownie.`,
  'json/broken': (p) =>
    `${at(p)}to nie jest poprawny JSON${p.value === undefined ? '' : ` (${value(p)})`}, więc go nie odczytano.`,
  'json/cut-off': (p) => `${at(p)}JSON urywa się przed końcem; pobieranie mogło się nie dokończyć.`,
  'json/too-deep': (p) =>
    `JSON jest zagnieżdżony głębiej, niż da się zamienić w tabelę (ponad ${param(p, 'limit')} poziomów).`,
  'json/too-large': () =>
    'JSON jest jedną wartością, zbyt dużą, by odczytać ją naraz. Wyeksportuj go jako NDJSON (rekord w każdej linii) albo CSV.',
  'table/empty': () => 'Tabela nie ma wierszy.',
  'table/too-many-columns': (p) =>
    `Tabela ma więcej kolumn, niż można zachować${param(p, 'columns') === undefined ? '' : ` (${param(p, 'columns')})`}.`,
  'header/empty': (p) => `${at(p)}nagłówek jest pusty, więc kolumna nosi nazwę od swojego miejsca.`,
  'header/duplicate': (p) => `${at(p)}inna kolumna ma ten sam nagłówek, więc ta dostała numer.`,
  'row/too-many-cells': (p) => `${at(p)}więcej komórek niż w nagłówku${cells(p)}.`,
  'row/too-few-cells': (p) => `${at(p)}mniej komórek niż w nagłówku${cells(p)}.`,
  'row/too-long': (p) =>
    `${at(p)}wiersz jest dłuższy, niż może być; być może cudzysłów nie został zamknięty.`,
  'row/unclosed-quote': (p) =>
    p.params?.['mended'] === 1
      ? `${at(p)}cudzysłów się otwiera i nigdzie nie zamyka; wiersz odczytano tak, jakby zamykał się na jego końcu.`
      : `${at(p)}cudzysłów się otwiera i nigdzie nie zamyka.`,
  'row/other-delimiter': (p) =>
    `${at(p)}wiersz ma inny separator niż reszta; komórki rozdzielono po rodzaju wartości.`,
  'row/stray-quote': (p) =>
    `${at(p)}cudzysłów stoi w środku tekstu bez oznaczenia; zostawiono go tak, jak jest.`,
  'row/required-missing': (p) => `${at(p)}komórka jest pusta, a bez niej nie można zachować wiersza.`,
  'row/required-unreadable': (p) =>
    `${at(p)}${value(p)} nie daje się odczytać jak reszta kolumny, a bez tego nie można zachować wiersza.`,
  'row/duplicate': (p) =>
    `${counted(p, 'wiersz jest', 'wiersze są', 'wierszy jest')} w każdej komórce ${Number(p.params?.['count']) === 1 ? 'taki sam' : 'takie same'} jak któryś wcześniejszy, pierwszy to wiersz ${grouped.format(p.row ?? 0)}. Niczego nie pominięto: sprawdź, czy plik nie powstał z nakładających się części.`,
  'cell/not-a-number': (p) => `${at(p)}${value(p)} nie jest liczbą w zapisie tej kolumny.`,
  'cell/not-a-date': (p) => `${at(p)}${value(p)} nie jest datą w kolejności tej kolumny.`,
  'cell/not-a-flag': (p) => `${at(p)}${value(p)} nie znaczy ani tak, ani nie.`,
  'cell/not-a-duration': (p) => `${at(p)}${value(p)} nie jest czasem trwania.`,
  'cell/other-currency': (p) => `${at(p)}${value(p)} jest w innej walucie niż kolumna.`,
  'cell/formula-error': (p) => `${at(p)}formuła ma błąd (${value(p)}) zamiast wartości.`,
  'column/ambiguous-date-order': (p) => `${at(p)}każda data pasuje i do dzień/miesiąc, i do miesiąc/dzień.`,
  'column/ambiguous-decimal': (p) => `${at(p)}przecinek lub kropka może oddzielać grosze albo tysiące.`,
  'column/ambiguous-scale': (p) =>
    `${at(p)}kwoty mogą być w złotych, w groszach albo w milionowych częściach.`,
  'column/told-date-order': (p) =>
    `${at(p)}każda data pasuje i do dzień/miesiąc, i do miesiąc/dzień; według Twojej odpowiedzi pierwszy jest ${{ dmy: 'dzień', mdy: 'miesiąc', ymd: 'rok' }[String(p.params?.['as'])] ?? ''} (${value(p)}).`,
  'column/told-decimal': (p) =>
    `${at(p)}przecinek lub kropka może oddzielać grosze albo tysiące; według Twojej odpowiedzi grosze oddziela ${p.params?.['as'] === ',' ? 'przecinek' : 'kropka'} (${value(p)}).`,
  'column/told-scale': (p) =>
    `${at(p)}kwoty mogą być w złotych, w groszach albo w milionowych częściach; według Twojej odpowiedzi są w ${{ minor: 'groszach', micros: 'milionowych częściach' }[String(p.params?.['as'])] ?? 'pełnych jednostkach'} (${value(p)}).`,
  'column/mixed-currencies': (p) => `${at(p)}w jednej kolumnie jest kilka walut; każda zostaje osobno.`,
  'column/collapsed-ids': (p) =>
    `Kolumna „${p.column ?? ''}”: ${counted(p, 'wartość zapisana', 'wartości zapisane', 'wartości zapisanych')} jak ${value(p)} (wiersz ${grouped.format(p.row ?? 0)}). Arkusz kalkulacyjny skrócił długie liczby, więc różne identyfikatory stały się takie same; nikogo nie łączą. Wyeksportuj plik ponownie i nie zapisuj go z arkusza.`,
  'table/row-limit': (p) =>
    `Tabela kończy się na wierszu ${param(p, 'limit')}, czyli na tylu, ile mieści arkusz kalkulacyjny. Dalszych wierszy pewnie brakuje: eksportuj w mniejszych częściach albo bez arkusza.`,
  'totals/mismatch': (p) =>
    `${at(p)}wiersze nie sumują się do wartości podanej w źródle${
      param(p, 'kept') === undefined ? '' : ` (${param(p, 'kept')} wobec ${param(p, 'stated')})`
    }.`,
  'page/changed-while-reading': () =>
    'Strona zmieniła się w trakcie czytania. Dla pewności zbierz ją ponownie.',
  'page/too-large': () => 'Tabela na stronie jest za duża, by ją stamtąd pobrać. Użyj eksportu z narzędzia.',
  'page/no-table': () => 'Na stronie nie ma tabeli.',
};
