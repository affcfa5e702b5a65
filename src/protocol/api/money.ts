import type { MoneyRequest, MoneyReturns, MovedBudget, MoveRequest } from '../../compare/money/money';
import type { Margin, SpendEntry } from '../../core/spend-entry';

/** What was spent, what it brought, and what is left of it. */
export interface MoneyMethods {
  moneyReturns: { request: MoneyRequest; answer: MoneyReturns };
  /** Null where either row has no cost or too few customers. */
  moveBudget: { request: MoveRequest; answer: MovedBudget | null };
  /** As typed in, oldest first. */
  spendEntries: { request: undefined; answer: readonly SpendEntry[] };
  /** Rejects with `money/not-spend` what is no amount over days. */
  saveSpendEntry: { request: SpendDraft; answer: SpendEntry };
  dropSpendEntry: { request: { id: string }; answer: undefined };
  margin: { request: undefined; answer: Margin | null };
  /** Null forgets it. */
  saveMargin: { request: { margin: Margin | null }; answer: Margin | null };
}

/** Without an id, a new one. */
export type SpendDraft = Omit<SpendEntry, 'id' | 'savedAt'> & { readonly id?: string };
