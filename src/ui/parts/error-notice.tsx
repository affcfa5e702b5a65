import type { ComponentChildren } from 'preact';
import { AppError, type ErrorCode } from '../../core/app-error';
import { en } from '../../i18n/en/errors';
import { pl } from '../../i18n/pl/errors';
import { textOf } from '../state/text';
import { Notice } from './notice';

const errors = textOf({ en, pl });

/** An error as its three sentences; anything that is no AppError is said as `internal`. */
export function ErrorNotice(props: {
  readonly error: unknown;
  /** Of which thing, where several stand together. */
  readonly of?: ComponentChildren;
  readonly actions?: ComponentChildren;
}) {
  const code: ErrorCode = errorCode(props.error);
  const { what, kept, todo } = errors.value[code];
  return (
    <Notice
      tone="error"
      urgent
      title={
        <>
          {props.of !== undefined && <span class="data">{props.of}: </span>}
          {what}
        </>
      }
      kept={kept}
      todo={todo}
      {...(props.actions === undefined ? {} : { actions: props.actions })}
    />
  );
}

/** Errors from the worker may have lost their class on the way, not their code. */
export function errorCode(error: unknown): ErrorCode {
  const code = error instanceof AppError ? error.code : (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && Object.hasOwn(en, code) ? (code as ErrorCode) : 'internal';
}
