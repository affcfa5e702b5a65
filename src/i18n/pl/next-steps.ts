import type { en } from '../en/next-steps';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  title: 'Proponowane kroki',
  note: 'Pomysły według rodzaju segmentu i celu, osobno od liczb. Zmień je po swojemu.',
  edit: 'Zmień',
  editOf: (name) => `Zmień kroki: ${name}`,
  save: 'Zachowaj',
  cancel: 'Anuluj',
  reset: 'Wróć do propozycji',
  edited: 'zmienione przez Ciebie',
  kept: 'Zachowano.',
  failed: 'Nie udało się zachować kroków.',
  aspect: { content: 'Treść', offer: 'Oferta', channel: 'Kanał', timing: 'Moment', goal: 'Pod cel' },
  situation: {
    best: {
      content: 'Pokazy przed premierą, kulisy, prośby o opinie i polecenia.',
      offer: 'Dostęp i obsługa zamiast rabatów: i tak płacą pełną cenę.',
      channel: 'Najbardziej osobisty, jaki masz: mail po imieniu, telefon, kartka w paczce.',
      timing: 'Przed wszystkimi przy każdej premierze; rzadziej niż newsletter.',
    },
    loyal: {
      content: 'Co pasuje do tego, co już kupują; jak więcej z tego mieć.',
      offer: 'Powód, by poszerzyć koszyk: zestaw, druga kategoria, punkty.',
      channel: 'Mail i konto klienta, gdzie można użyć ich historii.',
      timing: 'Tuż przed końcem ich zwykłej przerwy między zamówieniami.',
    },
    new: {
      content: 'Pomoc przy pierwszym zakupie, potem to, co inni kupili jako następne.',
      offer: 'Mały powód do drugiego zamówienia, z datą końca.',
      channel: 'Maile o zamówieniu, bo te czyta się najchętniej; potem mail przypominający.',
      timing: 'Dwie lub trzy wiadomości w pierwszym miesiącu; decyduje drugie zamówienie.',
    },
    slipping: {
      content: 'Nowości w kategoriach, z których kupowali; pytanie, co poszło nie tak.',
      offer: 'Coś, co wkrótce się kończy, w ich kategorii; sprawdź to wobec zwykłego przypomnienia.',
      channel: 'Najpierw mail, potem płatne grupy odbiorców dla tych, którzy go nie otwierają.',
      timing:
        'Teraz: z każdym miesiącem ciszy trudniej o powrót. Część zostaw bez wysyłki, by zmierzyć efekt.',
    },
    gone: {
      content: 'Jedna uczciwa wiadomość o tym, co się zmieniło od ich odejścia.',
      offer: 'Oferta na powrót dla najcenniejszych; dla reszty nic kosztownego.',
      channel: 'Mail w małych partiach, po sprawdzeniu adresów; podobnych szukaj raczej po najlepszych.',
      timing: 'Raz, dwa razy w roku, przy okazji; potem daj im spokój.',
    },
    bargain: {
      content: 'Cena za użycie, porównania, co jest w promocji w ich kategoriach.',
      offer: 'Zestawy i progi zamiast gołych procentów; pilnuj marży.',
      channel: 'Mail i push w dniu wyprzedaży; mało płatnych reklam.',
      timing: 'Przy promocjach i wyprzedażach; między nimi rzadko.',
    },
    quality: {
      content: 'Wykonanie, materiały, nowości, porady.',
      offer: 'Bez rabatów: pierwszeństwo wyboru, pakowanie na prezent, lepsza wersja.',
      channel: 'Mail z dobrymi zdjęciami, własne strony sklepu.',
      timing: 'Przy nowych dostawach i przed dniami prezentów.',
    },
    service: {
      content: 'Rozmiary, instrukcje, uczciwe opisy: to, co zapobiega zwrotom i reklamacjom.',
      offer: 'Pomoc w wyborze zamiast rabatu; wymiana przed zwrotem.',
      channel: 'Obsługa klienta, czat, wiadomości po zamówieniu.',
      timing: 'Zaraz po zamówieniu i zanim dojdzie paczka.',
    },
    engaged: {
      content: 'Więcej tego, co otwierają i czego używają; zaproszenie do odpowiedzi, oceny, polecenia.',
      offer: 'Poproś o następny krok: zamówienie, wyższą wersję, polecenie.',
      channel: 'Ten, na którym są aktywni; inne tylko jako przypomnienie.',
      timing: 'Wkrótce po ich aktywności, póki pamiętają.',
    },
    prospect: {
      content: 'Do czego to służy, na jednym przykładzie; głosy innych klientów.',
      offer: 'Mały pierwszy krok: próbka, okres próbny, darmowa dostawa.',
      channel: 'Remarketing i strony, które widzieli; mail tam, gdzie jest zgoda.',
      timing: 'W ciągu kilku dni od ostatniej wizyty.',
    },
    occasion: {
      content: 'Pomysły na prezent według ceny i osoby.',
      offer: 'Gwarancja dostawy na czas, pakowanie, bony dla spóźnionych.',
      channel: 'Mail i reklamy w wyszukiwarce w tygodniach przed okazją.',
      timing: 'Trzy tygodnie przed okazją, potem tydzień, potem ostatni dzień dostaw.',
    },
    any: {
      content: 'Mów o tym, co tę grupę łączy, tak jak mówi jej reguła.',
      offer: 'Jedna oferta naraz, żeby było widać jej skutek.',
      channel: 'Ten, na którym za zgodą osiągniesz najwięcej z nich.',
      timing: 'Wtedy, gdy zwykle kupują; część zostaw bez wysyłki, by zmierzyć efekt.',
    },
    rows: {
      content: 'Porównaj, co ludzie widzą tu najpierw, z tym, co widzą tam, gdzie idzie najlepiej.',
      offer: 'Powiedz tę samą ofertę słowami, które działają tam, gdzie współczynnik jest wyższy.',
      channel: 'Przesuwaj wysiłek małymi krokami i patrz na współczynnik, gdy rośnie skala.',
      timing: 'Zmieniaj jedną rzecz naraz, przez pełne tygodnie.',
    },
  },
  goal: {
    conversion: 'Skróć drogę do zamówienia: jedna wiadomość, jeden link, jeden produkt.',
    retention:
      'Licz tych, którzy wrócą w ciągu jednej zwykłej przerwy, i porównaj z grupą zostawioną w spokoju.',
    revenue: 'Celuj w przychód na osobę, do której dociera wiadomość, a nie w otwarcia; pilnuj zwrotów.',
    clv: 'Wybieraj to, co daje drugą kategorię lub dłuższy związek, a nie jeden duży koszyk.',
    roi: 'Z góry ustal koszt na osobę i pomiń tych, którzy kupiliby i tak.',
    engagement: 'Za każdym razem proś o mały gest: odpowiedź, ocenę, zapisany produkt.',
  },
};
