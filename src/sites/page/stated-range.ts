const NUMBER = "(\\d{1,3}(?:[\\s.,'’\\u00a0\\u202f]\\d{3})+|\\d+)";
const OF = '(?:of|z|ze|spośród|von|sur|de|di|van|из|av|\\/)';
/** "1–250 of 1,234", "Showing 1 to 25 of 535 entries", "Wyświetlanie 1–60 z 1 234". */
const RANGE = new RegExp(
  `(?:^|[^\\d.,])${NUMBER}\\s*(?:[-–—−]|to|do|bis|à|a|al|tot)\\s*${NUMBER}\\s+${OF}\\s+(?:about |ok\\. )?${NUMBER}(?![\\d.,]*\\d)`,
  'iu',
);

export interface StatedRange {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** A pager's words; null where they are none, or contradict themselves. */
export function statedRange(text: string): StatedRange | null {
  const found = RANGE.exec(text);
  if (found === null) return null;
  const [from, to, total] = found.slice(1, 4).map((n) => Number((n ?? '').replace(/\D/g, '')));
  if (from === undefined || to === undefined || total === undefined) return null;
  return from >= 1 && to >= from && total >= to ? { from, to, total } : null;
}
