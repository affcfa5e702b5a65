import type { en } from '../en/page-exports';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  title: 'Wyeksportowane na tej stronie',
  exported: (name, size, host) => `Na ${host} wyeksportowano właśnie plik ${name}, ${size}.`,
  server: (name, host) =>
    `Plik ${name} przychodzi z serwera ${host}, z którym Segment Lens nigdy się nie łączy. Dodaj plik, który właśnie został pobrany.`,
  'too-large': (name, host) =>
    `Na ${host} wyeksportowano właśnie plik ${name}, zbyt duży, żeby go przejąć. Dodaj plik, który właśnie został pobrany.`,
  unseen: (name, host) =>
    `Na ${host} wyeksportowano właśnie plik ${name} poza zasięgiem Segment Lens. Dodaj plik, który właśnie został pobrany.`,
  take: 'Przejmij',
  takeLabel: (name) => `Przejmij ${name}: obejrzyj, zanim cokolwiek zostanie zapisane`,
  addFile: 'Dodaj plik',
  notNow: 'Nie teraz',
  notNowLabel: (name) => `Nie teraz: ${name}`,
  takeNote: 'Zobaczysz go, zanim cokolwiek zostanie zapisane.',
  taking: 'Przejmuję ze strony wyeksportowany plik…',
  gone: 'Strony, która wyeksportowała plik, już nie ma, a pliku razem z nią. Nic nie zapisano.',
  goneTodo: 'Dodaj zamiast tego plik z folderu pobranych.',
};
