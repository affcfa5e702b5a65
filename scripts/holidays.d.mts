export const FROM: number;
export const TO: number;
/** By country and occasion: rule and reason. */
export const OWN: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>;
export function packageDays(country: string): {
  readonly found: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};
export function countryDays(): string;
