import { AppError } from '../../core/app-error';
import type { Margin, SpendEntry } from '../../core/spend-entry';
import { parseIso } from '../../core/time/calendar';
import type { SpendDraft } from '../../protocol/engine-api';
import type { Store } from '../../store/store';

/** Spend typed in and the margin: small records a person can change at any time. */
export interface KeptMoney {
  entries(): Promise<readonly SpendEntry[]>;
  /** @throws AppError `money/not-spend` */
  save(draft: SpendDraft): Promise<SpendEntry>;
  drop(id: string): Promise<void>;
  margin(): Promise<Margin | null>;
  /** @throws AppError `money/not-spend` */
  saveMargin(margin: Margin | null): Promise<Margin | null>;
}

const MARGIN = 'margin';
const ENTRY = 'spend:';

export function keptMoney(deps: {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: () => string;
}): KeptMoney {
  const { store, now, newId } = deps;
  const records = store.records<SpendEntry | Margin>('money');
  const entries = async () =>
    [...(await records.all())]
      .flatMap(([key, value]) => (key.startsWith(ENTRY) ? [value as SpendEntry] : []))
      .sort((a, b) => a.savedAt - b.savedAt || a.id.localeCompare(b.id));
  return {
    entries,
    async save(draft) {
      const { on, costMinor, currency, from, to } = draft;
      const named = on.kind === 'segment' ? on.segmentId : on.name.trim();
      const [first, last] = [parseIso(from), parseIso(to)];
      const days = from.length === 10 && to.length === 10 && first !== null && last !== null && first <= last;
      if (
        !days ||
        named === '' ||
        !(costMinor > 0) ||
        !Number.isFinite(costMinor) ||
        !/^[A-Z]{3}$/.test(currency)
      )
        throw new AppError('money/not-spend');
      const entry: SpendEntry = {
        id: draft.id ?? newId(),
        on: on.kind === 'segment' ? on : { kind: on.kind, name: named },
        costMinor,
        currency,
        from,
        to,
        savedAt: now(),
      };
      await records.put(ENTRY + entry.id, entry);
      return entry;
    },
    drop: (id) => records.drop(ENTRY + id),
    margin: async () => ((await records.all()).get(MARGIN) as Margin | undefined) ?? null,
    async saveMargin(margin) {
      if (margin === null) {
        await records.drop(MARGIN);
        return null;
      }
      const shares = [margin.share, ...margin.byCategory.map(({ share }) => share)];
      if (shares.some((share) => !(share >= 0 && share <= 1))) throw new AppError('money/not-spend');
      await records.put(MARGIN, margin);
      return margin;
    },
  };
}
