import { type Typist, typistOver } from '../ingest/typist/typist';

/** The next file is mostly picked soon after the last; a worker that is compiled already types it faster. */
const IDLE_MS = 60_000;

export type TypistWorker = Parameters<typeof typistOver>[0] & {
  addEventListener(
    type: 'error' | 'messageerror',
    listener: (event: { readonly message?: unknown }) => void,
  ): void;
  terminate(): void;
};

/**
 * A typist in a worker that is started when first asked for and let go once it has had nothing to do for a minute. Null
 * where there is one core, or where no worker can be had here.
 */
export function hireTypist(spawn: () => TypistWorker, cores: number): () => Typist | null {
  let held: (Typist & { lost(reason: string): void }) | null = null;
  if (cores < 2) return () => null;

  const begin = () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let worker: TypistWorker;
    const end = () => {
      worker.terminate();
      if (held === typist) held = null;
    };
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(end, IDLE_MS);
    };
    try {
      worker = spawn();
    } catch {
      // A browser without workers in workers: one reads it all.
      return null;
    }
    const served = typistOver(worker, rest);
    const typist = {
      get isReady() {
        return served.isReady;
      },
      begin(dialect: Parameters<Typist['begin']>[0]) {
        clearTimeout(timer);
        return served.begin(dialect);
      },
      lost: served.lost,
    };
    const die = ({ message }: { readonly message?: unknown }) => {
      end();
      served.lost(String(message));
    };
    worker.addEventListener('error', die);
    worker.addEventListener('messageerror', die);
    rest();
    return typist;
  };

  return () => {
    held ??= begin();
    return held;
  };
}
