import { en } from '../../../../i18n/en/derivation';
import { pl } from '../../../../i18n/pl/derivation';
import { textOf } from '../../../state/text';

export const derivationWords = textOf({ en, pl });
