import { en } from '../../../i18n/en/segments';
import { pl } from '../../../i18n/pl/segments';
import { textOf } from '../../state/text';

/** Words of the Segments screen. */
export const segmentsText = textOf({ en, pl });
