import { en } from '../../../../i18n/en/movement';
import { pl } from '../../../../i18n/pl/movement';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
