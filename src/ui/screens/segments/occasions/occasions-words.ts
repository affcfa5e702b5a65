import { en } from '../../../../i18n/en/occasions';
import { pl } from '../../../../i18n/pl/occasions';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
