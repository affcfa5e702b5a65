import { attribute, firstChildOf, nextOf, parentOf } from './dom';

/** Names of a row as lists that draw rows as they are scrolled give them, the surest first. */
const KEYS = [
  'aria-rowindex',
  'data-row-key-value',
  'data-row-key',
  'data-rowkey',
  'data-row-id',
  'data-rowid',
  'row-id',
  'data-row-index',
  'data-rowindex',
  'row-index',
  'data-item-index',
  'data-index',
  'data-known-index',
  'aria-posinset',
  'data-key',
  'data-id',
  'data-item-id',
  'data-record-id',
  'id',
];
const PLACES = KEYS.filter((name) => /index|posinset/.test(name));
/** A row drawn inside an element of its own that carries its place. */
const WRAPPERS = 2;

/** What a row is called by its page; null where it has no name. Whether names last, gathering finds out. */
export function rowKey(row: Element): string | null {
  const own = keyAmong(row, KEYS);
  if (own !== null) return own;
  let wrapper = parentOf(row);
  for (let level = 0; wrapper !== null && level < WRAPPERS; level++, wrapper = parentOf(wrapper)) {
    // An element around several rows names none of them.
    const only = firstChildOf(wrapper);
    if (only === null || nextOf(only) !== null) return null;
    const around = keyAmong(wrapper, PLACES);
    if (around !== null) return around;
  }
  return null;
}

function keyAmong(element: Element, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attribute(element, name);
    if (value !== null && value !== '') return named(name, value);
  }
  return null;
}

/** Places are numbers, whatever attribute says them; names keep their attribute, so that two kinds never meet. */
const named = (name: string, value: string): string =>
  /index|posinset/.test(name) && /^\d+$/.test(value) ? value : `${name}=${value}`;
