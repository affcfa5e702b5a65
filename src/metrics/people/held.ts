import { NULL_CODE } from '../../core/column';
import type { ReasonCode } from '../reason-code';
import type { PersonFacts } from './person-facts';

/** What a metric cannot do without, by the reason shown where none of it is held: absent data is not zero data. */
export type Need =
  | 'no-orders-held'
  | 'no-amounts-held'
  | 'no-units-held'
  | 'no-discounts-held'
  | 'no-refunds-held'
  | 'no-events-held'
  | 'no-mail-held'
  | 'no-feature-use-held';

/** The first need that the data, whatever the period, does not meet; null where all are met. */
export function firstUnmet(facts: PersonFacts, needs: readonly Need[]): ReasonCode | null {
  const held = facts.always(`held ${facts.currency ?? ''}`, () => survey(facts));
  return needs.find((need) => !held[need]) ?? null;
}

function survey({ dataset, currency }: PersonFacts): Record<Need, boolean> {
  const { size, isSale, gross, refunded, discount, units } = dataset.orders;
  const { codes, dictionary } = dataset.orders.currency;
  const wanted = currency === null ? NULL_CODE : dictionary.indexOf(currency);
  const kinds = dataset.events.kind.dictionary;
  const unknown = currency !== null && wanted === NULL_CODE;
  const held: Record<Need, boolean> = {
    'no-orders-held': false,
    'no-amounts-held': false,
    'no-units-held': false,
    'no-discounts-held': false,
    'no-refunds-held': false,
    'no-events-held': dataset.events.size > 0,
    'no-mail-held': kinds.includes('mail-sent'),
    'no-feature-use-held': kinds.includes('feature-use'),
  };
  for (let o = 0; o < size; o++) {
    if (isSale[o] === 1) {
      held['no-orders-held'] = true;
      if (!Number.isNaN(units[o]!)) held['no-units-held'] = true;
    }
    if (unknown || codes[o] !== wanted) continue;
    if (isSale[o] === 1 && !Number.isNaN(gross[o]!)) {
      held['no-amounts-held'] = true;
      if (!Number.isNaN(discount[o]!)) held['no-discounts-held'] = true;
    }
    if (refunded[o]! > 0) held['no-refunds-held'] = true;
  }
  return held;
}
