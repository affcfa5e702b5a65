import type { Dataset, ReportTable } from '../../core/dataset';
import type { Rule } from '../../segments/rule/rule';

/** Reports that hold any column a rule of report rows asks about. */
export function reportsAsked({ reports }: Dataset, rule: Rule): readonly ReportTable[] {
  const wanted = new Set(columnsOf(rule));
  return reports.filter((r) => [...r.dimensions, ...r.metrics].some(({ id }) => wanted.has(id)));
}

function columnsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'dimension') return [rule.dimension];
  if (rule.kind === 'as-of') return columnsOf(rule.rule);
  return 'rules' in rule ? rule.rules.flatMap(columnsOf) : [];
}
