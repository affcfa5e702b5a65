/** Texts that are a number each between the same words, such as order numbers. */
export interface RunningTexts {
  readonly before: string;
  readonly after: string;
  /** Digits of each, filled up with noughts; 0 where each has as many as it needs. */
  readonly digits: number;
}

/** Fewer are not worth another form. */
const FEW = 64;
/** Numbers of so many digits are exact. */
const MOST_DIGITS = 15;
const NOUGHT = 48;

/** The numbers in texts that differ in nothing else; null where they are not such. */
export function runningNumbers(
  texts: readonly string[],
): { readonly form: RunningTexts; readonly numbers: Float64Array } | null {
  const parts = texts.length < FEW ? null : /^(.*?)(\d{1,15})(\D*)$/s.exec(texts[0]!);
  if (parts === null) return null;
  const [, before = '', first = '', after = ''] = parts;
  const numbers = new Float64Array(texts.length);
  let alike = true;
  let padded = false;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    const digits = text.length - before.length - after.length;
    if (digits < 1 || digits > MOST_DIGITS || !text.startsWith(before) || !text.endsWith(after)) return null;
    let number = 0;
    for (let at = before.length; at < before.length + digits; at++) {
      const digit = text.charCodeAt(at) - NOUGHT;
      if (digit < 0 || digit > 9) return null;
      number = number * 10 + digit;
    }
    numbers[i] = number;
    if (digits !== first.length) alike = false;
    if (digits > 1 && text.charCodeAt(before.length) === NOUGHT) padded = true;
    if (padded && !alike) return null;
  }
  return { form: { before, after, digits: padded ? first.length : 0 }, numbers };
}

/** The same texts in UTF-8, and where each ends. */
export function runningUtf8(
  { before, after, digits }: RunningTexts,
  numbers: Float64Array,
): { readonly utf8: Uint8Array; readonly ends: Uint32Array } {
  const encoder = new TextEncoder();
  const head = encoder.encode(before);
  const tail = encoder.encode(after);
  const utf8 = new Uint8Array(numbers.length * (head.length + MOST_DIGITS + tail.length));
  const ends = new Uint32Array(numbers.length);
  let at = 0;
  for (let i = 0; i < numbers.length; i++) {
    utf8.set(head, at);
    at += head.length;
    let left = numbers[i]!;
    let width = Math.max(digits, 1);
    if (digits === 0) for (let over = 10; left >= over; over *= 10) width++;
    for (let to = at + width - 1; to >= at; to--) {
      const rest = Math.floor(left / 10);
      utf8[to] = NOUGHT + left - rest * 10;
      left = rest;
    }
    at += width;
    utf8.set(tail, at);
    at += tail.length;
    ends[i] = at;
  }
  return { utf8: utf8.subarray(0, at), ends };
}
