import type { Locale } from '../../core/label';
import { en } from '../../i18n/en/report';
import { pl } from '../../i18n/pl/report';
import type { Shape } from '../../i18n/shape';

export const REPORT_WORDS: Readonly<Record<Locale, Shape<typeof en>>> = { en, pl };
