import type { PersonKey } from './person-keys';

/**
 * A person named by one of their keys, in the form two writings of it share (`normaliseKey`). It means the same
 * people in the next capture too, which a row number would not.
 */
export interface PersonKeyRef {
  readonly key: PersonKey;
  /** The id space of an id; empty for e-mail and phone, which hold everywhere. */
  readonly space: string;
  readonly value: string;
}

/** What somebody has settled by hand about who is who. A later decision goes before an earlier one it contradicts. */
export type JoinDecision = {
  readonly id: string;
  /** Epoch ms of the real clock. */
  readonly at: number;
} & JoinSettlement;

export type JoinSettlement =
  /** Keys of one group are one person; each group is somebody else. One group: the same person, nothing more. */
  | { readonly kind: 'people'; readonly groups: readonly (readonly PersonKeyRef[])[] }
  /** Several people use it: it joins nobody, and rows that know no better stay apart from source to source. */
  | { readonly kind: 'shared'; readonly key: PersonKeyRef };

export const keyName = ({ key, space, value }: PersonKeyRef): string => `${key}\u0000${space}\u0000${value}`;
