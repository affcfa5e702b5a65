import type { Locale } from '../core/label';
import { en as compareEn } from '../i18n/en/compare';
import { en as convertedEn } from '../i18n/en/converted';
import { en } from '../i18n/en/export';
import { en as problemsEn } from '../i18n/en/problems';
import { pl as comparePl } from '../i18n/pl/compare';
import { pl as convertedPl } from '../i18n/pl/converted';
import { pl } from '../i18n/pl/export';
import { pl as problemsPl } from '../i18n/pl/problems';
import type { Shape } from '../i18n/shape';

/** What exports say, in the same words as the screen where both say it. */
export interface ExportWords {
  readonly own: Shape<typeof en>;
  readonly compare: Shape<Pick<typeof compareEn, 'verdict' | 'reason' | 'method'>>;
  readonly converted: Shape<typeof convertedEn>;
  readonly problems: Shape<typeof problemsEn>;
}

export const EXPORT_WORDS: Readonly<Record<Locale, ExportWords>> = {
  en: { own: en, compare: compareEn, converted: convertedEn, problems: problemsEn },
  pl: { own: pl, compare: comparePl, converted: convertedPl, problems: problemsPl },
};

/** The words of an exported column; its id in the standard form, whatever the language. */
export type ColumnId = keyof typeof en.columns;
