import { AppError } from '../../core/app-error';
import { isTimeZone } from '../../core/time/time-zone';
import { isCurrencyCode } from '../../ingest/rates/currency-code';

/** What the screens would ask of a file, as it can be told beforehand. */
export const ANSWERS = {
  amounts: ['whole', 'minor', 'millionths'],
  dates: ['day-first', 'month-first', 'year-first'],
  decimals: ['comma', 'dot'],
  /** Whether customers' numbers in files of nobody's are each file's own. */
  customers: ['own', 'shared'],
} as const;

export interface ColumnAnswers {
  readonly amounts?: (typeof ANSWERS.amounts)[number];
  readonly dates?: (typeof ANSWERS.dates)[number];
  readonly decimals?: (typeof ANSWERS.decimals)[number];
}

export interface FileAnswers extends ColumnAnswers {
  /** ISO 4217, or `none`. */
  readonly currency?: string;
  readonly customers?: (typeof ANSWERS.customers)[number];
  /** IANA zone of times that state none. */
  readonly timeZone?: string;
  /** By header. */
  readonly columns?: Readonly<Record<string, ColumnAnswers>>;
}

/** For all files; `files` says what is otherwise in one, by its name. A time zone for all is the one times are shown in. */
export interface ReportAnswers extends Omit<FileAnswers, 'columns'> {
  readonly files?: Readonly<Record<string, FileAnswers>>;
}

const OF_COLUMN = ['amounts', 'dates', 'decimals'] as const;
const OF_FILE = [...OF_COLUMN, 'customers', 'currency', 'timeZone'] as const;

/** @throws AppError `report/answers-invalid` with `at` (`files.orders.csv.amounts`), `value` and what it `takes`. */
export function readAnswers(given: unknown): ReportAnswers {
  const all = record(given, 'answers');
  const files = all['files'] === undefined ? {} : record(all['files'], 'files');
  return {
    ...answersIn(all, '', OF_FILE, ['files']),
    files: mapValues(files, (name, told) => {
      const at = `files.${name}`;
      const ofFile = record(told, at);
      const columns = ofFile['columns'] === undefined ? {} : record(ofFile['columns'], `${at}.columns`);
      return {
        ...answersIn(ofFile, `${at}.`, OF_FILE, ['columns']),
        columns: mapValues(columns, (header, one) => {
          const where = `${at}.columns.${header}`;
          return answersIn(record(one, where), `${where}.`, OF_COLUMN, []);
        }),
      };
    }),
  };
}

function answersIn(
  told: Readonly<Record<string, unknown>>,
  prefix: string,
  known: readonly (typeof OF_FILE)[number][],
  others: readonly string[],
): Omit<FileAnswers, 'columns'> {
  const answers: Record<string, string> = {};
  for (const [key, value] of Object.entries(told)) {
    if (others.includes(key)) continue;
    const asked = known.find((k) => k === key);
    if (asked === undefined) invalid(`${prefix}${key}`, value, [...known, ...others].join(', '));
    if (typeof value !== 'string' || !isAnswer(asked, value))
      invalid(`${prefix}${key}`, value, takenBy(asked));
    answers[key] = value;
  }
  return answers as Omit<FileAnswers, 'columns'>;
}

function isAnswer(asked: (typeof OF_FILE)[number], value: string): boolean {
  if (asked === 'currency') return value === 'none' || isCurrencyCode(value);
  if (asked === 'timeZone') return isTimeZone(value);
  return (ANSWERS[asked] as readonly string[]).includes(value);
}

function takenBy(asked: (typeof OF_FILE)[number]): string {
  if (asked === 'currency') return 'PLN, EUR …, none';
  return asked === 'timeZone' ? 'Europe/Warsaw …' : ANSWERS[asked].join(', ');
}

function record(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) invalid(at, value, '{ … }');
  return value as Readonly<Record<string, unknown>>;
}

const mapValues = <A, B>(of: Readonly<Record<string, A>>, to: (key: string, value: A) => B) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(key, value)] as const));

function invalid(at: string, value: unknown, takes: string): never {
  throw new AppError('report/answers-invalid', { params: { at, value: JSON.stringify(value) ?? '', takes } });
}

/** What was told and nobody asked for, by where it was told: a slip, or another file than was meant. */
export function toldInVain(
  { files = {}, ...all }: ReportAnswers,
  asked: readonly { readonly file: string; readonly asked: string; readonly columns: readonly string[] }[],
): readonly string[] {
  const inVain: string[] = [];
  const look = (at: string, told: object, isAsked: (key: string) => boolean) => {
    for (const key of Object.keys(told)) if (key !== 'columns' && !isAsked(key)) inVain.push(`${at}${key}`);
  };
  look('', all, (key) => key === 'timeZone' || asked.some((q) => q.asked === key));
  for (const [name, told] of Object.entries(files)) {
    const ofFile = asked.filter(({ file }) => file === name);
    look(`files.${name}.`, told, (key) => ofFile.some((q) => q.asked === key));
    for (const [header, one] of Object.entries(told.columns ?? {})) {
      const ofColumn = ofFile.filter(({ columns }) => columns.includes(header));
      look(`files.${name}.columns.${header}.`, one, (key) => ofColumn.some((q) => q.asked === key));
    }
  }
  return inVain;
}
