import type { RowGap } from '../../../core/page-capture';
import { gapsBetween } from './gaps-between';
import type { SeenRow, Sight } from './table-screen';

/**
 * By what rows are told apart: the names their page gives them, where they stand in what is scrolled, or, where
 * neither lasts, the order of their texts.
 */
export type ToldApartBy = 'key' | 'place' | 'texts';

export interface Added {
  readonly fresh: number;
  /** Cells that had been blank, or were drawn anew with another text. */
  readonly filled: number;
  readonly changed: number;
  /** Names or places turned out to be those of slots that rows pass through: nothing was taken. */
  readonly unreliable: boolean;
}

/** The rows of one scrolled list, as they come by. */
export interface RowPile {
  readonly by: ToldApartBy;
  readonly size: number;
  add(sight: Pick<Sight, 'rows' | 'kept' | 'again'>): Added;
  /** In the list's own order. */
  rows(): readonly SeenRow[];
  /** Where rows are missing between those taken, by their counted names or, in rows all of one height, their places. */
  gaps(): readonly RowGap[];
}

/** How one tells rows apart that look like these; weaker than what proved unreliable before. */
export function toldApartBy(rows: readonly SeenRow[], failed: ReadonlySet<ToldApartBy>): ToldApartBy {
  const distinct = (of: (row: SeenRow) => string | number | null) => {
    const all = rows.map(of);
    return !all.includes(null) && new Set(all).size === all.length;
  };
  if (!failed.has('key') && distinct((row) => row.key)) return 'key';
  return !failed.has('place') && distinct((row) => row.top) ? 'place' : 'texts';
}

export function rowPile(by: ToldApartBy): RowPile {
  return by === 'texts' ? pileByTexts() : pileByName(by);
}

/** Rows drawn a pixel off are still the same. */
const SLACK_PX = 3;

const movedFrom = (was: number | null, now: number | null): boolean =>
  was !== null && now !== null && Math.abs(was - now) > SLACK_PX;

function pileByName(by: 'key' | 'place'): RowPile {
  const held = new Map<string, SeenRow>();
  /** Names in the order of the list. */
  const order: string[] = [];
  const nameOf = (row: SeenRow): string => {
    if (by === 'key') return row.key ?? '';
    const top = row.top ?? 0;
    for (let off = 0; off <= SLACK_PX; off++) {
      if (held.has(String(top - off))) return String(top - off);
      if (held.has(String(top + off))) return String(top + off);
    }
    return String(top);
  };
  return {
    by,
    get size() {
      return held.size;
    },
    add({ rows, kept, again: written }) {
      const both = [...written.map(({ row }) => row), ...rows];
      const named = both.map((row) => ({ row, name: nameOf(row) }));
      const again = named.filter(({ name }) => held.has(name));
      const was = ({ name }: { readonly name: string }) => held.get(name)?.texts ?? [];
      const others = again.filter((one) => isAnother(was(one), one.row.texts));
      const elsewhere = others.some(({ row, name }) => movedFrom(held.get(name)?.top ?? null, row.top));
      if (elsewhere || (others.length >= 2 && others.length * 5 > again.length)) {
        return { ...NOTHING, unreliable: true };
      }
      const changed = again.filter((one) => differ(was(one), one.row.texts)).length;
      let fresh = 0;
      let filled = 0;
      let before: string | null = null;
      for (const [i, { row, name }] of named.entries()) {
        // Below those that stand as they did.
        if (kept > 0 && i === written.length) before = null;
        const known = held.get(name);
        if (known === undefined) {
          fresh++;
          held.set(name, row);
          insertAfter(order, before, name);
        } else {
          const merged = merge(known.texts, row.texts);
          filled += merged.filled;
          held.set(name, { ...row, texts: merged.texts });
        }
        before = name;
      }
      return { fresh, filled, changed, unreliable: false };
    },
    rows() {
      const counted = order.every((name) => /^-?\d+$/.test(name));
      const names = counted ? [...order].sort((a, b) => Number(a) - Number(b)) : order;
      return names.map((name) => held.get(name) as SeenRow);
    },
    gaps() {
      if (by === 'place')
        return gapsBetween(
          [...held.values()].map(({ top }) => top ?? Number.NaN),
          null,
        );
      return gapsBetween(order.every((name) => /^\d+$/.test(name)) ? order.map(Number) : [], 1);
    },
  };
}

function insertAfter(order: string[], before: string | null, name: string): void {
  const at = before === null || order.at(-1) === before ? -1 : order.lastIndexOf(before);
  if (at === -1) order.push(name);
  else order.splice(at + 1, 0, name);
}

/** Nothing names a row: what came last is looked for at the beginning of what comes now. */
function pileByTexts(): RowPile {
  const held: SeenRow[] = [];
  let last = 0;
  let start = 0;
  return {
    by: 'texts',
    get size() {
      return held.length;
    },
    add({ rows, kept, again }) {
      let filled = 0;
      let changed = 0;
      const put = (at: number, row: SeenRow) => {
        const was = held[at]?.texts ?? [];
        const merged = merge(was, row.texts);
        filled += merged.filled;
        if (differ(was, row.texts)) changed++;
        held[at] = { ...row, texts: merged.texts };
      };
      if (kept > 0) {
        for (const { at, row } of again) put(start + at, row);
        held.push(...rows);
        last = kept + rows.length;
        return { fresh: rows.length, filled, changed, unreliable: false };
      }
      // The longest stretch that fits: the window before may still be shown in whole.
      let from = Math.max(0, held.length - last - rows.length);
      while (from < held.length && !fits(held, from, rows)) from++;
      const overlap = Math.max(0, held.length - from);
      for (const [i, row] of rows.slice(0, overlap).entries()) put(from + i, row);
      const fresh = rows.slice(overlap);
      held.push(...fresh);
      start = from;
      last = rows.length;
      return { fresh: fresh.length, filled, changed, unreliable: false };
    },
    rows: () => held,
    gaps: () => [],
  };
}

function fits(held: readonly SeenRow[], from: number, rows: readonly SeenRow[]): boolean {
  for (let i = 0; i < rows.length && from + i < held.length; i++) {
    if (differ(held[from + i]?.texts ?? [], rows[i]?.texts ?? [])) return false;
  }
  return true;
}

const NOTHING = { fresh: 0, filled: 0, changed: 0 };

/** Whether they say different things; a blank may be a cell that is not drawn yet. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.some((text, i) => text !== '' && b[i] !== undefined && b[i] !== '' && text !== b[i]);
}

/** Figures of a row may move while one looks; what is in its first words does not. */
function isAnother(a: readonly string[], b: readonly string[]): boolean {
  const first = a.findIndex((text, i) => /\p{L}/u.test(text) && /\p{L}/u.test(b[i] ?? ''));
  if (first !== -1) return a[first] !== b[first];
  const differing = a.filter((text, i) => differ([text], [b[i] ?? ''])).length;
  return differing * 2 > a.length;
}

function merge(
  before: readonly string[],
  now: readonly string[],
): { readonly texts: readonly string[]; readonly filled: number } {
  let filled = 0;
  const texts = now.map((text, i) => {
    const was = before[i] ?? '';
    if (text === '') return was;
    if (was === '') filled++;
    return text;
  });
  return { texts, filled };
}
