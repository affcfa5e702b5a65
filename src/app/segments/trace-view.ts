import type { Label } from '../../core/label';
import type { TraceView } from '../../protocol/engine-api';
import type { ClauseTrace } from '../../segments/explain/clause-trace';
import type { Rule } from '../../segments/rule/rule';

/** A trace beside the rule it is of, each clause said. */
export function traceView(
  rule: Rule,
  trace: ClauseTrace,
  sentence: (rule: Rule) => Label,
  ruleOf: (id: string) => Rule | null,
): TraceView {
  const inner =
    'rules' in rule
      ? rule.rules
      : rule.kind === 'segment'
        ? [ruleOf(rule.id)]
        : rule.kind === 'as-of'
          ? [rule.rule]
          : [];
  const parts = trace.parts.flatMap((part, i) => {
    const of = inner[i];
    return of == null ? [] : [traceView(of, part, sentence, ruleOf)];
  });
  return { kind: rule.kind, told: trace.told, evidence: trace.evidence, sentence: sentence(rule), parts };
}
