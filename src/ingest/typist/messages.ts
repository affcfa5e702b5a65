import type { ProfileState } from '../readings/profile-state';
import type { Dialect } from '../survey';
import type { Parcel } from './parcel';

/** Both ends are the same build's; what crosses was typed by the other half. Buffers are handed over, never copied. */
export type ToTypist =
  | { readonly kind: 'begin'; readonly job: number; readonly dialect: Dialect }
  | {
      readonly kind: 'take';
      readonly job: number;
      /** The table's columns the profiles are of. */
      readonly columns: readonly number[];
      readonly profiles: readonly ProfileState[];
    }
  | {
      readonly kind: 'rows';
      readonly job: number;
      readonly parcel: Parcel;
      /** From and to of each stretch of body records, in turn. */
      readonly runs: readonly number[];
      /** Rows there may be in all, 0 while unknown. */
      readonly forecast: number;
    }
  /** These columns are wanted back, once all that was sent before is typed. */
  | { readonly kind: 'back'; readonly job: number; readonly columns: readonly number[] }
  | { readonly kind: 'drop'; readonly job: number };

export type FromTypist =
  | { readonly kind: 'ready' }
  /** One `rows` is done with, which took so long, and its buffer may be used again. */
  | { readonly kind: 'typed'; readonly job: number; readonly ms: number; readonly spare: ArrayBuffer }
  | { readonly kind: 'back'; readonly job: number; readonly profiles: readonly ProfileState[] }
  | { readonly kind: 'failed'; readonly job: number; readonly reason: string };

export interface TypistPort<Sent, Heard> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Heard }) => void): void;
}
