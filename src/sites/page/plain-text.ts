/** What is to be put right, but for blanks at the ends; most cells hold none of it, and cells are many. */
const UNTIDY = /[\t\n\r\f\u200b\ufeff\u00ad]| {2}/;

/** Runs of blanks as one, the way a page shows them. Non-breaking spaces inside stay: they part thousands. */
export function plainText(raw: string): string {
  const tidy = UNTIDY.test(raw)
    ? raw.replace(/[ \t\n\r\f\u200b\ufeff\u00ad]+/g, (run) => (/[ \t\n\r\f]/.test(run) ? ' ' : ''))
    : raw;
  return tidy.trim();
}
