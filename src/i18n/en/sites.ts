/** Sites that may be read without a click each time. */
export const en = {
  always: (host: string) => `Always on ${host}…`,
  on: (host: string) => `On: ${host}`,
  title: (host: string) => `Always on ${host}`,
  titleOn: (host: string) => `Allowed on ${host}`,
  note: 'Without a click each time, and only for what you choose here. The browser asks you once more.',
  noteOn: 'Change what it is for at any time.',
  choices: {
    follow: 'Keep the offer beside the page current',
    exports: 'Offer what I export on the page',
    badges: 'Show segment names on the page',
  },
  hints: {
    follow:
      'The side panel looks again when the report, its dates or its language change. It reads only while it is open.',
    exports: 'A file you export there can be taken with one click. Nothing is stored before you say so.',
    badges: 'Beside the customers you have in your data. Names of segments only.',
  },
  allow: (host: string) => `Allow on ${host}`,
  refused: 'It was not allowed. Segment Lens still looks here only when you click its button.',
  withdraw: 'Withdraw',
  back: 'Back',
  reload: 'Pages of this site that are open keep working as they are until you load them again.',
  kept: 'The browser keeps this permission. Segment Lens no longer uses it.',
  listTitle: 'Sites allowed without a click',
  listNote: 'Each site was allowed by you. Withdrawing takes effect at once.',
  listNone: 'None. Segment Lens looks at a page only when you click its button there.',
  many: (pattern: string) => `Many sites (${pattern}), allowed in the browser’s settings`,
  withdrawFrom: (host: string) => `Withdraw ${host}`,
  forNothing: 'Chosen for nothing: it is not read.',
};
