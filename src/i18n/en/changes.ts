import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const of = (v: number, one: string, other: string) => `${n(v)} ${plural('en', v, { one, other })}`;

/** What a capture changes beside earlier ones of the same export. */
export const en = {
  title: 'Beside what was held',
  before: 'What it will change',
  look: 'Show what would change',
  looking: 'Reading it beside what is held',
  against: (list: string) => `Held against ${list}.`,
  none: 'No earlier capture of this export is held any more.',
  unit: {
    orders: (v: number) => of(v, 'order', 'orders'),
    people: (v: number) => of(v, 'customer', 'customers'),
    rows: (v: number) => of(v, 'row', 'rows'),
  },
  kinds: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', gone: 'Gone' },
  counted: (kind: string, count: string) => `${kind}: ${count}`,
  fields: (list: string) => `What changed: ${list}`,
  field: (header: string, count: string) => `${header} (${count})`,
  columnsNew: (list: string) => `Columns that earlier ones don’t have: ${list}`,
  columnsGone: (list: string) => `Columns that are not in it any more: ${list}`,
  rule: {
    orders: 'Where both hold an order, it counts as this later export has it.',
    people: 'Where both hold a customer, this later list is believed first.',
    rows: 'What both hold counts once.',
  },
  goneWhy: (range: string | null) =>
    range === null
      ? 'Held before and not in this one.'
      : `Held before, of ${range}, and not in this one. Nothing was deleted.`,
  goneLeftOut: 'Left out of the earlier captures, as you asked.',
  leaveOut: (count: string) => `Leave ${count} out`,
  leaveOutQuestion: (count: string) =>
    `Leave ${count} out of segments and comparisons? The captures keep them, and you can take them back in.`,
  leaveOutYes: 'Leave out',
  takeBackIn: 'Take them back in',
  done: 'Done. The data was built anew.',
  heldAlready: (name: string, heldAs: string) =>
    `${name} was not kept once more: “${heldAs}” holds the same rows.`,
  nothingNew: 'Nothing new: all of it is held already.',
  wouldBeHeld: (heldAs: string) =>
    `“${heldAs}” holds the same rows already, so it would not be kept once more.`,
  which: { orders: 'Order', people: 'Customer', rows: 'Row' },
  when: 'Date',
  record: 'Row in the file',
  what: 'Before → after',
  said: 'What it says',
  change: (header: string, before: string, after: string) => `${header}: ${before} → ${after}`,
  one: (header: string, value: string) => `${header}: ${value}`,
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  show: 'Show',
} as const;
