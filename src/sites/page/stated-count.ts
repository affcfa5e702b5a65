import { statedRange } from './stated-range';

const NUMBER = "(\\d{1,3}(?:[\\s.,'’\\u00a0\\u202f]\\d{3})+|\\d+)";
const OF = new RegExp(`(?:^|\\s)(?:of|z|ze|von|sur|de|di|van)\\s+${NUMBER}(\\+?)`, 'iu');
const FIRST = new RegExp(`^[^\\d•·|]*?${NUMBER}(\\+?)`, 'u');

/** What words about a list count in all: "535 records", "50 of 128 items"; null for "50+ items", which says no total. */
export function statedCount(text: string): number | null {
  const range = statedRange(text);
  if (range !== null) return range.total;
  const [, digits, more] = OF.exec(text) ?? FIRST.exec(text) ?? [];
  return digits === undefined || more === '+' ? null : Number(digits.replace(/\D/g, ''));
}
