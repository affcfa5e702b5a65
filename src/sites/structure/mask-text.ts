const MAX_LENGTH = 24;
const MAX_LOOKED_AT = 400;
/** Marks that numbers, dates and sentences are written with. */
const MARKS = ' .,:;/()%+-–—−€$£¥@#|\'’"*?!&=<>_';

/**
 * What a text looks like: letters as `x`, digits as `9`, at most three marks in a row, everything else as `·`; cut at
 * 24. Nothing longer than three characters is left as it stood.
 */
export function maskText(text: string): string {
  let masked = '';
  let marks = 0;
  for (const character of text.slice(0, MAX_LOOKED_AT).replace(/\s+/gu, ' ').trim()) {
    if (masked.length >= MAX_LENGTH) return `${masked}…`;
    const mark = MARKS.includes(character);
    marks = mark ? marks + 1 : 0;
    if (marks > 3) continue;
    masked += mark ? character : /[\p{L}\p{M}]/u.test(character) ? 'x' : /\p{N}/u.test(character) ? '9' : '·';
  }
  return text.length > MAX_LOOKED_AT ? `${masked}…` : masked;
}
