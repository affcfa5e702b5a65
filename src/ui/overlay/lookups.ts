import type { PageKey } from '../../core/page-key';
import { type BadgeAnswer, badgeAnswer, type RowBadge } from '../../protocol/badge-answer';
import { MAX_LOOKUP_ROWS, type PageMessageKind, replyOf } from '../../protocol/page-messages';

/** Rows that come one after another are asked of together. */
const GATHER_MS = 60;
/** Told again after so long: what is held may have changed. */
const FRESH_MS = 5 * 60_000;
const MAX_KNOWN = 5_000;
/** While nothing is ready to be answered from. */
const AGAIN_MS = 10_000;

export type LookupState = Exclude<BadgeAnswer['state'], 'off'>;

/** One text for the keys of a row. */
export const rowName = (keys: readonly PageKey[]): string =>
  keys.map(({ kind, space, value }) => `${kind} ${space} ${value}`).join('\n');

/**
 * What people are called, as the background has told and remembered here, in the content script's own memory, for a
 * while. One question at a time, a hundred rows at most.
 */
export function lookups(
  send: (message: unknown) => Promise<unknown>,
  told: (news: { readonly state: LookupState | 'off'; readonly locale: 'en' | 'pl' | null }) => void,
) {
  const known = new Map<string, { readonly badge: RowBadge | null; readonly at: number }>();
  const wanted = new Map<string, readonly PageKey[]>();
  let version = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asking = false;
  let stopped = false;
  let notBefore = 0;

  const askIn = (ms: number) => {
    if (stopped || timer !== null || asking || wanted.size === 0) return;
    timer = setTimeout(
      () => {
        timer = null;
        void ask();
      },
      Math.max(ms, notBefore - Date.now()),
    );
  };

  async function ask(): Promise<void> {
    asking = true;
    const batch = [...wanted].slice(0, MAX_LOOKUP_ROWS);
    try {
      const kind: PageMessageKind = 'badges/lookup';
      const request = { rows: batch.map(([, keys]) => keys) };
      const reply = replyOf(badgeAnswer)(await send({ kind, request }));
      const answer = reply?.ok === true ? reply.value : null;
      if (stopped) return;
      if (answer === null || answer.state === 'stale') notBefore = Date.now() + AGAIN_MS;
      else if (answer.state === 'wait') notBefore = Date.now() + answer.ms;
      else if (answer.state === 'ready') {
        if (answer.version !== version) known.clear();
        version = answer.version;
        batch.forEach(([name], i) => {
          known.set(name, { badge: answer.rows[i] ?? null, at: Date.now() });
          wanted.delete(name);
        });
        for (const name of known.keys()) {
          if (known.size <= MAX_KNOWN) break;
          known.delete(name);
        }
      }
      if (answer !== null) told({ state: answer.state, locale: 'locale' in answer ? answer.locale : null });
      // Rows that left the page while nothing could be asked are not asked of any more.
      if (notBefore > Date.now()) wanted.clear();
    } catch {
      // The extension was reloaded or taken away: nothing answers any more.
      told({ state: 'off', locale: null });
    } finally {
      asking = false;
      askIn(GATHER_MS);
    }
  }

  return {
    /** Undefined while it is not known whether the person is. */
    of(keys: readonly PageKey[]): RowBadge | null | undefined {
      const name = rowName(keys);
      const found = known.get(name);
      if (found === undefined || Date.now() - found.at > FRESH_MS) {
        wanted.set(name, keys);
        askIn(GATHER_MS);
      }
      return found?.badge;
    },
    /** Asks anew of everything that is asked for from now on. */
    forget(): void {
      notBefore = 0;
      known.clear();
      wanted.clear();
    },
    stop(): void {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
