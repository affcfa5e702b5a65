import type { en } from '../en/panel';
import type { Shape } from '../shape';

export const pl: Shape<typeof en> = {
  title: 'Porównanie obok strony',
  compare: 'Porównanie',
};
