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
  const isHeld = (need: Need) =>
    facts.always(`held ${need} ${facts.currency ?? ''}`, () => HELD[need](facts));
  return needs.find((need) => !isHeld(need)) ?? null;
}

/** Each looks no further than the first row that shows it, and reads no column it does not name. */
const HELD: Readonly<Record<Need, (facts: PersonFacts) => boolean>> = {
  'no-orders-held': ({ dataset: { orders } }) => orders.isSale.includes(1),
  'no-units-held': ({ dataset: { orders } }) => {
    const { isSale, units } = orders;
    return units.some((value, o) => !Number.isNaN(value) && isSale[o] === 1);
  },
  'no-amounts-held': (facts) => {
    const { gross, isSale } = facts.dataset.orders;
    const isOf = inCurrency(facts);
    return gross.some((value, o) => !Number.isNaN(value) && isSale[o] === 1 && isOf(o));
  },
  'no-discounts-held': (facts) => {
    const { discount, gross, isSale } = facts.dataset.orders;
    const isOf = inCurrency(facts);
    return discount.some(
      (value, o) => !Number.isNaN(value) && !Number.isNaN(gross[o]!) && isSale[o] === 1 && isOf(o),
    );
  },
  'no-refunds-held': (facts) => {
    const isOf = inCurrency(facts);
    return facts.dataset.orders.refunded.some((value, o) => value > 0 && isOf(o));
  },
  'no-events-held': ({ dataset: { events } }) => events.size > 0,
  'no-mail-held': ({ dataset: { events } }) => events.kind.dictionary.includes('mail-sent'),
  'no-feature-use-held': ({ dataset: { events } }) => events.kind.dictionary.includes('feature-use'),
};

/** Orders in the currency asked about; of none where it is not among those held. */
function inCurrency({ dataset, currency }: PersonFacts): (order: number) => boolean {
  const { codes, dictionary } = dataset.orders.currency;
  const wanted = currency === null ? NULL_CODE : dictionary.indexOf(currency);
  if (currency !== null && wanted === NULL_CODE) return () => false;
  return (order) => codes[order] === wanted;
}
