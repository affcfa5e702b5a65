export const en = {
  unread: (tool: string) => `Segment Lens knows ${tool}, but not this view; read with the general reader.`,
  unreadNoTable: (tool: string) =>
    `Segment Lens knows ${tool}, but not this view, and the general reader finds no table here either.`,
  show: 'Report how this page is built',
  title: 'How this page is built',
  note: 'To help Segment Lens learn this page. Letters stand as x, digits as 9; names, ids, titles and addresses are left out. This is all it says, and it stays here until you pass it on.',
  making: 'Looking at how the page is built…',
  failed:
    'The page can’t be looked at any longer. Nothing was made. Open it again and click Segment Lens there.',
  label: 'The report',
  copy: 'Copy',
  copied: 'Report copied',
  notCopied: 'The browser did not let it be copied. Save it as a file instead.',
  save: 'Save as a file',
  saved: (name: string) => `Saved: ${name}`,
  back: 'Back',
  file: 'segment-lens-page-structure.txt',
};
