import { en, first as firstEn } from '../../../i18n/en/popup';
import { first as firstPl, pl } from '../../../i18n/pl/popup';
import { textOf } from '../../state/text';

export const words = textOf({ en, pl });
export const firstWords = textOf({ en: firstEn, pl: firstPl });
