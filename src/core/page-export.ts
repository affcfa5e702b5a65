/** A file that a page exported, as it is offered to the person: its bytes wait in the page's own frame. */
export interface ExportOffer {
  readonly exportId: string;
  /** As the page names it, cleaned: nothing of it is trusted but that it is a name. */
  readonly name: string;
  /** Null where `bytesAre` is not `held`. */
  readonly bytes: number | null;
  /**
   * `held` in the frame that exported it. `server`: a download from the site itself, of which nothing but its name was
   * seen. `too-large` or `unseen` (the page made it where it can't be seen, such as a worker): the same.
   */
  readonly bytesAre: 'held' | 'server' | 'too-large' | 'unseen';
}

/** Larger files are not held, nor taken: the person adds the file itself. */
export const MAX_EXPORT_BYTES = 200 << 20;
/** An offer nobody took goes after this long. */
export const EXPORT_OFFER_MS = 60 * 60 * 1000;
