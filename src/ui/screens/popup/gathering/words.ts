import { en } from '../../../../i18n/en/gathering';
import { pl } from '../../../../i18n/pl/gathering';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
