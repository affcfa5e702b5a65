import type { ErrorCode } from '../core/app-error';
import type { CaptureHead, CaptureNote } from '../core/page-capture';
import { count, type Guard, objectOf, oneOf, text } from './guards';
import { captureHead, captureNotes, captureRows, errorCode } from './page-messages';

/** Over `LOOK_PORT`, to the content script, once. */
export interface LookOrder {
  readonly kind: 'look';
  readonly lookId: string;
  readonly ref: string;
}

/** Over the port, from the content script: `head`, `rows` in turn, `end`; afterwards `changed`, once. */
export type LookNews =
  | { readonly kind: 'head'; readonly head: CaptureHead; readonly total: number }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'end'; readonly rows: number; readonly notes: readonly CaptureNote[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'changed' };

const id = text(100);

export const parseLookOrder: Guard<LookOrder> = objectOf<LookOrder>({
  kind: oneOf('look'),
  lookId: id,
  ref: id,
});

export const parseLookNews: Guard<LookNews> = (raw) =>
  objectOf({ kind: oneOf('rows'), rows: captureRows })(raw) ??
  objectOf({ kind: oneOf('head'), head: captureHead, total: count })(raw) ??
  objectOf({ kind: oneOf('end'), rows: count, notes: captureNotes })(raw) ??
  objectOf({ kind: oneOf('failed'), code: errorCode })(raw) ??
  objectOf({ kind: oneOf('changed') })(raw);
