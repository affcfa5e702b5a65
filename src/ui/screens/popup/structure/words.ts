import { en } from '../../../../i18n/en/structure';
import { pl } from '../../../../i18n/pl/structure';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
