/**
 * Words that head a row of sums. Alone, or with a colon and what is summed (`Total: Account`): a campaign may well be
 * called "Total Wine".
 */
const LABEL =
  /^(?:(?:grand |overall |sub)?totals?(?:\s*\(\d[\d\s,.]*records?\))?|sum|suma(?: końcowa| całkowita| ogólna)?|razem|łącznie|ogółem|podsumowanie|gesamt(?:summe|ergebnis)?|summe|insgesamt|total g[eé]n[eé]ral|total general)\s*:?$|^(?:grand )?totals?\s?:\s|^(?:gesamt|łącznie|razem|suma|ogółem)\s?:\s|^grand totals? \(/i;

export function isTotalsLabel(text: string): boolean {
  return text.length <= 80 && LABEL.test(text.trim());
}
