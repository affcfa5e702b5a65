import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

/** On the page itself. Nothing here may say anything of a person. */
export const en = {
  known: (known: number, all: number) =>
    `${n(known)} of ${n(all)} ${plural('en', all, { one: 'customer', other: 'customers' })} known`,
  looking: 'Looking up customers…',
  stale: 'Segments are not ready: open the side panel',
  waiting: 'Many customers at once: the rest in a while',
  panel: 'Open the side panel',
  hide: 'Hide on this page',
  off: (host: string) => `Turn off on ${host}`,
  name: 'Segment Lens',
};
