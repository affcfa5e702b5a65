import { en } from '../../../../i18n/en/timing';
import { pl } from '../../../../i18n/pl/timing';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
