import { plural } from '../plural';

/** What is kept and where, what leaves, how it goes: two sentences a point. */
export const en = {
  title: 'Privacy',
  lead: 'Segment Lens works on this computer only. There is no server, no account and no telemetry.',
  points: {
    kept: {
      title: 'What is kept',
      text: 'The rows of the tables you keep, in the columns you keep, with where they came from; and your segments, column mappings and choices. Columns you leave out are never stored.',
    },
    where: {
      title: 'Where it is kept',
      text: 'In this browser’s own storage for the extension, in this browser profile. Other extensions and web pages can’t read it; someone who can open this profile can.',
    },
    leaves: {
      title: 'What leaves this computer',
      text: 'Nothing. The extension makes no network request at all; data leaves only in a file you export or a table you copy.',
    },
    looks: {
      title: 'What it may look at',
      text: 'A page only when you click the Segment Lens button on it, or on a site you have allowed, for what you have allowed it. It reads the tables shown there and stores nothing until you say so.',
    },
    howLong: {
      title: 'How long it is kept',
      text: 'Until you delete it, capture by capture under Data or all at once here. Removing the extension from the browser deletes it too.',
    },
    people: {
      title: 'People in your data',
      text: 'E-mails, phones and customer numbers are used to recognise one person across tools. Columns that hold them are marked before anything is stored, and you can leave them out.',
    },
  },
  held: (bytes: string, captures: number) =>
    `${bytes} in ${captures.toLocaleString('en-GB')} ${plural('en', captures, { one: 'capture', other: 'captures' })} at the moment.`,
  nothingHeld: 'Nothing is held at the moment.',
  deleteTitle: 'Delete',
};
