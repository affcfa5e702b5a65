import { minorUnits } from '../core/minor-units';

/**
 * Minor units as major ones, digit for digit: the shortest decimal that reads back as the very same number of minor
 * units, which dividing by 100 would not promise.
 */
export function majorUnits(minor: number | null, currency: string | null): string | null {
  if (minor === null || !Number.isFinite(minor)) return null;
  const places = Math.round(Math.log10(minorUnits(currency)));
  const [mantissa = '', exponent = '0'] = String(minor).split('e');
  return shifted(mantissa, Number(exponent) - places);
}

/** `digits × 10^power` without an exponent. */
function shifted(digits: string, power: number): string {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + power;
  const all = `${whole}${fraction}`;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${all}` : all.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  const text = right === '' ? left : `${left}.${right}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}
