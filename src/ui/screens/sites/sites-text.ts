import { en } from '../../../i18n/en/sites';
import { pl } from '../../../i18n/pl/sites';
import { textOf } from '../../state/text';

export const sitesText = textOf({ en, pl });
