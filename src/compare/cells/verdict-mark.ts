import type { Verdict } from '../comparison';

/** Marks that stand beside a verdict's word; never the only sign. */
export const VERDICT_MARK: Record<Verdict, string> = {
  better: '▲',
  worse: '▼',
  different: '≠',
  'no-difference': '=',
  'not-enough': '…',
  'not-tested': '',
};
