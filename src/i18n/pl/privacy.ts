import type { en } from '../en/privacy';
import { plural } from '../plural';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  title: 'Prywatność',
  lead: 'Segment Lens działa tylko na tym komputerze. Nie ma serwera, konta ani telemetrii.',
  points: {
    kept: {
      title: 'Co jest przechowywane',
      text: 'Wiersze zachowanych tabel, w zachowanych kolumnach, wraz z informacją, skąd pochodzą; a także Twoje segmenty, przypisania kolumn i wybory. Pominięte kolumny nigdy nie są zapisywane.',
    },
    where: {
      title: 'Gdzie jest przechowywane',
      text: 'We własnej pamięci rozszerzenia w tej przeglądarce, w tym profilu. Inne rozszerzenia i strony nie mogą tego czytać; może ktoś, kto otworzy ten profil.',
    },
    leaves: {
      title: 'Co opuszcza ten komputer',
      text: 'Nic. Rozszerzenie nie wysyła żadnych zapytań do sieci; dane wychodzą tylko w pliku, który wyeksportujesz, albo w tabeli, którą skopiujesz.',
    },
    looks: {
      title: 'Na co może patrzeć',
      text: 'Na stronę tylko wtedy, gdy klikniesz na niej przycisk Segment Lens, albo w witrynie, na którą zezwolisz, i tylko do tego, na co zezwolisz. Czyta pokazane tam tabele i niczego nie zapisuje, dopóki tego nie potwierdzisz.',
    },
    howLong: {
      title: 'Jak długo',
      text: 'Do usunięcia przez Ciebie: pojedynczo w zakładce Dane albo wszystko naraz tutaj. Usunięcie rozszerzenia z przeglądarki też to kasuje.',
    },
    people: {
      title: 'Osoby w Twoich danych',
      text: 'E-maile, telefony i numery klientów służą do rozpoznania jednej osoby w różnych narzędziach. Kolumny, które je zawierają, są oznaczone, zanim cokolwiek zostanie zapisane, i możesz je pominąć.',
    },
  },
  held: (bytes, captures) =>
    `Obecnie ${bytes}: ${captures} ${plural('pl', captures, { one: 'zbiór', few: 'zbiory', many: 'zbiorów', other: 'zbioru' })}.`,
  nothingHeld: 'Obecnie nic nie jest przechowywane.',
  deleteTitle: 'Usuwanie',
};
