/**
 * Excel, LibreOffice and Sheets run a cell as a formula by its first visible character, full-width twins included;
 * a leading tab, line end or NUL is skipped before they look (OWASP, CSV injection).
 */
const RUNS = /^[\t\r\n\0]|^[\s\u00a0\u2007\u202f\u200b-\u200f\u2060\ufeff\0]*[=+\-@＝＋－＠]/u;

const runs = (text: string) => RUNS.test(text.replace(/^'+/, ''));

/** A leading apostrophe keeps text text; one more where it has some already, so that it can be taken off again. */
export function guardFormula(text: string): string {
  return runs(text) ? `'${text}` : text;
}

/** What `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && runs(text) ? text.slice(1) : text;
}
