import type { en } from '../en/sites';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  always: (host) => `Zawsze na ${host}…`,
  on: (host) => `Włączone: ${host}`,
  title: (host) => `Zawsze na ${host}`,
  titleOn: (host) => `Dozwolone na ${host}`,
  note: 'Bez klikania za każdym razem i tylko do tego, co tu zaznaczysz. Przeglądarka zapyta jeszcze raz.',
  noteOn: 'Przeznaczenie możesz zmienić w każdej chwili.',
  choices: {
    follow: 'Aktualizuj ofertę obok strony',
    exports: 'Proponuj to, co na niej eksportuję',
    badges: 'Pokazuj nazwy segmentów na stronie',
  },
  hints: {
    follow:
      'Panel boczny sprawdza stronę ponownie, gdy zmieni się raport, zakres dat lub język. Czyta tylko wtedy, gdy jest otwarty.',
    exports:
      'Plik, który tam wyeksportujesz, przejmiesz jednym kliknięciem. Bez Twojej zgody nic nie jest zapisywane.',
    badges: 'Obok klientów, których masz w danych. Tylko nazwy segmentów.',
  },
  allow: (host) => `Zezwól na ${host}`,
  refused: 'Nie ma zgody. Segment Lens nadal zagląda tu tylko po kliknięciu jego przycisku.',
  withdraw: 'Cofnij zgodę',
  back: 'Wstecz',
  reload: 'Otwarte strony tej witryny działają po staremu do ponownego wczytania.',
  kept: 'Przeglądarka zachowuje to uprawnienie. Segment Lens już z niego nie korzysta.',
  listTitle: 'Witryny dozwolone bez klikania',
  listNote: 'Każda z nich to Twoja decyzja. Cofnięcie zgody działa od razu.',
  listNone: 'Żadna. Segment Lens patrzy na stronę tylko wtedy, gdy klikniesz na niej jego przycisk.',
  many: (pattern) => `Wiele witryn (${pattern}), dozwolone w ustawieniach przeglądarki`,
  withdrawFrom: (host) => `Cofnij zgodę dla ${host}`,
  forNothing: 'Bez przeznaczenia: nie jest czytana.',
};
