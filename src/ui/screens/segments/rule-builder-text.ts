import { en } from '../../../i18n/en/rule-builder';
import { pl } from '../../../i18n/pl/rule-builder';
import { textOf } from '../../state/text';

/** Words of the rule builder, of why somebody is in, and of versions. */
export const builderText = textOf({ en, pl });
