import { describe, expect, it } from 'vitest';
import type { TableSurvey } from '../survey';
import { tableTitle } from './table-title';

const table = (title: string | null, ...headers: string[]) =>
  ({ title, columns: headers.map((header, index) => ({ header, index })) }) as unknown as TableSurvey;

describe('tableTitle', () => {
  it('tells untitled tables of one file apart by their columns', () => {
    expect(tableTitle(table(null, 'Nth day', 'Users'), 8)).toBe('Nth day × Users');
    expect(tableTitle(table(null, 'Cohort', 'Day 1', 'Day 7', 'Day 30'), 8)).toBe('Cohort × Day 1 × Day 7 …');
  });

  it('keeps a title, and gives the only table of a file none', () => {
    expect(tableTitle(table('Where from?', 'Country'), 8)).toBe('Where from?');
    expect(tableTitle(table(null, 'Nth day', 'Users'), 1)).toBeNull();
  });
});
