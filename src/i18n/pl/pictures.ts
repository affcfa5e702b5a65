import type { en } from '../en/pictures';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  save: 'Zapisz obraz',
  saveOf: (title) => `Zapisz obraz: ${title}`,
  png: 'PNG, trzykrotnie ostrzejszy',
  svg: 'SVG, wektor',
  saved: (name) => `Zapisano ${name}.`,
  failed: 'Nie udało się przygotować obrazu.',
  source: 'Segment Lens',
};
