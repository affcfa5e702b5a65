import type { ErrorCode } from '../core/app-error';
import type { CaptureHead, CaptureNote, Gathering } from '../core/page-capture';
import { count, flag, type Guard, objectOf, oneOf, text } from './guards';
import {
  type CollectProgress,
  captureHead,
  captureNotes,
  captureRows,
  collectProgress,
  errorCode,
  gathering,
} from './page-messages';

/** Over `LOOK_PORT`, to the content script: `look` once, then what steers a gathering; `enough`: stop, with what there is. */
export type LookOrder =
  | {
      readonly kind: 'look';
      readonly lookId: string;
      readonly ref: string;
      /** Rows beyond those shown too. */
      readonly all: boolean;
    }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'enough' };

/** Over the port, from the content script: `progress` while gathering, `head`, `rows` in turn, `end`; afterwards `changed`, once. */
export type LookNews =
  | ({ readonly kind: 'progress' } & CollectProgress)
  | { readonly kind: 'head'; readonly head: CaptureHead; readonly total: number }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'end';
      readonly rows: number;
      readonly notes: readonly CaptureNote[];
      readonly gathering: Gathering | null;
    }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'changed' };

const id = text(100);

export const parseLookOrder: Guard<LookOrder> = (raw) =>
  objectOf({ kind: oneOf('look'), lookId: id, ref: id, all: flag })(raw) ??
  objectOf({ kind: oneOf('pause') })(raw) ??
  objectOf({ kind: oneOf('resume') })(raw) ??
  objectOf({ kind: oneOf('enough') })(raw);

export const parseLookNews: Guard<LookNews> = (raw) =>
  objectOf({ kind: oneOf('rows'), rows: captureRows })(raw) ??
  objectOf({ kind: oneOf('progress'), ...collectProgress })(raw) ??
  objectOf({ kind: oneOf('head'), head: captureHead, total: count })(raw) ??
  objectOf({ kind: oneOf('end'), rows: count, notes: captureNotes, gathering })(raw) ??
  objectOf({ kind: oneOf('failed'), code: errorCode })(raw) ??
  objectOf({ kind: oneOf('changed') })(raw);
