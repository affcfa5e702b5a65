/**
 * Small records that are no part of the data's version, each kind in an object store of its own name. A kind added
 * here is emptied and backed up with the others by itself; `database.ts` needs one more step to make its store.
 */
export const SMALL_STORES = ['segments', 'mappings', 'snapshots', 'money', 'segmentSettings'] as const;

/** Each record is read and written whole, by its key. */
export type SmallStore = (typeof SMALL_STORES)[number];
