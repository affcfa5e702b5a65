import type { ErrorCode } from '../../core/app-error';

export const pl: Record<ErrorCode, { what: string; kept: string; todo: string }> = {
  'db/quota': {
    what: 'Brakuje miejsca, żeby to zapisać.',
    kept: 'Nic z tego nie zostało zapisane; wcześniejsze dane są całe.',
    todo: 'Usuń niepotrzebne zbiory albo zwolnij miejsce na dysku i spróbuj ponownie.',
  },
  'db/vanished': {
    what: 'Przeglądarka straciła dane, które Segment Lens tu trzymał.',
    kept: 'Ustawienia zostały; zebranych danych i segmentów nie ma.',
    todo: 'Dodaj eksporty jeszcze raz. Jeśli to się powtarza, sprawdź, czy przeglądarka nie czyści danych stron przy zamykaniu.',
  },
  'db/blocked': {
    what: 'Dane trzyma inna karta ze starszą wersją Segment Lens.',
    kept: 'Twoje dane są całe.',
    todo: 'Zamknij pozostałe karty Segment Lens i spróbuj ponownie.',
  },
  'db/newer-schema': {
    what: 'Dane zapisała nowsza wersja Segment Lens.',
    kept: 'Twoje dane są całe i nie zostały ruszone.',
    todo: 'Zaktualizuj rozszerzenie i otwórz je ponownie.',
  },
  'db/failed': {
    what: 'Pamięć przeglądarki nie odpowiedziała tak, jak powinna.',
    kept: 'To, co było zapisane wcześniej, jest całe.',
    todo: 'Spróbuj ponownie. Jeśli znów się nie uda, uruchom przeglądarkę od nowa.',
  },
  'lock/busy': {
    what: 'Inna karta Segment Lens właśnie coś zapisuje.',
    kept: 'Nic się nie zmieniło.',
    todo: 'Poczekaj, aż skończy, i spróbuj ponownie.',
  },
  'import/nothing-to-keep': {
    what: 'Przy tym przypisaniu kolumn nie da się zachować żadnego wiersza.',
    kept: 'Nic nie zostało zapisane; wcześniejsze dane są całe.',
    todo: 'Sprawdź, która kolumna to data, kwota i klient oraz jak czytane są daty.',
  },
  'import/source-gone': {
    what: 'Pliku nie ma już na miejscu albo zmienił się po odczytaniu.',
    kept: 'Nic z niego nie zostało zapisane; wcześniejsze dane są całe.',
    todo: 'Dodaj plik ponownie.',
  },
  'file/unreadable': {
    what: 'Przeglądarka nie mogła odczytać pliku.',
    kept: 'Nic nie zostało zapisane; pozostałych plików to nie dotyczy.',
    todo: 'Sprawdź, czy plik nadal istnieje i nie jest otwarty w innym programie, i dodaj go ponownie.',
  },
  'report/answers-invalid': {
    what: 'Jednej z odpowiedzi podanych do raportu nie da się przyjąć.',
    kept: 'Nic nie zostało odczytane ani zapisane.',
    todo: 'Sprawdź wskazaną odpowiedź i to, jakie są możliwe.',
  },
  'backup/not-a-backup': {
    what: 'To nie jest kopia zapasowa Segment Lens.',
    kept: 'Nic się nie zmieniło; Twoje dane są w całości.',
    todo: 'Wybierz plik z końcówką .slbackup.',
  },
  'backup/newer': {
    what: 'Tę kopię zapasową zrobiła nowsza wersja Segment Lens.',
    kept: 'Nic się nie zmieniło; Twoje dane są w całości.',
    todo: 'Zaktualizuj rozszerzenie, a potem przywróć kopię.',
  },
  'backup/cut': {
    what: 'Kopia zapasowa urywa się za wcześnie: brakuje części pliku.',
    kept: 'Nic się nie zmieniło; Twoje dane są w całości.',
    todo: 'Skopiuj lub pobierz plik jeszcze raz albo użyj wcześniejszej kopii.',
  },
  'backup/damaged': {
    what: 'Kopia zapasowa jest uszkodzona: zawartość nie zgadza się z jej sumami kontrolnymi.',
    kept: 'Nic się nie zmieniło; Twoje dane są w całości.',
    todo: 'Skopiuj lub pobierz plik jeszcze raz albo użyj wcześniejszej kopii.',
  },
  'backup/unsupported': {
    what: 'Jest tu zapisane coś, czego kopia zapasowa jeszcze nie obejmuje.',
    kept: 'Nic się nie zmieniło i nie powstała niepełna kopia.',
    todo: 'Zaktualizuj rozszerzenie i spróbuj jeszcze raz.',
  },
  'settings/invalid': {
    what: 'Takiego ustawienia Segment Lens nie zna.',
    kept: 'Ustawienia są takie jak przedtem.',
    todo: 'Sprawdź walutę, datę, kurs lub strefę czasową i spróbuj jeszcze raz.',
  },
  'segment/invalid-rule': {
    what: 'Reguła nie jest kompletna.',
    kept: 'Nic nie zostało zapisane.',
    todo: 'Uzupełnij wszystkie warunki albo usuń te, których nie potrzebujesz.',
  },
  'segment/not-found': {
    what: 'Tego segmentu już nie ma.',
    kept: 'Twoje dane i pozostałe segmenty są całe.',
    todo: 'Wybierz z listy inny segment.',
  },
  'segment/circular': {
    what: 'Reguła zatacza koło: odwołuje się do segmentu, który odwołuje się do niej.',
    kept: 'Nic nie zostało zapisane.',
    todo: 'Usuń warunek z tym segmentem.',
  },
  'segment/in-use': {
    what: 'Z tego segmentu korzysta inny Twój segment.',
    kept: 'Nic nie zostało usunięte.',
    todo: 'Najpierw zmień lub usuń segment, który się do niego odwołuje.',
  },
  'segment/too-many': {
    what: 'To więcej segmentów, niż da się zobaczyć naraz.',
    kept: 'Twój wybór został zachowany.',
    todo: 'Usuń część z nich i spróbuj ponownie.',
  },
  'segment/not-a-file': {
    what: 'To nie jest plik z segmentami albo pochodzi z nowszej wersji Segment Lens.',
    kept: 'Niczego nie dodano; Twoje segmenty są bez zmian.',
    todo: 'Wybierz plik JSON z opcji „Eksportuj segmenty” albo zaktualizuj rozszerzenie.',
  },
  'person/not-found': {
    what: 'Tego klienta nie ma już na dawnym miejscu: dane się zmieniły.',
    kept: 'Dane i segmenty są bez zmian.',
    todo: 'Wyszukaj klienta jeszcze raz.',
  },
  'money/not-spend': {
    what: 'To nie jest kwota wydana w podanych dniach ani marża od 0 do 100%.',
    kept: 'Nic się nie zmieniło.',
    todo: 'Podaj kwotę większą od 0, trzyliterową walutę i pierwszy dzień nie późniejszy niż ostatni.',
  },
  'join/nothing-settled': {
    what: 'Nie wskazano, kto jest tą samą osobą, a kto inną.',
    kept: 'Nic się nie zmieniło.',
    todo: 'Wskaż osobę przy co najmniej dwóch pozycjach i rozstrzygnij jeszcze raz.',
  },
  'join/not-found': {
    what: 'Ta decyzja została już cofnięta.',
    kept: 'Twoje dane są całe.',
    todo: 'Zajrzyj jeszcze raz na listę decyzji.',
  },
  'compare/no-data': {
    what: 'Nie ma jeszcze czego porównywać.',
    kept: 'Twoje wybory zostały zachowane.',
    todo: 'Najpierw dodaj eksport z zamówieniami, klientami albo raport.',
  },
  'export/failed': {
    what: 'Nie udało się utworzyć pliku.',
    kept: 'Twoje dane są całe.',
    todo: 'Spróbuj ponownie; jeśli znów się nie uda, wybierz mniej segmentów.',
  },
  'page/not-allowed': {
    what: 'Segment Lens nie może jeszcze zajrzeć na tę stronę.',
    kept: 'Nic nie zostało odczytane.',
    todo: 'Kliknij przycisk Segment Lens na pasku narzędzi, gdy strona jest otwarta.',
  },
  'page/gone': {
    what: 'Strona została zamknięta lub opuszczona, zanim udało się ją odczytać do końca.',
    kept: 'Nic z niej nie zostało zachowane.',
    todo: 'Otwórz stronę i zbierz ją ponownie.',
  },
  'page/no-answer': {
    what: 'Strona nie odpowiedziała.',
    kept: 'Nic nie zostało odczytane.',
    todo: 'Odśwież stronę i spróbuj ponownie.',
  },
  'rpc/worker-died': {
    what: 'Część, która liczy, przestała działać.',
    kept: 'To, co było zapisane wcześniej, jest całe.',
    todo: 'Odśwież tę kartę i spróbuj ponownie.',
  },
  'rpc/bad-message': {
    what: 'Dwie części Segment Lens nie zrozumiały się nawzajem.',
    kept: 'To, co było zapisane wcześniej, jest całe.',
    todo: 'Odśwież tę kartę; po aktualizacji uruchom przeglądarkę od nowa.',
  },
  internal: {
    what: 'W Segment Lens zawiodło coś, co nie powinno.',
    kept: 'To, co było zapisane wcześniej, jest całe.',
    todo: 'Odśwież tę kartę i spróbuj ponownie.',
  },
};
