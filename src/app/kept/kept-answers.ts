import { AppError } from '../../core/app-error';
import { ContentHash } from '../../core/hashing/content-hash';
import type { EngineMethods } from '../../protocol/engine-api';
import type { Store } from '../../store/store';
import { fromJsonValue, toJsonValue } from '../../store/stored-value';

/** What the screen that opens first asks. */
export type KeptMethod = 'segments' | 'compare';
export type Requests = { readonly [M in KeptMethod]: EngineMethods[M]['request'] };
export type Answers = { readonly [M in KeptMethod]: EngineMethods[M]['answer'] };

interface Kept {
  /** Of the code, the data, the segments and settings that the answers follow from. */
  readonly stamp: string;
  readonly requests: string;
  readonly answers: Answers;
}

/**
 * Answers to the last question asked, beside the data they were made of, so that a page opened at it again reads no
 * column. They go with their version of the data; other code, segments or settings than they were made by leave them unread.
 */
export interface KeptAnswers {
  /** Null where none is kept that would be the same if it were made now. */
  find<M extends KeptMethod>(method: M, request: EngineMethods[M]['request']): Promise<Answers[M] | null>;
  /** Keeps what `make` answers instead of what was kept before, unless that is of the same requests. */
  keep(requests: Requests, make: () => Promise<Answers>, signal: AbortSignal): Promise<void>;
}

export function keptAnswers(deps: {
  readonly store: Store;
  /** Names the code: other code may answer otherwise. */
  readonly build: string;
  /** Names what is held, and all that was said of segments. */
  readonly madeOf: () => Promise<string>;
}): KeptAnswers {
  const { store, build, madeOf } = deps;

  const now = async () => {
    const [json, of] = await Promise.all([block(), madeOf()]);
    const stamp = fingerprint(JSON.stringify([build, of]));
    const kept = json === null ? null : parsed(json);
    return { stamp, kept: kept?.stamp === stamp ? kept : null };
  };

  const block = async (): Promise<Uint8Array | null> => {
    try {
      const { values } = await store.read(({ answers }) => (answers === undefined ? [] : [answers]));
      return (values[0] as Uint8Array | undefined) ?? null;
    } catch (error) {
      // An older version of the extension, put back for a while, takes the block for one that nobody needs.
      if (error instanceof AppError && error.code === 'db/vanished') return null;
      throw error;
    }
  };

  return {
    async find<M extends KeptMethod>(method: M, request: EngineMethods[M]['request']) {
      const { kept } = await now();
      if (kept === null) return null;
      const asked = JSON.stringify((JSON.parse(kept.requests) as Requests)[method]);
      return asked === JSON.stringify(request) ? kept.answers[method] : null;
    },
    async keep(requests, make, signal) {
      const [before, { dataVersion }] = [await now(), await store.root()];
      const asked = JSON.stringify(requests);
      if (before.kept?.requests === asked) return;
      const answers = await make();
      const { stamp } = await now();
      // Made of what has changed meanwhile, they are of neither.
      if (stamp !== before.stamp) return;
      const json = JSON.stringify(toJsonValue({ stamp, requests: asked, answers } satisfies Kept));
      await store.write(signal, async (writer) => {
        if (writer.root.dataVersion !== dataVersion) return;
        await writer.keepBeside({ answers: await writer.stage(new TextEncoder().encode(json)) });
      });
    },
  };
}

const parsed = (json: Uint8Array) => fromJsonValue(JSON.parse(new TextDecoder().decode(json))) as Kept;

function fingerprint(text: string): string {
  const hash = new ContentHash();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}
