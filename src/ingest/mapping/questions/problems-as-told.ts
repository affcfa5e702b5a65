import type { Mapping } from '../../../core/mapping';
import type { Problem, ProblemCode } from '../../../core/problem';
import type { Reading } from '../../../core/reading';
import type { TableSurvey } from '../../survey';
import { tellingExample } from './questions-of';
import { amountsIn } from './variant-of';

const TOLD: Partial<Record<ProblemCode, ProblemCode>> = {
  'column/ambiguous-date-order': 'column/told-date-order',
  'column/ambiguous-decimal': 'column/told-decimal',
  'column/ambiguous-scale': 'column/told-scale',
};

/**
 * A table's problems beside what was answered: a doubt that somebody has settled is told as settled, with the answer
 * in `params.as` and an example in `value`.
 */
export function problemsAsTold(survey: TableSurvey, { columns, told = [] }: Mapping): readonly Problem[] {
  if (told.length === 0) return survey.problems;
  return survey.problems.map((problem) => {
    const code = TOLD[problem.code];
    const column = survey.columns.find(({ header }) => header === problem.column);
    const mapped = columns.find(({ source }) => source === column?.index);
    if (code === undefined || column === undefined || mapped === undefined) return problem;
    const as = told.includes(column.index) ? answerIn(mapped.reading, code) : null;
    if (as === null) return problem;
    const value = tellingExample(column, [column.reading, ...column.alternatives]);
    return { ...problem, code, value, params: { as } };
  });
}

/** `dmy`, `,` or `micros`: what was answered, as the reading has it. */
function answerIn(reading: Reading, code: ProblemCode): string | null {
  if (code === 'column/told-date-order') return reading.kind === 'date' ? reading.order : null;
  if (code === 'column/told-scale') return amountsIn(reading);
  return reading.kind === 'number' || reading.kind === 'money' ? reading.decimal : null;
}
