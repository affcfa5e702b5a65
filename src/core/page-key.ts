import { normaliseKey, type PersonKey } from './person-keys';

/** How a row of a page says whose it is: by a link to the profile or the row's own id, an address, a number. */
export const PAGE_KEY_KINDS = ['id', 'email', 'phone'] as const;
export type PageKeyKind = (typeof PAGE_KEY_KINDS)[number];

export interface PageKey {
  readonly kind: PageKeyKind;
  /** Of an id: the tool whose numbering it is of, `''` where the page does not tell. Contacts hold everywhere. */
  readonly space: string;
  readonly value: string;
}

/** Ids of somebody in a tool; browser ids are on no page. */
const IDS: ReadonlySet<PersonKey> = new Set(['personId', 'crmId', 'userId']);

export function pageKeyKind(key: PersonKey): PageKeyKind | null {
  if (key === 'email' || key === 'phone') return key;
  return IDS.has(key) ? 'id' : null;
}

/** One text for all writings of the same key; null where it is none. */
export function pageKeyText(kind: PageKeyKind, space: string, value: string): string | null {
  const normal = normaliseKey(kind === 'id' ? 'personId' : kind, value);
  if (normal === null) return null;
  if (kind !== 'id') return `${kind}\n\n${normal}`;
  // Salesforce writes the same id with 15 letters, or with 3 more that only say which of them are capitals.
  const own = space === 'salesforce' && normal.length === 18 ? normal.slice(0, 15) : normal;
  return `id\n${space}\n${own}`;
}
