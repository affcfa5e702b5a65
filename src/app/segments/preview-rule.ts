import type { Dataset } from '../../core/dataset';
import type { RulePreview } from '../../protocol/engine-api';
import { populationAt } from '../../segments/population';
import type { Rule } from '../../segments/rule/rule';
import { memberRows } from '../member-rows';
import type { Catalog } from '../segment-catalog';
import { countClauses } from './count-clauses';
import { grainOf } from './grain-of';
import { reportsAsked } from './reports-asked';

const PREVIEWED = 10;

/** Counts of a parsed rule and its clauses, over people, or over the reports it can be asked of. */
export async function previewRule(
  dataset: Dataset,
  catalog: Catalog,
  rule: Rule,
  work: { readonly signal: AbortSignal; readonly now: () => number },
): Promise<RulePreview> {
  const sentence = catalog.sentence(rule);
  if (grainOf(rule) === 'person') {
    const { members, clauses } = await countClauses(rule, (part) => catalog.evaluate(part), work);
    const inside = members.in.count();
    const unknown = members.unknown.count();
    const out = populationAt(dataset, catalog.asOf).count() - inside - unknown;
    const sample = memberRows(dataset, members.in, catalog, 0, PREVIEWED);
    return { in: inside, unknown, out, sentence, sample, clauses, reports: [] };
  }
  const total = { in: 0, out: 0, unknown: 0 };
  const counted = new Map<string, { path: readonly number[]; in: number; unknown: number }>();
  const reports: RulePreview['reports'][number][] = [];
  for (const { captureId, title, size } of reportsAsked(dataset, rule)) {
    const evaluate = (part: Rule) => catalog.evaluate(part, captureId);
    const { members, clauses } = await countClauses(rule, evaluate, work);
    const inside = members.in.count();
    const unknown = members.unknown.count();
    const one = { in: inside, out: size - inside - unknown, unknown };
    reports.push({ captureId, title, ...one });
    for (const part of ['in', 'out', 'unknown'] as const) total[part] += one[part];
    for (const clause of clauses) {
      const key = clause.path.join('.');
      const before = counted.get(key) ?? { path: clause.path, in: 0, unknown: 0 };
      counted.set(key, {
        path: clause.path,
        in: before.in + clause.in,
        unknown: before.unknown + clause.unknown,
      });
    }
  }
  return { ...total, sentence, sample: [], clauses: [...counted.values()], reports };
}
