/** What a page exported, offered beside it. */
export const en = {
  title: 'Exported on this page',
  exported: (name: string, size: string, host: string) => `${host} just exported ${name}, ${size}.`,
  server: (name: string, host: string) =>
    `${host} sends ${name} from its server, which Segment Lens never contacts. Add the file you have just downloaded.`,
  'too-large': (name: string, host: string) =>
    `${host} just exported ${name}, too large to be handed over. Add the file you have just downloaded.`,
  unseen: (name: string, host: string) =>
    `${host} just exported ${name} out of sight of Segment Lens. Add the file you have just downloaded.`,
  take: 'Take it',
  takeLabel: (name: string) => `Take ${name}: look at it before anything is stored`,
  addFile: 'Add the file',
  notNow: 'Not now',
  notNowLabel: (name: string) => `Not now: ${name}`,
  takeNote: 'You see it before anything is stored.',
  taking: 'Taking the exported file from the page…',
  gone: 'The page that exported the file has gone, and the file with it. Nothing was stored.',
  goneTodo: 'Add the file from your downloads instead.',
};
