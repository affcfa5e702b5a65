import type { Dataset } from '../core/dataset';
import { normaliseKey, PERSON_KEYS, type PersonKey } from '../core/person-keys';
import { keyIndex } from './engine/listed-people';
import { type ListedPerson, MOST_LISTED } from './rule/rule';

export interface ResolvedPeople {
  readonly people: readonly ListedPerson[];
  /** Lines that name somebody, repeated ones once. */
  readonly lines: number;
  readonly found: number;
  /** One key that several people have. */
  readonly ambiguous: number;
  readonly repeated: number;
  readonly notFound: number;
  /** The first of those not found, as they stand. */
  readonly notFoundSome: readonly string[];
  /** By which key they were found. */
  readonly by: readonly { readonly key: PersonKey; readonly count: number }[];
}

const SHOWN = 20;
const HEADERS =
  /^(e-?mail|email address|adres e-?mail|phone|telefon|id|customer id|id klienta|user id|client id)$/i;

/**
 * Whom pasted lines name: of each line the first cell (comma, semicolon or tab apart) that is anybody's key, else what
 * looks like an e-mail or a phone, else the first cell as an id. Those nobody has stay on the list: they may come.
 */
export function resolveList(dataset: Dataset, text: string): ResolvedPeople {
  const people: ListedPerson[] = [];
  const seen = new Set<string>();
  const by = new Map<PersonKey, number>();
  const notFoundSome: string[] = [];
  let found = 0;
  let ambiguous = 0;
  let repeated = 0;
  let notFound = 0;
  const lines = text.split(/\r\n|\r|\n/);
  for (const [i, line] of lines.entries()) {
    const cells = line.split(/[,;\t]/).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0 || (i === 0 && filled.some((cell) => HEADERS.test(cell)))) continue;
    const { key, normal, written, hits } = named(dataset, filled);
    const id = `${key} ${normal}`;
    if (seen.has(id)) {
      repeated++;
      continue;
    }
    if (people.length === MOST_LISTED) break;
    seen.add(id);
    people.push({ [key]: written });
    if (hits === 0) {
      notFound++;
      if (notFoundSome.length < SHOWN) notFoundSome.push(written);
    } else if (hits > 1) ambiguous++;
    else {
      found++;
      by.set(key, (by.get(key) ?? 0) + 1);
    }
  }
  return {
    people,
    lines: people.length,
    found,
    ambiguous,
    repeated,
    notFound,
    notFoundSome,
    by: [...by].map(([key, count]) => ({ key, count })),
  };
}

interface Named {
  readonly key: PersonKey;
  readonly normal: string;
  readonly written: string;
  /** People who have the key. */
  readonly hits: number;
}

function named(dataset: Dataset, cells: readonly string[]): Named {
  for (const written of cells)
    for (const key of PERSON_KEYS) {
      const normal = normaliseKey(key, written);
      const known = normal === null ? undefined : keyIndex(dataset, key).get(normal);
      if (known !== undefined && normal !== null)
        return { key, normal, written, hits: typeof known === 'number' ? 1 : known.length };
    }
  for (const key of ['email', 'phone'] as const)
    for (const written of cells) {
      const normal = normaliseKey(key, written);
      if (normal !== null) return { key, normal, written, hits: 0 };
    }
  const written = cells[0] ?? '';
  return { key: 'personId', normal: written, written, hits: 0 };
}
