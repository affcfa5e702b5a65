import { en } from '../../../i18n/en/beside';
import { pl } from '../../../i18n/pl/beside';
import { textOf } from '../../state/text';

export const besideWords = textOf({ en, pl });
