import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { isAbort } from '../../../core/app-error';

/**
 * The answer to the last question asked.
 *
 *   idle ──ask──▶ busy ──answer──▶ idle (value)
 *                  │ ├──fault────▶ idle (error; the earlier value stays)
 *                  │ └──stop─────▶ idle (the earlier value stays)
 *                  └──ask again──▶ busy (the first call is aborted, its answer never shown)
 */
export interface Latest<Request, Answer> {
  readonly value: ReadonlySignal<Answer | null>;
  /** The request `value` answers. */
  readonly answered: ReadonlySignal<Request | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<unknown>;
  readonly ask: (request: Request) => void;
  /** As `ask`, even where the same was just answered. */
  readonly askAgain: (request: Request) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

export function latest<Request, Answer>(
  run: (request: Request, signal: AbortSignal) => Promise<Answer>,
): Latest<Request, Answer> {
  const value = signal<Answer | null>(null);
  const answered = signal<Request | null>(null);
  const busy = signal(false);
  const error = signal<unknown>(null);
  let turn: AbortController | null = null;
  let asked: string | null = null;

  const end = () => {
    turn?.abort();
    turn = null;
    busy.value = false;
  };
  const start = (request: Request) => {
    turn?.abort();
    const mine = new AbortController();
    turn = mine;
    asked = JSON.stringify(request);
    busy.value = true;
    error.value = null;
    run(request, mine.signal).then(
      (answer) => {
        if (turn !== mine) return;
        turn = null;
        // At once: nobody must meet an answer to another question.
        batch(() => {
          value.value = answer;
          answered.value = request;
          busy.value = false;
        });
      },
      (fault: unknown) => {
        if (turn !== mine) return;
        turn = null;
        busy.value = false;
        if (!isAbort(fault)) error.value = fault;
      },
    );
  };

  return {
    value,
    answered,
    busy,
    error,
    ask: (request) => {
      if (JSON.stringify(request) !== asked || error.peek() !== null) start(request);
    },
    askAgain: start,
    stop: () => {
      end();
      asked = null;
    },
    forget: () => {
      end();
      asked = null;
      value.value = null;
      answered.value = null;
      error.value = null;
    },
  };
}
