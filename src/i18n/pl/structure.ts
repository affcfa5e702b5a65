import type { en } from '../en/structure';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  unread: (tool) => `Segment Lens zna ${tool}, ale nie ten widok, więc odczytał go ogólnym czytnikiem.`,
  unreadNoTable: (tool) =>
    `Segment Lens zna ${tool}, ale nie ten widok, a ogólny czytnik też nie znajduje tu tabeli.`,
  show: 'Zgłoś budowę tej strony',
  title: 'Jak zbudowana jest ta strona',
  note: 'Dzięki temu Segment Lens może nauczyć się tej strony. Litery to x, cyfry to 9; nazw, identyfikatorów, tytułów i adresów nie ma. To cała treść raportu i zostaje tutaj, dopóki nie przekażesz jej dalej.',
  making: 'Sprawdzam, jak zbudowana jest strona…',
  failed:
    'Tej strony nie można już obejrzeć. Raport nie powstał. Otwórz ją ponownie i kliknij tam Segment Lens.',
  label: 'Raport',
  copy: 'Kopiuj',
  copied: 'Skopiowano raport',
  notCopied: 'Przeglądarka nie pozwoliła skopiować. Zapisz raport jako plik.',
  save: 'Zapisz jako plik',
  saved: (name) => `Zapisano: ${name}`,
  back: 'Wstecz',
  file: 'segment-lens-budowa-strony.txt',
};
