import type { ErrorCode } from '../../core/app-error';

/** What happened, what was kept, what to do. */
export const en = {
  'db/quota': {
    what: 'There is no room left to store this.',
    kept: 'Nothing of it was stored; your earlier data is whole.',
    todo: 'Delete captures you no longer need, or free space on the disk, and try again.',
  },
  'db/vanished': {
    what: 'The browser has lost the data Segment Lens kept here.',
    kept: 'Settings are still here; captures and segments are not.',
    todo: 'Add your exports again. If this happens more than once, check whether the browser clears site data when it closes.',
  },
  'db/blocked': {
    what: 'The data is held by another tab with an older version of Segment Lens.',
    kept: 'Your data is whole.',
    todo: 'Close the other Segment Lens tabs and try again.',
  },
  'db/newer-schema': {
    what: 'The data was written by a newer version of Segment Lens.',
    kept: 'Your data is whole and was not touched.',
    todo: 'Update the extension and open it again.',
  },
  'db/failed': {
    what: 'The browser’s storage did not answer as it should.',
    kept: 'What was stored before is whole.',
    todo: 'Try again. If it fails again, restart the browser.',
  },
  'lock/busy': {
    what: 'Another Segment Lens tab is storing something right now.',
    kept: 'Nothing was changed.',
    todo: 'Wait until it has finished, then try again.',
  },
  'import/nothing-to-keep': {
    what: 'No row could be kept with this mapping.',
    kept: 'Nothing was stored; your earlier data is whole.',
    todo: 'Check which column is the date, the amount and the customer, and how dates are read.',
  },
  'import/source-gone': {
    what: 'The file is no longer where it was, or it has changed since it was read.',
    kept: 'Nothing of it was stored; your earlier data is whole.',
    todo: 'Add the file again.',
  },
  'file/unreadable': {
    what: 'The browser could not read the file.',
    kept: 'Nothing was stored; the other files are not affected.',
    todo: 'Check that the file is still there and not open in another program, then add it again.',
  },
  'report/answers-invalid': {
    what: 'An answer given for the report is none that can be given.',
    kept: 'Nothing was read or stored.',
    todo: 'Look at the answer named and at what it takes.',
  },
  'backup/not-a-backup': {
    what: 'This file is not a Segment Lens backup.',
    kept: 'Nothing was changed; what you hold is whole.',
    todo: 'Choose a file that ends in .slbackup.',
  },
  'backup/newer': {
    what: 'This backup was made by a newer version of Segment Lens.',
    kept: 'Nothing was changed; what you hold is whole.',
    todo: 'Update the extension, then restore the backup.',
  },
  'backup/cut': {
    what: 'The backup ends too early: part of the file is missing.',
    kept: 'Nothing was changed; what you hold is whole.',
    todo: 'Copy or download the file again, or use an earlier backup.',
  },
  'backup/damaged': {
    what: 'The backup is damaged: its contents do not match its own checksums.',
    kept: 'Nothing was changed; what you hold is whole.',
    todo: 'Copy or download the file again, or use an earlier backup.',
  },
  'backup/unsupported': {
    what: 'Something is stored here that a backup can not hold yet.',
    kept: 'Nothing was changed, and no incomplete backup was made.',
    todo: 'Update the extension and try again.',
  },
  'settings/invalid': {
    what: 'This is not a setting Segment Lens knows.',
    kept: 'Your settings are as they were.',
    todo: 'Check the currency, the date, the rate or the time zone, and try again.',
  },
  'segment/invalid-rule': {
    what: 'The rule is not complete.',
    kept: 'Nothing was saved.',
    todo: 'Fill in every condition, or remove the ones you do not need.',
  },
  'segment/not-found': {
    what: 'This segment is no longer here.',
    kept: 'Your data and other segments are whole.',
    todo: 'Pick another segment from the list.',
  },
  'segment/circular': {
    what: 'The rule would go round in a circle: it refers to a segment that refers back to it.',
    kept: 'Nothing was saved.',
    todo: 'Remove the condition that names that segment.',
  },
  'segment/in-use': {
    what: 'Another of your segments is made from this one.',
    kept: 'Nothing was deleted.',
    todo: 'Change or delete the segment that names it first.',
  },
  'segment/too-many': {
    what: 'These are more segments than can be looked at together.',
    kept: 'Your choice is kept.',
    todo: 'Take some of them out and try again.',
  },
  'segment/not-a-file': {
    what: 'This is no file of segments, or one of a later Segment Lens.',
    kept: 'Nothing was added; your own segments are as they were.',
    todo: 'Pick the JSON file that “Export segments” gave you, or update the extension.',
  },
  'person/not-found': {
    what: 'This customer is no longer where they were: the data has changed.',
    kept: 'Your data and segments are whole.',
    todo: 'Find the customer again.',
  },
  'money/not-spend': {
    what: 'That is no amount spent over days, or no margin from 0 to 100%.',
    kept: 'Nothing was changed.',
    todo: 'Give an amount above 0, a three-letter currency, and a first day no later than the last.',
  },
  'join/nothing-settled': {
    what: 'It was not said who is the same person and who is not.',
    kept: 'Nothing was changed.',
    todo: 'Pick a person for at least two of the rows, then settle it.',
  },
  'join/not-found': {
    what: 'This decision has been taken back already.',
    kept: 'Your data is whole.',
    todo: 'Look at the list of decisions again.',
  },
  'compare/no-data': {
    what: 'There is nothing to compare yet.',
    kept: 'Your choices are kept.',
    todo: 'Add an export with orders, customers or a report first.',
  },
  'export/failed': {
    what: 'The file could not be made.',
    kept: 'Your data is whole.',
    todo: 'Try again; if it fails again, try with fewer segments.',
  },
  'page/not-allowed': {
    what: 'Segment Lens may not look at this page yet.',
    kept: 'Nothing was read.',
    todo: 'Click the Segment Lens button in the toolbar while the page is open.',
  },
  'page/gone': {
    what: 'The page was closed or left before it was read to the end.',
    kept: 'Nothing of it was kept.',
    todo: 'Open the page and collect it again.',
  },
  'page/no-answer': {
    what: 'The page did not answer.',
    kept: 'Nothing was read.',
    todo: 'Reload the page and try again.',
  },
  'rpc/worker-died': {
    what: 'The part that does the calculations stopped.',
    kept: 'What was stored before is whole.',
    todo: 'Reload this tab and try again.',
  },
  'rpc/bad-message': {
    what: 'Two parts of Segment Lens did not understand each other.',
    kept: 'What was stored before is whole.',
    todo: 'Reload this tab; after an update, restart the browser.',
  },
  internal: {
    what: 'Something in Segment Lens failed that should not have.',
    kept: 'What was stored before is whole.',
    todo: 'Reload this tab and try again.',
  },
} as const satisfies Record<ErrorCode, { what: string; kept: string; todo: string }>;
