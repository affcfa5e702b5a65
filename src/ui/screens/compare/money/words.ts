import { en } from '../../../../i18n/en/money';
import { pl } from '../../../../i18n/pl/money';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
