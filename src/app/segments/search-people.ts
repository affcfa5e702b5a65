import { Bitset } from '../../core/bitset';
import type { TextColumn } from '../../core/column';
import type { Dataset } from '../../core/dataset';
import { PERSON_KEYS } from '../../core/person-keys';

/** People whose label, name or any key holds the typed text, whatever its case and accents. */
export function searchPeople({ people }: Dataset, typed: string): Bitset {
  const wanted = folded(typed.trim());
  const out = new Bitset(people.size);
  const columns = [people.label, ...['name', ...PERSON_KEYS].map((field) => people.columns.get(field))];
  for (const column of columns) if (column?.type === 'text') addHolding(column, wanted, out);
  return out;
}

function addHolding({ codes, dictionary }: TextColumn, wanted: string, out: Bitset): void {
  const holds = Uint8Array.from(dictionary, (value) => (folded(value).includes(wanted) ? 1 : 0));
  if (!holds.includes(1)) return;
  for (let p = 0; p < codes.length; p++) {
    const code = codes[p]!;
    if (code >= 0 && holds[code] === 1) out.add(p);
  }
}

/** ł is no l with an accent in Unicode, and is one to who types it. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ł/g, 'l');
}
