import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const of = (v: number, one: string, other: string) => `${n(v)} ${plural('en', v, { one, other })}`;

/** Forgetting one person for good. */
export const en = {
  open: 'Erase this person',
  openOf: (name: string) => `Erase this person: ${name}`,
  question: (name: string) => `Erase ${name} and everything held of them?`,
  goes: (held: { readonly orders: number; readonly events: number }) =>
    `${of(held.orders, 'order', 'orders')} and ${of(held.events, 'event', 'events')} of theirs go with them, from every capture, and from all totals. This can’t be undone.`,
  lists: (v: number) => `They are taken off ${of(v, 'segment that lists them', 'segments that list them')}.`,
  stays:
    'Files you added and exported yourself are not touched, and still hold them. If you add such a file again, they are left out: only hashes of their keys are kept for that, under a key made on this computer.',
  returns:
    'Nothing they could be known by is held (no e-mail, phone or ID), so a file that holds them brings them back when you add it again.',
  yes: 'Erase for good',
  busy: (name: string) => `Erasing ${name}…`,
  done: (name: string) => `${name} has been erased.`,
};
