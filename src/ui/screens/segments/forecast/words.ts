import { en } from '../../../../i18n/en/forecasts';
import { pl } from '../../../../i18n/pl/forecasts';
import { textOf } from '../../../state/text';

export const forecastText = textOf({ en, pl });
