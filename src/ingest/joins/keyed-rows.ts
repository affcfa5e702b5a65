import type { TextColumn } from '../../core/column';
import { PERSON_KEYS, type PersonKey } from '../../core/person-keys';

/** What rows can be joined on, the surest first. An order is one buyer's, whoever tells of it. */
export const JOIN_KEYS = [...PERSON_KEYS, 'orderId'] as const satisfies readonly (PersonKey | 'orderId')[];
export type JoinKey = (typeof JOIN_KEYS)[number];

/** Rows that may each belong to somebody: one capture's contacts, orders or events. */
export interface KeyedRows {
  readonly rows: number;
  readonly idSpace: string;
  readonly keys: ReadonlyMap<JoinKey, TextColumn>;
  /** Contacts are somebody even without any key. */
  readonly standAlone: boolean;
  /** The export they come from (`captureSeries`): people in two of its files are not joined across tools. */
  readonly series: string;
}
