import { en } from '../../../../i18n/en/regions';
import { pl } from '../../../../i18n/pl/regions';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
