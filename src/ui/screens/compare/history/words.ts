import { en } from '../../../../i18n/en/history';
import { pl } from '../../../../i18n/pl/history';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
