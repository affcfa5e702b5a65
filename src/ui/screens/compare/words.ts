import { en } from '../../../i18n/en/compare';
import { pl } from '../../../i18n/pl/compare';
import { textOf } from '../../state/text';

export const words = textOf({ en, pl });
