import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');
const people = (v: number) => `${n(v)} ${plural('en', v, { one: 'customer', other: 'customers' })}`;

/** Which segments name people on pages. */
export const en = {
  title: 'Segments on pages',
  lead: 'On sites where you chose it, the customers of a list carry the name of the first of these segments they are in. The choice is made site by site: on the page, in the popup or the side panel under “Always on …”.',
  none: 'Nobody in your data can be named yet: it takes orders with a customer and a date.',
  set: 'Segments shown',
  default: 'what your data gives',
  own: 'in an order of your own',
  sets: { rfm: 'RFM groups', lifecycle: 'Lifecycle', journey: 'Stage of the journey' },
  counts: (all: number, none: number, unknown: number) =>
    none === 0 && unknown === 0
      ? `Everyone is in one of them: ${people(all)}.`
      : `Of ${people(all)}, ${n(none)} ${plural('en', none, { one: 'is', other: 'are' })} in none of them${unknown === 0 ? '' : `, and for ${n(unknown)} the data can’t tell`}.`,
  gone: (v: number) =>
    `${n(v)} of the segments chosen ${plural('en', v, { one: 'is', other: 'are' })} no longer there.`,
  order: {
    add: 'Add a segment',
    full: 'No more fit beside a row.',
    up: (name: string) => `${name}: earlier`,
    down: (name: string) => `${name}: later`,
    remove: (name: string) => `Take ${name} out`,
    moved: (name: string, place: number, of: number) => `${name}: ${place} of ${of}`,
  },
};
