import type { Progress } from '../ingest/survey';
import type { AnswerMethods } from './api/answers';
import type { BackupMethods } from './api/backup';
import type { BadgeMethods } from './api/badges';
import type { BesideMethods } from './api/beside';
import type { ChangeMethods } from './api/changes';
import type { CollectMethods } from './api/collect';
import type { CompareMethods } from './api/compare';
import type { DiscoverMethods } from './api/discover';
import type { ErasureMethods } from './api/erasure';
import type { ExportMethods } from './api/exports';
import type { ForecastMethods } from './api/forecasts';
import type { GroupMethods } from './api/groups';
import type { HistoryMethods } from './api/history';
import type { JoinMethods } from './api/joins';
import type { MoneyMethods } from './api/money';
import type { MovementMethods } from './api/movement';
import type { NextStepMethods } from './api/next-steps';
import type { OccasionMethods } from './api/occasions';
import type { RegionMethods } from './api/regions';
import type { RfmMethods } from './api/rfm';
import type { RuleBuilderMethods } from './api/rule-builder';
import type { SegmentMethods } from './api/segments';
import type { SetMethods } from './api/sets';
import type { SettingsMethods } from './api/settings';
import type { TimingMethods } from './api/timing';
import type { TotalsMethods } from './api/totals';

export type { CsvFormat } from '../export/csv-format';
export type { ExportedFile } from '../export/exported-file';
export type * from './api/backup';
export type * from './api/badges';
export type * from './api/beside';
export type * from './api/changes';
export type * from './api/collect';
export type * from './api/erasure';
export type { SqlAnswer } from './api/exports';
export type * from './api/forecasts';
export type * from './api/groups';
export type * from './api/history';
export type * from './api/joins';
export type * from './api/money';
export type * from './api/movement';
export type * from './api/occasions';
export type * from './api/rfm';
export type * from './api/rule-builder';
export type * from './api/segments';
export type * from './api/sets';
export type * from './api/settings';
export type * from './api/timing';
export type * from './api/totals';

/**
 * What an extension page can ask of its engine worker, an area a file in `api/`. Calls reject with AppError
 * (AbortError when aborted) and see committed data only.
 */
export interface EngineMethods
  extends CollectMethods,
    SegmentMethods,
    SetMethods,
    RfmMethods,
    OccasionMethods,
    RuleBuilderMethods,
    CompareMethods,
    AnswerMethods,
    ForecastMethods,
    GroupMethods,
    TimingMethods,
    HistoryMethods,
    MoneyMethods,
    JoinMethods,
    ErasureMethods,
    ChangeMethods,
    TotalsMethods,
    MovementMethods,
    RegionMethods,
    DiscoverMethods,
    NextStepMethods,
    ExportMethods,
    SettingsMethods,
    BesideMethods,
    BackupMethods,
    BadgeMethods {}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** `engine.compare(request, { signal })`. The worker behind it, a mock in UI tests, or the app itself in unit tests. */
export type EngineClient<Methods = EngineMethods> = {
  readonly [M in keyof Methods]: (
    request: Request<Methods[M]>,
    options?: CallOptions,
  ) => Promise<Answer<Methods[M]>>;
};

type Request<M> = M extends { request: infer R } ? R : never;
type Answer<M> = M extends { answer: infer A } ? A : never;
