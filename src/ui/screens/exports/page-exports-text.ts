import { en } from '../../../i18n/en/page-exports';
import { pl } from '../../../i18n/pl/page-exports';
import { textOf } from '../../state/text';

export const pageExportsText = textOf({ en, pl });
