/** What can go wrong with the work itself (a source's own faults are `Problem`s). */
export type ErrorCode =
  | 'db/quota'
  | 'db/vanished'
  | 'db/blocked'
  | 'db/newer-schema'
  | 'db/failed'
  | 'lock/busy'
  | 'import/nothing-to-keep'
  | 'import/source-gone'
  | 'file/unreadable'
  | 'segment/invalid-rule'
  | 'segment/not-found'
  | 'segment/circular'
  | 'segment/in-use'
  | 'segment/too-many'
  | 'segment/not-a-file'
  | 'person/not-found'
  | 'settings/invalid'
  | 'join/nothing-settled'
  | 'join/not-found'
  | 'backup/not-a-backup'
  | 'backup/newer'
  | 'backup/cut'
  | 'backup/damaged'
  | 'backup/unsupported'
  | 'compare/no-data'
  | 'money/not-spend'
  | 'export/failed'
  | 'report/answers-invalid'
  | 'page/not-allowed'
  | 'page/gone'
  | 'page/no-answer'
  | 'rpc/worker-died'
  | 'rpc/bad-message'
  | 'internal';

/** An error whose sentence for the user is in `i18n/<locale>/errors.ts`, under its code. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    options: ErrorOptions & { readonly params?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(code, options);
    this.params = options.params ?? {};
  }

  readonly params: Readonly<Record<string, string | number>>;
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
