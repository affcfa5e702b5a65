import { headerWords } from '../../../ingest/mapping/header-words';

export type PersonalKind = 'email' | 'phone' | 'name' | 'address' | 'birth' | 'id';

/** As words of `headerWords`: whole words, English and Polish. */
const HEADERS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /\b(e ?mail|mail)\b/],
  ['phone', /\b(phone|telephone|mobile|tel|telefon|telefonu|komorka|komorkowy)\b/],
  ['birth', /\b(birth ?da(y|te)|date of birth|dob|data urodzenia|urodziny)\b/],
  ['address', /\b(address|street|zip|postcode|postal code|adres|ulica|kod pocztowy)\b/],
  [
    'id',
    /\b(customer|client|user|contact|record|visitor|member|klient|klienta|uzytkownika|kontaktu|rekordu) (id|no|number|nr)\b|\b(id|numer|nr) (klienta|uzytkownika|kontaktu|rekordu)\b/,
  ],
  [
    'name',
    /\b(first|last|full|given|family|customer|contact|client|billing|shipping) name\b|\bsurname\b|\bimie\b|\bnazwisko\b|^(customer|client|contact|klient|kontakt|name)$/,
  ],
];

const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[\p{L}]{2,}$/u;
const PHONE = /^(?:\+|00)\d[\d\s().-]{7,17}$|^\d{3}[ -]\d{3}[ -]\d{3}$/;

/**
 * What kind of personal data a column of a page seems to hold, by its header or by the shape of its first values; null
 * where neither says so. A hint for the person who decides what is kept, on the generous side.
 */
export function personalKind(header: string, values: readonly string[]): PersonalKind | null {
  const filled = values.map((v) => v.trim()).filter((v) => v !== '');
  const most = (shape: RegExp) =>
    filled.length > 0 && filled.filter((v) => shape.test(v)).length * 2 > filled.length;
  if (most(EMAIL)) return 'email';
  if (most(PHONE)) return 'phone';
  const words = headerWords(header);
  return HEADERS.find(([, names]) => names.test(words))?.[0] ?? null;
}
