/** Ways a row says whose it is, the surest first. Ids hold within their id space; contacts everywhere. */
export const PERSON_KEYS = ['personId', 'crmId', 'userId', 'clientId', 'email', 'phone'] as const;
export type PersonKey = (typeof PERSON_KEYS)[number];

/** The form two writings of the same key share; null where the text is no such key. */
export function normaliseKey(key: PersonKey, text: string): string | null {
  const clean = text.normalize('NFC').trim();
  if (clean === '') return null;
  switch (key) {
    case 'email': {
      const mail = clean.toLowerCase();
      return /^[^\s@]+@[^\s@]+$/.test(mail) ? mail : null;
    }
    case 'phone':
      return normalisePhone(clean);
    default:
      return isCollapsedId(clean) ? null : clean;
  }
}

/** `9.44E+18`: what a spreadsheet leaves of a long number, the same for many different ones. */
export const isCollapsedId = (text: string): boolean => /^\d(?:[.,]\d+)?e\+\d\d+$/i.test(text);

/**
 * `+48 600 100 200`, `0048600100200` and `(+48) 600-100-200` are one number. A number without its country stays a
 * national one and meets only its like: which country it belongs to is not known here.
 */
function normalisePhone(text: string): string | null {
  const compact = text.replace(/^'/, '').replace(/[\s\u00a0\u202f().\-–/]/g, '');
  const match = /^(\+|00)?(\d{6,15})$/.exec(compact);
  if (match === null) return null;
  const [, international, digits = ''] = match;
  if (international === undefined) return `national:${digits}`;
  return digits.length < 8 ? null : `+${digits}`;
}
