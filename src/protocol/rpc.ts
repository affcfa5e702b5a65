import { AppError, type ErrorCode, isAbort } from '../core/app-error';
import type { Progress } from '../ingest/survey';
import type { EngineClient, EngineMethods } from './engine-api';
import { count, type Guard, objectOf, oneOf, orNull, text } from './guards';

/** Page → worker. */
export type ToWorker =
  | { readonly kind: 'hello'; readonly lastVersion: number | null }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: keyof EngineMethods;
      readonly request: unknown;
    }
  | { readonly kind: 'abort'; readonly id: number };

/** Worker → page. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError }
  | { readonly kind: 'committed'; readonly dataVersion: number };

export interface WireError {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the browser said, for the console; never shown. */
  readonly detail: string;
}

/** Every method once: the guard of calls, and what the client is made of. */
export const ENGINE_METHODS = Object.keys({
  state: 0,
  survey: 0,
  resurvey: 0,
  inbox: 0,
  surveyInbox: 0,
  discardInbox: 0,
  importTables: 0,
  releaseSurvey: 0,
  deleteCapture: 0,
  deleteEverything: 0,
  segments: 0,
  previewRule: 0,
  saveSegment: 0,
  cloneSegment: 0,
  deleteSegment: 0,
  members: 0,
  fields: 0,
  overlap: 0,
  firstMatch: 0,
  ruleMembers: 0,
  exportRuleMembers: 0,
  saveSegments: 0,
  quality: 0,
  rfm: 0,
  saveRfmTable: 0,
  occasions: 0,
  saveOccasions: 0,
  fieldValues: 0,
  spread: 0,
  windowChoices: 0,
  rfmCells: 0,
  resolveList: 0,
  findPeople: 0,
  explainPerson: 0,
  segmentHistory: 0,
  exportSegments: 0,
  importSegments: 0,
  compare: 0,
  keepAnswers: 0,
  trend: 0,
  retention: 0,
  distribution: 0,
  movement: 0,
  flowPeople: 0,
  exportMovement: 0,
  exportFlow: 0,
  saveFlow: 0,
  sizesOverTime: 0,
  sinceLastCapture: 0,
  byRegion: 0,
  exportByRegion: 0,
  cellRows: 0,
  backTest: 0,
  findGroups: 0,
  timeToNextOrder: 0,
  timeByColumns: 0,
  performance: 0,
  exportPerformance: 0,
  moneyReturns: 0,
  moveBudget: 0,
  spendEntries: 0,
  saveSpendEntry: 0,
  dropSpendEntry: 0,
  margin: 0,
  saveMargin: 0,
  differsMost: 0,
  exportFindings: 0,
  changeChoices: 0,
  change: 0,
  exportChange: 0,
  previewChanges: 0,
  previewTotals: 0,
  captureChanges: 0,
  leaveOutGone: 0,
  nextSteps: 0,
  saveNextSteps: 0,
  matchReport: 0,
  joinCases: 0,
  joinedPeople: 0,
  joinedPerson: 0,
  joinDecisions: 0,
  settleJoin: 0,
  takeBackJoin: 0,
  personHeld: 0,
  erasePerson: 0,
  exportComparison: 0,
  exportMembers: 0,
  refused: 0,
  exportRefused: 0,
  exportTables: 0,
  segmentSql: 0,
  settings: 0,
  saveSettings: 0,
  setClocks: 0,
  rates: 0,
  readRates: 0,
  keepRates: 0,
  changeRates: 0,
  exportRates: 0,
  besideTable: 0,
  besideSurveyed: 0,
  besideValues: 0,
  besideApart: 0,
  besidePeople: 0,
  besideListed: 0,
  besideRows: 0,
  forgetBeside: 0,
  backup: 0,
  inspectBackup: 0,
  restoreBackup: 0,
  badges: 0,
  saveBadges: 0,
  refreshBadges: 0,
} satisfies Record<keyof EngineClient, 0>) as readonly (keyof EngineMethods)[];

const anything: Guard<unknown> = (raw) => raw ?? null;

const params: Guard<WireError['params']> = (raw) => {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const entries = Object.entries(raw).filter(
    (e): e is [string, string | number] => typeof e[1] === 'string' || typeof e[1] === 'number',
  );
  return Object.fromEntries(entries);
};

const toWorker = {
  hello: objectOf({ kind: oneOf('hello'), lastVersion: orNull(count) }),
  call: objectOf({ kind: oneOf('call'), id: count, method: oneOf(...ENGINE_METHODS), request: anything }),
  abort: objectOf({ kind: oneOf('abort'), id: count }),
} satisfies { [K in ToWorker['kind']]: Guard<Extract<ToWorker, { kind: K }>> };

const fromWorker = {
  progress: objectOf({
    kind: oneOf('progress'),
    id: count,
    progress: objectOf<Progress>({
      stage: oneOf('reading', 'typing', 'joining', 'writing', 'measuring'),
      rows: count,
      bytes: count,
      totalBytes: count,
    }),
  }),
  answer: objectOf({ kind: oneOf('answer'), id: count, answer: anything }),
  error: objectOf({
    kind: oneOf('error'),
    id: count,
    error: objectOf<WireError>({ code: text(100), params, detail: text(100_000) }),
  }),
  committed: objectOf({ kind: oneOf('committed'), dataVersion: count }),
} satisfies { [K in FromWorker['kind']]: Guard<Extract<FromWorker, { kind: K }>> };

const kindOf = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'kind')
    ? (raw as { kind: unknown }).kind
    : null;

function parseBy<T>(guards: Readonly<Record<string, Guard<T>>>, raw: unknown): T {
  const kind = kindOf(raw);
  const guard = typeof kind === 'string' && Object.hasOwn(guards, kind) ? guards[kind] : undefined;
  const message = guard?.(raw);
  if (message === undefined) throw new AppError('rpc/bad-message');
  return message;
}

/** @throws AppError `rpc/bad-message`. */
export const parseToWorker = (raw: unknown): ToWorker => parseBy<ToWorker>(toWorker, raw);
/** @throws AppError `rpc/bad-message`. */
export const parseFromWorker = (raw: unknown): FromWorker => parseBy<FromWorker>(fromWorker, raw);

const ABORTED = 'aborted';

export function toWire(error: unknown): WireError {
  if (isAbort(error)) return { code: ABORTED, params: {}, detail: '' };
  const detail =
    error instanceof Error ? `${error.stack ?? error}\n${String(error.cause ?? '')}` : String(error);
  return error instanceof AppError
    ? { code: error.code, params: error.params, detail: detail.slice(0, 100_000) }
    : { code: 'internal' satisfies ErrorCode, params: {}, detail: detail.slice(0, 100_000) };
}

export function fromWire({ code, params, detail }: WireError): Error {
  if (code === ABORTED) return new DOMException('aborted', 'AbortError');
  return new AppError(code as ErrorCode, { params, cause: detail });
}
