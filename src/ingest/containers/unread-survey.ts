import type { Problem } from '../../core/problem';
import type { FileSurvey } from '../survey';

/** The survey of what could not be opened. */
export function unreadSurvey(name: string, bytes: number, problems: readonly Problem[]): FileSurvey {
  return {
    name,
    bytes,
    encoding: { name: 'utf-8', how: 'valid' },
    dialect: { delimiter: ',', quote: '"', escape: 'double', lineEnd: 'lf' },
    tables: [],
    problems,
  };
}
