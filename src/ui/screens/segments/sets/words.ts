import { en } from '../../../../i18n/en/sets';
import { pl } from '../../../../i18n/pl/sets';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
