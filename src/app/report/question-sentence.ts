import type { Locale } from '../../core/label';
import { en } from '../../i18n/en/report-run';
import { pl } from '../../i18n/pl/report-run';
import type { ReportQuestion } from './answer-tables';

const OPTION = {
  dates: '--dates',
  decimals: '--decimals',
  amounts: '--amounts',
  currency: '--currency',
  customers: '--customers',
  timeZone: '--time-zone',
} as const;

/** What a file left open and how it was taken, in one line, with the option that says otherwise. */
export function questionSentence(question: ReportQuestion, locale: Locale): string {
  const t = locale === 'pl' ? pl : en;
  const { file, table, columns, example, asked, answer, by, others, notPossible } = question;
  const words: Readonly<Record<string, string>> = t.answers;
  const inWords = (said: string) => words[said] ?? said;
  const place = [file, ...(table === null || table === file ? [] : [table]), ...columns.map(t.quoted)].join(
    ', ',
  );
  const what = `${place}${example === null || example === '' ? '' : t.like(example)}: ${t.asked[asked]}`;
  if (by === 'told') return t.told(what, inWords(answer));
  if (notPossible !== undefined) return t.impossible(what, inWords(answer), inWords(notPossible));
  return t.taken(what, inWords(answer), `${OPTION[asked]} ${others.join('|')}`);
}
