/** Canonical ids of amounts that are so much for each of something. */
const IDS = /^average|^costPer|Per[A-Z]/;
const WORDS =
  /(?:^|[^\p{L}])(?:avg|average|mean|cp[acilmv]|arpp?u|aov|ltv|sr|śr|średni\p{L}*|durchschn\p{L}*|ø|moyenn?e?|promedio)(?:[^\p{L}]|$)|\p{L}\s*\/\s*\p{L}|(?:^|\s)(?:per|cost per)\s|^(?:koszt|przychód|wartość|kwota)\s.*?\bna\s/iu;

/**
 * Whether a report's amounts are averages (`Avg. CPC`, `Cost / conv.`, `Koszt na wynik`): over rows they neither add
 * up nor have a sum that means anything. `id` is the canonical one, where the column has one.
 */
export function isAverageColumn(id: string | null, header: string): boolean {
  return (id !== null && IDS.test(id)) || WORDS.test(header);
}
