import type { WorkspaceState } from './collect';

/** Forgetting one person for good. `person` is as `MemberRow` names them; refused where the data has changed since. */
export interface ErasureMethods {
  /** What would go with them. */
  personHeld: { request: PersonAsked; answer: PersonHeld };
  /**
   * Takes every row of theirs out of every capture, refused rows that name them, lists of people and what was settled
   * about them, and builds the data anew in one commit. Later imports leave them out by hashes of their keys.
   */
  erasePerson: { request: PersonAsked; answer: WorkspaceState };
}

export interface PersonAsked {
  readonly person: number;
  readonly dataVersion: number;
}

export interface PersonHeld {
  readonly orders: number;
  readonly events: number;
  /** Saved segments that list them by name. */
  readonly lists: number;
  /** Ids, addresses and numbers they are known by; with none, a later import can't be kept from bringing them back. */
  readonly keys: number;
}
