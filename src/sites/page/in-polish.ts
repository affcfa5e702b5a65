import type { Page } from '../page-reader';
import { attribute, one } from './dom';

/** Whether the page says that it is in Polish: a column it lends no header gets a Polish one. */
export const inPolish = ({ document }: Page): boolean => {
  const root = one(document, 'html');
  return /^pl\b/i.test((root === null ? null : attribute(root, 'lang')) ?? '');
};
