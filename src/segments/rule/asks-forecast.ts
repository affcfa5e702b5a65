import type { Rule } from './rule';

/** Whether a rule, or a segment it names in turn, asks what is foretold: that takes longer than to count what was done. */
export function asksForecast(rule: Rule, segment: (id: string) => Rule | null): boolean {
  const seen = new Set<string>();
  const asks = (of: Rule): boolean => {
    switch (of.kind) {
      case 'prediction':
        return true;
      case 'all':
      case 'any':
      case 'none':
        return of.rules.some(asks);
      case 'as-of':
        return asks(of.rule);
      case 'segment': {
        if (seen.has(of.id)) return false;
        seen.add(of.id);
        const named = segment(of.id);
        return named !== null && asks(named);
      }
      default:
        return false;
    }
  };
  return asks(rule);
}
