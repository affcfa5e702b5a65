import { en } from '../../../i18n/en/discover';
import { pl } from '../../../i18n/pl/discover';
import { textOf } from '../../state/text';

export const words = textOf({ en, pl });
export type DiscoverWords = typeof words.value;
