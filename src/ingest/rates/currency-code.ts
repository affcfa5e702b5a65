const CODES: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('currency'),
  // What banks quote besides money in circulation, and codes that files of earlier years still hold.
  ...'XDR XAU XAG HRK LTL LVL EEK SKK SIT CYP MTL BGN RUB TRL ROL'.split(' '),
]);

/** ISO 4217, in capitals. */
export function isCurrencyCode(text: string): boolean {
  return CODES.has(text);
}
