import { KNOWN_WORDS } from './known-words';

const MAX_LENGTH = 60;
const MAX_LOOKED_AT = 200;

/**
 * A class, a test id or a made-up name with only the words that pages are built of: `Polaris-IndexTable__Row-4711` is
 * `Polaris-IndexTable__Row-9`, `contact-anna.nowak` is `contact-x-x`.
 */
export function maskName(name: string): string {
  const parts = name
    .slice(0, MAX_LOOKED_AT)
    .match(/\d+|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{L}+|_+|[^\p{L}\p{M}\d_]+/gu);
  let masked = '';
  let last = '';
  for (const part of parts ?? []) {
    const shown = /^\d/.test(part)
      ? '9'
      : /^_/.test(part)
        ? part.slice(0, 2)
        : /^\p{L}/u.test(part)
          ? KNOWN_WORDS.has(part.toLowerCase())
            ? part
            : 'x'
          : '-';
    // What is masked in one go is one mark, however many words it was.
    if (shown === last && shown.length === 1) continue;
    if (masked.length + shown.length > MAX_LENGTH) break;
    masked += shown;
    last = shown;
  }
  return masked;
}
