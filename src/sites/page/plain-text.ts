/** Runs of blanks as one, the way a page shows them. Non-breaking spaces inside stay: they part thousands. */
export function plainText(raw: string): string {
  return raw.replace(/[ \t\n\r\f\u200b\ufeff\u00ad]+/g, (run) => (/[ \t\n\r\f]/.test(run) ? ' ' : '')).trim();
}
