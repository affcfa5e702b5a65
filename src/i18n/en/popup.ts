import { plural } from '../plural';

const n = (value: number) => value.toLocaleString('en-GB');

/** `first` is drawn before anything else is loaded: keep it short. */
export const first = {
  onThisPage: 'On this page',
  looking: 'Looking at the page…',
  now: 'Segments now',
};

export const en = {
  offer: {
    ask: 'What is on this page?',
    askNote: 'Nothing is read until you ask.',
    again: 'Look again',
    changed: 'The page has changed since it was looked at.',
    rows: (here: number, stated: number | null) =>
      stated !== null && stated > here
        ? `${n(here)} of ${n(stated)} rows`
        : `${n(here)} ${plural('en', here, { one: 'row', other: 'rows' })}`,
    columns: (v: number) => `${n(v)} ${plural('en', v, { one: 'column', other: 'columns' })}`,
    collect: (v: number) => `Collect ${n(v)} ${plural('en', v, { one: 'row', other: 'rows' })}`,
    look: 'Rows and columns',
    table: (place: number, all: number) => `Table ${place} of ${all}`,
    which: 'Which table',
    untitled: 'Table without a title',
    beyond: (v: number) => `${n(v)} more on this page are not listed.`,
    partly: 'Only the rows the page has loaded are collected.',
    leftOut: (v: number) => `${n(v)} left out`,
    personal: (names: string) => `Personal: ${names}`,
    personalNone: 'No personal columns seen',
    personalMark: 'personal',
    personalKind: {
      email: 'e-mail address',
      phone: 'phone number',
      name: 'name',
      address: 'address',
      birth: 'birth date',
      id: 'customer number',
    },
    inFrame: 'in a frame',
  },
  review: {
    title: 'What will be kept',
    note: 'Clear a column to leave it out. It stays on the page and is never stored.',
    keep: (header: string) => `Keep ${header}`,
    sample: 'First rows',
    leaveOutPersonal: 'Leave out personal columns',
    back: 'Back',
    nothing: 'Keep at least one column.',
  },
  none: {
    'browser-page': {
      why: 'This is a page of the browser itself, which no extension may read.',
      todo: 'Open your report, shop or CRM, and click Segment Lens there.',
    },
    'store-page': {
      why: 'The extension store does not let any extension read its pages.',
      todo: 'Open your report, shop or CRM, and click Segment Lens there.',
    },
    'no-permission': {
      why: 'The browser did not let Segment Lens read this page.',
      todo: 'Click the Segment Lens button in the toolbar while the page is in front.',
    },
    'no-table': {
      why: 'This page has no table.',
      todo: 'Open a report or a list, or add an exported file in the workspace.',
    },
    'no-tab': {
      why: 'No page is open in this window.',
      todo: 'Open your report, shop or CRM, and click Segment Lens there.',
    },
  },
  collecting: {
    reading: (rows: number, total: number) => `Reading ${n(rows)} of ${n(total)} rows`,
    understanding: 'Understanding the columns…',
    storing: 'Storing…',
    cancel: 'Cancel',
    kept: (kept: number, seen: number) =>
      kept === seen
        ? `${n(kept)} ${plural('en', kept, { one: 'row', other: 'rows' })} kept`
        : `${n(kept)} of ${n(seen)} rows kept, ${n(seen - kept)} refused`,
    recognised: (as: string) => `Recognised as ${as}.`,
    remembered: 'Mapped as you set it the last time.',
    guessed: (as: string) => `Probably “${as}”, but it is a guess.`,
    guessedUnknown: 'These columns are new, so where they go is a guess.',
    look: 'Check the mapping',
    keepAnyway: 'Keep it like this',
    duplicate: 'The same table is held already. Keep it a second time?',
    nothing: 'There was nothing to keep in this table.',
    inInbox: 'It waits in the inbox under Data.',
    cancelled: 'Stopped. Nothing was stored.',
    more: 'Collect another',
    details: 'See what was kept',
  },
  now: {
    noneTitle: 'No data yet.',
    noneText: 'Collect the table on this page, or add a file.',
    addFile: 'Add a file',
    trySample: 'Try sample data',
    noComparison: 'Choose segments to compare in the workspace.',
    older: (when: string) => `From ${when}; being brought up to date.`,
    oldData: (when: string) => `From ${when}.`,
    failed: 'The comparison could not be brought up to date. This is the last one.',
    failedNothing: 'The comparison could not be made. Your data is as it was.',
    retry: 'Try again',
    sentence: (metric: string, rows: string) => `${metric}. ${rows}`,
  },
  foot: {
    workspace: 'Open workspace',
    csv: 'CSV',
    csvLabel: 'Export the comparison as CSV',
    panel: 'Side panel',
    csvFailed: 'The file could not be made. Nothing was saved.',
    panelFailed: 'The browser did not open the side panel. Open it from the browser’s own menu.',
  },
};
