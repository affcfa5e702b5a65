const CUT = /…|\.\.\.$/;
/** `1.2k`, `3,4 tys.`, `$12M`. */
const SHORT = /^([^\d\p{L}]*)(\d+(?:[.,]\d+)?)\s?(k|m|b|tys\.?|mln|mld)(?!\p{L})/iu;
/** A whole number with or without its thousands parted. */
const WHOLE = /^[^\d]*(\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d{1,2})?[^\d]*$/;

const TIMES: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 };

/** What every short figure has, told without classes of letters: this is asked of each cell. */
const MAY_BE_SHORT = /\d\s?[kmbt\u212a]/i;

/** Whether a text says that it is not all: "Zestaw upomin…", "1.2k". */
export const isCutShort = (text: string): boolean =>
  CUT.test(text) || (MAY_BE_SHORT.test(text) && SHORT.test(text));

/** The one of the hints that says the same in full; null where none does. */
export function fullText(text: string, hints: readonly string[]): string | null {
  const cut = CUT.exec(text);
  if (cut !== null) {
    const [begin, end] = [
      text.slice(0, cut.index).trimEnd(),
      text.slice(cut.index + cut[0].length).trimStart(),
    ];
    return hints.find((h) => h.length >= text.length && h.startsWith(begin) && h.endsWith(end)) ?? null;
  }
  const short = SHORT.exec(text);
  if (short === null) return null;
  const [, , figure = '', unit = ''] = short;
  const lower = unit.toLowerCase();
  const times = lower === 'mld' ? 1e9 : (TIMES[lower[0] ?? ''] ?? 1);
  const decimals = /[.,](\d+)/.exec(figure)?.[1]?.length ?? 0;
  const about = Number(figure.replace(',', '.')) * times;
  return (
    hints.find((hint) => {
      const whole = WHOLE.exec(hint)?.[1];
      return (
        whole !== undefined && Math.abs(Number(whole.replace(/\D/g, '')) - about) <= times / 10 ** decimals
      );
    }) ?? null
  );
}
