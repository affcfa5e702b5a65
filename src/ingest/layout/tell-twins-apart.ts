import type { TableSurvey } from '../survey';
import { draftOf, keepDraft } from './table-draft';

/**
 * A comparison of dates is written as one report twice, each with its own range: the later one is the current period,
 * the earlier one the previous. Both are called by the report's title with their days, for the second has none.
 */
export function tellTwinsApart(tables: readonly TableSurvey[]): readonly TableSurvey[] {
  const told = [...tables];
  for (const [i, second] of tables.entries()) {
    const first = tables[i - 1];
    if (first === undefined || !areTwins(first, second)) continue;
    const firstIsCurrent = (first.dateRange?.from ?? '') > (second.dateRange?.from ?? '');
    const title = first.title ?? second.title;
    told[i - 1] = twin(first, title, firstIsCurrent);
    told[i] = twin(second, title, !firstIsCurrent);
  }
  return told;
}

/** Neighbours under the very same header, whose ranges do not meet. */
function areTwins(a: TableSurvey, b: TableSurvey): boolean {
  if (a.dateRange === null || b.dateRange === null || a.columns.length !== b.columns.length) return false;
  if (b.title !== null && b.title !== a.title) return false;
  if (a.columns.some((column, c) => column.rawHeader !== b.columns[c]?.rawHeader)) return false;
  // `2022-11-26 to 2023-11-26` beside `2021-11-27 to 2022-11-27`: a day may be shared.
  return a.dateRange.from >= shortly(b.dateRange.to) || b.dateRange.from >= shortly(a.dateRange.to);
}

/** The day before, so that ranges which share one are still two. */
function shortly(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function twin(table: TableSurvey, title: string | null, current: boolean): TableSurvey {
  const { from, to } = table.dateRange ?? { from: '', to: '' };
  const named = title ?? table.columns.map((c) => c.header).join(' × ');
  const made: TableSurvey = {
    ...table,
    title: `${named} · ${from} – ${to}`,
    period: current ? 'current' : 'previous',
  };
  const draft = draftOf(table);
  if (draft !== null) keepDraft(made, draft);
  return made;
}
