import type { Mapping } from '../../core/mapping';
import type { Reading } from '../../core/reading';
import { idFields } from '../../ingest/mapping/id-fields';
import { idQuestion, type KnownSpace } from '../../ingest/mapping/questions/id-question';
import { questionsOf, type ReadingQuestion } from '../../ingest/mapping/questions/questions-of';
import { amountsIn, variantOf } from '../../ingest/mapping/questions/variant-of';
import { withAnswer } from '../../ingest/mapping/questions/with-answer';
import type { TableSurvey } from '../../ingest/survey';
import type { ColumnAnswers, FileAnswers, ReportAnswers } from './report-answers';

/** Something a file leaves open, and what was taken for it. */
export interface ReportQuestion {
  readonly file: string;
  readonly table: string | null;
  readonly asked: 'dates' | 'decimals' | 'amounts' | 'currency' | 'customers' | 'timeZone';
  /** Headers. */
  readonly columns: readonly string[];
  readonly example: string | null;
  readonly answer: string;
  readonly by: 'told' | 'default';
  /** What else it could be. */
  readonly others: readonly string[];
  /** What was told, and these values can't be. */
  readonly notPossible?: string;
}

export interface AskedTable {
  readonly file: string;
  readonly table: TableSurvey;
  readonly title: string | null;
  readonly mapping: Mapping;
}

export interface AnsweredTable {
  readonly mapping: Mapping;
  readonly questions: readonly ReportQuestion[];
}

/** Every table with what its file leaves open answered as told, or else as it was proposed; one after the other. */
export function answerTables(
  tables: readonly AskedTable[],
  answers: ReportAnswers,
): readonly AnsweredTable[] {
  const known: KnownSpace[] = [];
  return tables.map((asked) => {
    const told = { ...answers, columns: {}, ...answers.files?.[asked.file] };
    const answered = answerTable(asked, told, known);
    const { mapping } = answered;
    known.push({ space: mapping.idSpace, name: asked.file, tool: mapping.tool, ids: idFields(mapping) });
    return answered;
  });
}

function answerTable(
  { file, table, title, mapping: proposed }: AskedTable,
  told: FileAnswers,
  known: readonly KnownSpace[],
): AnsweredTable {
  let mapping = proposed;
  const questions: ReportQuestion[] = [];
  const note = (question: Omit<ReportQuestion, 'file' | 'table'>) =>
    questions.push({ file, table: title, ...question });

  for (const question of questionsOf(proposed, table)) {
    if (question.kind === 'currency') {
      const { currency } = told;
      if (currency !== undefined && currency !== 'none') mapping = { ...mapping, currency };
      note({
        asked: 'currency',
        columns: question.headers,
        example: null,
        answer: currency ?? 'none',
        by: currency === undefined ? 'default' : 'told',
        others: ['PLN', 'EUR', '…'],
      });
      continue;
    }
    for (const { told: one, ...part } of byAnswer(question, told)) {
      const answer = answerOf(part, one, mapping);
      if (answer.by === 'told') mapping = withAnswer(mapping, table, part, variantOf(answer.reading));
      const { reading, ...said } = answer;
      note({
        ...said,
        columns: part.headers,
        example: part.example,
        answer: saidOf(said.asked, reading),
        others: [...new Set(part.readings.map((r) => saidOf(said.asked, r)))].filter(
          (other) => other !== saidOf(said.asked, reading),
        ),
      });
    }
  }
  const ids = idQuestion(mapping, proposed, known);
  if (ids !== null) {
    const answer = told.customers ?? 'own';
    const [first] = ids.spaces;
    if (answer === 'shared' && first !== undefined) mapping = { ...mapping, idSpace: first.space };
    note({
      asked: 'customers',
      columns: ids.headers,
      example: null,
      answer,
      by: told.customers === undefined ? 'default' : 'told',
      others: [answer === 'own' ? 'shared' : 'own'],
    });
  }
  return { mapping, questions };
}

/** A question in parts of columns that were told the same. */
function byAnswer(question: ReadingQuestion, { columns = {}, ...ofFile }: FileAnswers) {
  const parts = new Map<string, ReadingQuestion & { readonly told: ColumnAnswers }>();
  for (const [i, source] of question.sources.entries()) {
    const header = question.headers[i] ?? '';
    const told: ColumnAnswers = { ...ofFile, ...columns[header] };
    const key = JSON.stringify([told.dates, told.decimals, told.amounts]);
    const before = parts.get(key);
    parts.set(key, {
      ...question,
      told,
      sources: [...(before?.sources ?? []), source],
      headers: [...(before?.headers ?? []), header],
    });
  }
  return parts.values();
}

interface Answer {
  readonly asked: 'dates' | 'decimals' | 'amounts';
  readonly reading: Reading;
  readonly by: 'told' | 'default';
  readonly notPossible?: string;
}

function answerOf(
  { kind, sources, readings }: ReadingQuestion,
  told: ColumnAnswers,
  mapping: Mapping,
): Answer {
  const asked = ({ order: 'dates', decimal: 'decimals', scale: 'amounts' } as const)[kind];
  const now = mapping.columns.find((m) => m.source === sources[0])?.reading ?? (readings[0] as Reading);
  const wanted = told[asked];
  const asWritten = { asked, reading: now, by: 'default' } as const;
  if (wanted === undefined) return asWritten;
  const fitting = readings.filter((r) => saidOf(asked, r) === wanted);
  // Amounts in doubt may be in doubt about their comma, too.
  const decimals = kind === 'scale' ? (told.decimals ?? saidOf('decimals', now)) : null;
  const reading = fitting.find((r) => decimals === null || saidOf('decimals', r) === decimals) ?? fitting[0];
  return reading === undefined ? { ...asWritten, notPossible: wanted } : { asked, reading, by: 'told' };
}

/** How a reading is said among the answers. */
function saidOf(asked: Answer['asked'], reading: Reading): string {
  if (asked === 'amounts') {
    return { whole: 'whole', minor: 'minor', micros: 'millionths' }[amountsIn(reading) ?? 'whole'];
  }
  if (reading.kind === 'date') {
    return reading.order === 'dmy' ? 'day-first' : reading.order === 'mdy' ? 'month-first' : 'year-first';
  }
  return (reading.kind === 'number' || reading.kind === 'money') && reading.decimal === ',' ? 'comma' : 'dot';
}
