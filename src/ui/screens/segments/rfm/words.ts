import { en } from '../../../../i18n/en/rfm';
import { pl } from '../../../../i18n/pl/rfm';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
