export interface DateRange {
  /** ISO days, both inclusive. */
  readonly from: string;
  readonly to: string;
}

const LANGUAGES = ['en', 'pl', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'cs', 'sv'];

/** Month names of the languages marketers read reports in, short and long, as they stand in a date and alone. */
let monthNames: Map<string, number> | null = null;

function months(): Map<string, number> {
  if (monthNames !== null) return monthNames;
  monthNames = new Map();
  for (const language of LANGUAGES) {
    for (const style of ['short', 'long'] as const) {
      const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const day = new Date(Date.UTC(2024, month, 3));
        const name = inDate.formatToParts(day).find((part) => part.type === 'month')?.value ?? '';
        for (const text of [name, alone.format(day)]) {
          const key = text.toLowerCase().replace(/\.$/, '');
          if (/^\p{L}{3,}$/u.test(key) && !monthNames.has(key)) monthNames.set(key, month + 1);
        }
      }
    }
  }
  return monthNames;
}

const DASH = '\\s*[-–—−]\\s*';
const YEAR = '(?:,?\\s*(?:de\\s+)?(\\d{4}))?(?!\\d)';
const ISO = new RegExp(`(\\d{4})-(\\d\\d)-(\\d\\d)${DASH}(\\d{4})-(\\d\\d)-(\\d\\d)`, 'g');
/** "1–31 @10 2026", "28 @12 2025 – 3 @1 2026" (a month is `@` and its number by now). */
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})\\.?(?:\\s*(?:de\\s+)?@(\\d+)(?!\\d)\\.?${YEAR})?${DASH}(\\d{1,2})\\.?\\s*(?:de\\s+)?@(\\d+)(?!\\d)\\.?${YEAR}`,
  'g',
);
/** "@10 1 – @10 31, 2026", "@10 1 – 31, 2026". */
const MONTH_FIRST = new RegExp(
  `@(\\d+)(?!\\d)\\.?\\s*(\\d{1,2})(?!\\d)${YEAR}${DASH}(?:@(\\d+)(?!\\d)\\.?\\s*)?(\\d{1,2})(?!\\d)${YEAR}`,
  'g',
);

/**
 * The one range of days a text names: "Oct 1 – Oct 31, 2026", "1–31 paź 2026", "28 gru 2025 – 3 sty 2026",
 * "2026-10-01 – 2026-10-31". Null where it names none or more than one, where no year is said, and for days and
 * months in figures, which could be swapped.
 */
export function dateRangeIn(text: string): DateRange | null {
  const marked = text.replace(/\p{L}+/gu, (word) => {
    const month = months().get(word.toLowerCase());
    return month === undefined ? word : `@${month}`;
  });
  const found = [
    ...Array.from(marked.matchAll(ISO), ([, y1, m1, d1, y2, m2, d2]) => range(y1, m1, d1, y2, m2, d2)),
    ...Array.from(marked.matchAll(DAY_FIRST), ([, d1, m1, y1, d2, m2, y2]) =>
      range(y1, m1 ?? m2, d1, y2, m2, d2),
    ),
    ...Array.from(marked.matchAll(MONTH_FIRST), ([, m1, d1, y1, m2, d2, y2]) =>
      range(y1, m1, d1, y2, m2 ?? m1, d2),
    ),
  ];
  return found.length === 1 ? (found[0] ?? null) : null;
}

type Part = string | undefined;

function range(y1: Part, m1: Part, d1: Part, y2: Part, m2: Part, d2: Part): DateRange | null {
  const toYear = y2 ?? y1;
  if (toYear === undefined) return null;
  // "28 Dec – 3 Jan 2026" began the year before.
  const wraps = Number(m1) > Number(m2) || (m1 === m2 && Number(d1) > Number(d2));
  const from = isoDay(y1 === undefined ? Number(toYear) - (wraps ? 1 : 0) : Number(y1), m1, d1);
  const to = isoDay(Number(toYear), m2, d2);
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

function isoDay(year: number, month: Part, day: Part): string | null {
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? date.toISOString().slice(0, 10) : null;
}
