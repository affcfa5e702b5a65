import { plainText } from '../plain-text';
import { isValueLike } from '../value-like';
import { isProse } from './looks-like-rows';

/** Where the fields of a card stand, learnt from all of them. */
export interface CardShape {
  readonly columns: readonly string[];
  /** One text a column, of the pieces of one card. */
  readonly row: (pieces: readonly string[]) => string[];
}

const INLINE = /^\s*(\p{L}[^:\d\n]{0,38}:)\s+(\S[\s\S]*)$/u;
const LONGEST_LABEL = 40;
const LEAST_CARDS = 3;
const LEAST_LABELS = 2;

/**
 * Repeated cards as a table, in whatever language and markup: a label is what most cards say alike and follow with
 * something of their own (or what ends in a colon), a value is what stands between a label and the next. What stands
 * before the first label is what the card is of. Null without two labels, and where what has no label is prose:
 * comments have labels too, for their buttons and counts.
 * @param cards the pieces of text of each card, in order
 */
export function labelledCards(cards: readonly (readonly string[])[]): CardShape | null {
  if (cards.length < LEAST_CARDS) return null;
  const inline = inlineLabels(cards);
  const parted = cards.map((pieces) => split(pieces, inline));
  const labels = labelsOf(parted);
  if (labels.size < LEAST_LABELS) return null;
  const placed = parted.map((pieces) => placeIn(pieces, labels));
  const lead = Math.min(...placed.map(({ before }) => before.length));
  const even = placed.every(({ before }) => before.length === lead);
  const leading = lead === 0 ? 0 : even ? lead : 1;
  const spoken = placed.filter(({ before }) => before.some((piece) => isProse(plainText(piece))));
  if (spoken.length * 2 >= cards.length) return null;
  const order = [...labels].sort((a, b) => middle(parted, a) - middle(parted, b));
  return {
    columns: [...Array.from({ length: leading }, () => ''), ...order.map((l) => l.replace(/\s*:$/, ''))],
    row(pieces) {
      const { before, values } = placeIn(split(pieces, inline), labels);
      const own = even ? before.slice(0, leading) : leading === 0 ? [] : [before.join(' ')];
      while (own.length < leading) own.push('');
      return [...own.map(plainText), ...order.map((label) => plainText(values.get(label) ?? ''))];
    },
  };
}

/** `Orders: 12` in one piece, where other cards begin a piece the same way. */
function inlineLabels(cards: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const pieces of cards)
    for (const label of new Set(pieces.map((piece) => INLINE.exec(piece)?.[1] ?? '')))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  counts.delete('');
  return new Set([...counts].filter(([, n]) => n * 2 >= cards.length).map(([label]) => label));
}

const split = (pieces: readonly string[], inline: ReadonlySet<string>): string[] =>
  pieces.flatMap((piece) => {
    const [, label = '', value = ''] = INLINE.exec(piece) ?? [];
    return inline.has(label) ? [label, value] : [piece];
  });

function labelsOf(cards: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Map<string, { cards: number; twice: boolean }>();
  for (const pieces of cards) {
    const here = new Map<string, number>();
    for (const piece of pieces.map(plainText)) here.set(piece, (here.get(piece) ?? 0) + 1);
    for (const [piece, times] of here) {
      const known = seen.get(piece) ?? { cards: 0, twice: false };
      seen.set(piece, { cards: known.cards + 1, twice: known.twice || times > 1 });
    }
  }
  const said = (piece: string): boolean => {
    const { cards: n = 0, twice = true } = seen.get(piece) ?? {};
    const colon = piece.endsWith(':');
    if (twice || piece.length > LONGEST_LABEL || isValueLike(piece) || !/\p{L}/u.test(piece)) return false;
    return colon ? n * 2 >= cards.length : n * 5 >= cards.length * 4;
  };
  const alike = new Set([...seen.keys()].filter(said));
  const followers = new Map<string, Set<string>>();
  for (const pieces of cards) {
    for (const [i, piece] of pieces.map(plainText).entries()) {
      const next = plainText(pieces[i + 1] ?? '');
      if (!alike.has(piece) || next === '' || alike.has(next)) continue;
      followers.set(piece, (followers.get(piece) ?? new Set()).add(next));
    }
  }
  return new Set([...alike].filter((p) => p.endsWith(':') || (followers.get(p)?.size ?? 0) >= 2));
}

function placeIn(pieces: readonly string[], labels: ReadonlySet<string>) {
  const before: string[] = [];
  const values = new Map<string, string>();
  let label: string | null = null;
  for (const piece of pieces) {
    const text = plainText(piece);
    if (labels.has(text)) label = text;
    else if (label === null) before.push(piece);
    else values.set(label, (values.get(label) ?? '') + piece);
  }
  return { before, values };
}

/** Where among its pieces a label stands, on the whole. */
function middle(cards: readonly (readonly string[])[], label: string): number {
  const at = cards.map((pieces) => pieces.findIndex((p) => plainText(p) === label)).filter((i) => i >= 0);
  return at.reduce((sum, i) => sum + i, 0) / Math.max(1, at.length);
}
