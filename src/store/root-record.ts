import type { ErasedPeople } from '../core/erased-people';
import type { TableKind } from '../core/fields';
import type { JoinDecision } from '../core/join-decision';
import type { Mapping } from '../core/mapping';
import type { Passport } from '../core/passport';
import type { Settings } from '../core/settings';
import { blockKeys, type Packed } from './packed';

/** The one record that says what is held. Whoever reads it and the blocks it names sees committed data only. */
export interface RootRecord {
  /** 1: no numbers in frames yet. */
  readonly format: 1 | 2;
  /** Goes up with each commit and never down, also when everything is deleted. */
  readonly dataVersion: number;
  /** Oldest first. */
  readonly captures: readonly CaptureRecord[];
  /** The Dataset made of the captures; null while there is none. */
  readonly dataset: Packed | null;
  /** Counts of the dataset, so that showing what is held opens no block. */
  readonly summary: DatasetSummary | null;
  /** What was settled by hand about who is who, oldest first; absent in data kept before it could be. */
  readonly joinDecisions?: readonly JoinDecision[];
  /** Whom the person asked to erase; absent where nobody was. */
  readonly erased?: readonly ErasedPeople[];
  /** Absent where nothing was said. */
  readonly settings?: Settings;
  /** Exchange rates; absent where none are held. */
  readonly rates?: KeptRates;
  /** What names people on pages; absent where it was not made of this version. */
  readonly badges?: KeptBadges;
  /** What the last question was answered, as UTF-8 JSON of `KeptAnswer`s; absent where none was kept of this version. */
  readonly answers?: Packed;
}

/** Made of the data of this version and put beside it: every commit of data drops it in its own transaction. */
export type MadeOfData = Pick<RootRecord, 'badges' | 'answers'>;

export interface KeptBadges {
  /** Names the segments, their rules and the data it was made of. */
  readonly stamp: string;
  /** A `BadgeIndex`. */
  readonly table: Packed;
}

export interface KeptRates {
  /** A `RateColumns`. */
  readonly table: Packed;
  readonly count: number;
  /** What they were read from, oldest first; rates typed in have no source. */
  readonly sources: readonly string[];
}

/** A table kept, with the mapping that made it. */
export interface CaptureRecord {
  readonly id: string;
  readonly name: string;
  /** Of the source's bytes and the table's place in them, to know a second import of the same. */
  readonly contentHash: string;
  readonly mapping: Mapping;
  readonly passport: Passport;
  readonly rows: number;
  /** A `KeptTable` without what stands here already. */
  readonly table: Packed;
  /** `RefusedRow[]` as UTF-8 JSON; null where none was refused. */
  readonly refused: Packed | null;
  /** What the person asked to leave out of earlier captures, as `KeptTable.leavesOut`. */
  readonly leavesOut?: readonly string[];
}

export interface DatasetSummary {
  readonly people: number;
  readonly orders: number;
  readonly ordersUnattributed: number;
  readonly events: number;
  readonly reports: readonly ReportFacts[];
  readonly coverage: { readonly from: number; readonly to: number } | null;
  /** By how many orders carry it, most first; `''` stands for no currency stated. */
  readonly currencies: readonly { readonly code: string; readonly orders: number }[];
  readonly join: { readonly people: number; readonly joined: number; readonly ambiguous: number };
}

export interface ReportFacts {
  readonly id: string;
  readonly title: string;
  readonly table: TableKind;
  readonly rows: number;
  readonly dimensions: readonly { readonly id: string; readonly header: string; readonly values: number }[];
  readonly metrics: readonly { readonly id: string; readonly header: string }[];
  readonly dateRange: { readonly from: string; readonly to: string } | null;
}

export const NOTHING_HELD: RootRecord = {
  format: 2,
  dataVersion: 0,
  captures: [],
  dataset: null,
  summary: null,
};

export function keysOf(root: RootRecord): ReadonlySet<string> {
  return new Set([
    ...blockKeys(root.dataset),
    ...blockKeys(root.rates?.table ?? null),
    ...blockKeys(root.badges?.table ?? null),
    ...blockKeys(root.answers ?? null),
    ...root.captures.flatMap((c) => [...blockKeys(c.table), ...blockKeys(c.refused)]),
  ]);
}

export function storedBytes(capture: CaptureRecord): number {
  return capture.table.bytes + (capture.refused?.bytes ?? 0);
}
