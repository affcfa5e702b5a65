/** A number, an amount, a share, a date or a duration rather than words; blanks and dashes are neither. */
export function isValueLike(text: string): boolean {
  if (!/\d/.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  return letters <= 4 && letters <= digits;
}

const TOTALS =
  /^(grand |sub ?)?totals?:?$|^total general$|^totals?\s*:|^(razem|suma|łącznie|ogółem|suma końcowa|suma całkowita)\b:?|^(gesamt(summe|ergebnis)?|summe):?$|^total général$|^sum:?$|^\d*\s*totals?$/iu;

/** What the first words of a totals row say; "Total Wine" is a name. */
export const isTotalsLabel = (text: string): boolean => TOTALS.test(text.trim());

const SUMMARY =
  /^(min|max|avg|mean|median|minimum|maximum|average|maksimum|średnia|średnio|przeciętnie|mediana|durchschnitt|mittelwert|moyenne|media|promedio)\.?:?$/iu;

/** What the first words of a row say that sums up the others without being their total. */
export const isSummaryLabel = (text: string): boolean => SUMMARY.test(text.trim());
