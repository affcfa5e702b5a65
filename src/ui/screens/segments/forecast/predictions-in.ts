import type { Rule } from '../../../../segments/rule/rule';

export type Prediction = Extract<Rule, { readonly kind: 'prediction' }>;

/** What a rule itself asks of the future, each once; not what the segments it names ask, which say so themselves. */
export function predictionsIn(rule: Rule): readonly Prediction[] {
  const found = new Map<string, Prediction>();
  const visit = (of: Rule): void => {
    if (of.kind === 'prediction') found.set(JSON.stringify(of), of);
    else if (of.kind === 'as-of') visit(of.rule);
    else if ('rules' in of) of.rules.forEach(visit);
  };
  visit(rule);
  return [...found.values()];
}
