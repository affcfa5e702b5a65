import { en } from '../../../../i18n/en/groups';
import { pl } from '../../../../i18n/pl/groups';
import { textOf } from '../../../state/text';

export const words = textOf({ en, pl });
