/**
 * How the catcher in the page's world and the receiver in ours find each other before a script of the page has run:
 * whichever comes second is heard by the first. From then on they speak by a name that nobody else has heard.
 */
export const RECEIVER_IS_HERE = 'segment-lens/receiver';
export const CATCHER_IS_HERE = 'segment-lens/catcher';

/** What the catcher hands over, under the agreed name. The receiver takes it for anything at all. */
export interface CaughtExport {
  /** Of the `download` attribute; may be empty. */
  readonly name: string;
  /** The address with a scheme of `data:`, `http:` or `https:`; empty for a blob. */
  readonly url: string;
  /** Null where the address is no blob, or of a blob the page made where it can't be seen. */
  readonly blob: Blob | null;
}

/** Said once by the catcher: the name is agreed, and is told to nobody else. */
export const agreedEvent = (agreed: string): string => `${agreed}/agreed`;
export const stopEvent = (agreed: string): string => `${agreed}/stop`;
