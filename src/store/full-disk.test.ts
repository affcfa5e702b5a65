import { describe, expect, it } from 'vitest';
import { AppError } from '../core/app-error';
import { dbCall } from './database';
import { finished } from './finished';

// Told by Chromium 156 on a file system without a byte left.
const NO_SPACE = new DOMException(
  'Connection is closing because of: IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
  'UnknownError',
);
const ABORTED = new DOMException(
  'The transaction was aborted, so the request cannot be fulfilled.',
  'AbortError',
);

const codeOf = async (work: Promise<unknown>) =>
  dbCall(() => work).then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

describe('a transaction the browser has ended', () => {
  it('is told by its own reason, though its requests are told of it first', async () => {
    const request = Promise.reject(ABORTED);
    const done = new Promise<void>((_, reject) => setTimeout(reject, 5, NO_SPACE));
    expect(await codeOf(finished({ done }, [request]))).toBe('db/quota');
  });

  it('passes on a request’s failure where it ended all the same', async () => {
    const failed = new DOMException('no such key', 'DataError');
    expect(await codeOf(finished({ done: Promise.resolve() }, [Promise.reject(failed)]))).toBe('db/failed');
  });
});

describe('a full disk', () => {
  it.each([
    NO_SPACE,
    new DOMException('Encountered full disk while opening backing store for indexedDB.open.', 'UnknownError'),
    new DOMException('Failed to write blobs (IOError)', 'DataError'),
    new DOMException('The current transaction exceeded its quota limitations.', 'UnknownError'),
    new DOMException('', 'QuotaExceededError'),
  ])('is no room left: $message', async (error) => {
    expect(await codeOf(Promise.reject(error))).toBe('db/quota');
  });

  it('is not what every unknown failure is', async () => {
    expect(await codeOf(Promise.reject(new DOMException('Internal error.', 'UnknownError')))).toBe(
      'db/failed',
    );
  });
});
