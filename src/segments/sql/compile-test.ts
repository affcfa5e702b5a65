import type { ColumnType } from '../../core/column';
import { guardFormula } from '../../core/formula-guard';
import { endOfDay, startOfDay } from '../../core/time/calendar';
import { isNumberTest, numberRange } from '../engine/number-range';
import type { ValueTest } from '../rule/rule';
import type { SqlDialect } from './sql-dialect';
import { sqlInRange, sqlNumber } from './sql-literals';

/**
 * A test of a column as a condition: true, false, or null where it can't be told, as SQL's own logic has it. A test that
 * makes no sense for the type is null throughout, as in `testColumn`. Texts stand in the files guarded as formulas are.
 */
export function compileTest(
  dialect: SqlDialect,
  column: string,
  type: ColumnType,
  test: ValueTest,
  scale: number,
  splitTags = false,
): string {
  if (test.op === 'is-empty') return `(${column} IS NULL)`;
  if (test.op === 'is-filled') return `(${column} IS NOT NULL)`;
  switch (type) {
    case 'text':
      return compileText(dialect, column, test, splitTags);
    case 'flag':
      return compileFlag(column, test);
    case 'time':
      if (test.op === 'after') return `(${column} >= ${test.at})`;
      if (test.op === 'before')
        return `(${column} <= ${test.at === startOfDay(test.at) ? endOfDay(test.at) : test.at})`;
      return compileNumber(column, test, 1);
    case 'money':
      return compileNumber(column, test, scale);
    case 'number':
      return compileNumber(column, test, 1);
  }
}

const NEVER_TOLD = 'CAST(NULL AS BOOL)';

function compileText(dialect: SqlDialect, column: string, test: ValueTest, splitTags: boolean): string {
  switch (test.op) {
    case 'is-any-of':
    case 'is-none-of': {
      const found = splitTags
        ? dialect.matches(
            column,
            `(?:^|[,;|])\\s*(?:${test.values.map(escapedPattern).join('|')})\\s*(?:$|[,;|])`,
          )
        : `${column} IN (${test.values.map((value) => dialect.text(guardFormula(value))).join(', ')})`;
      return test.op === 'is-any-of' ? `(${found})` : `(NOT (${found}))`;
    }
    case 'contains':
      return dialect.contains(column, folded(test.text));
    case 'starts-with':
      return dialect.startsWith(column, folded(guardFormula(test.text)));
    default:
      return NEVER_TOLD;
  }
}

const folded = (text: string) => text.normalize('NFC').toLowerCase();
const escapedPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function compileFlag(column: string, test: ValueTest): string {
  switch (test.op) {
    case 'is-yes':
      return `(${column})`;
    case 'is-no':
      return `(NOT ${column})`;
    case 'is-any-of':
    case 'is-none-of': {
      const says = (value: string) => test.values.includes(value) === (test.op === 'is-any-of');
      return `(CASE WHEN ${column} THEN ${sqlTruth(says('yes'))} WHEN NOT ${column} THEN ${sqlTruth(says('no'))} END)`;
    }
    default:
      return NEVER_TOLD;
  }
}

const sqlTruth = (value: boolean) => (value ? 'TRUE' : 'FALSE');

function compileNumber(column: string, test: ValueTest, scale: number): string {
  if (isNumberTest(test)) return sqlInRange(column, numberRange(test, scale));
  if (test.op !== 'is-any-of' && test.op !== 'is-none-of') return NEVER_TOLD;
  // Values are texts as numbers are written: "2.0" is no number's own form.
  const numbers = test.values.filter((value) => String(Number(value)) === value).map(Number);
  const found =
    numbers.length === 0
      ? `CASE WHEN ${column} IS NOT NULL THEN FALSE END`
      : `${column} IN (${numbers.map(sqlNumber).join(', ')})`;
  return test.op === 'is-any-of' ? `(${found})` : `(NOT (${found}))`;
}
