import type { Profile } from './profile';
import type { Filter } from './rule/rule';
import { moreThan } from './rule/rule-parts';

/** Orders bought with a discount or a coupon; null where no order held has either. */
export function discounted(profile: Profile): Filter | null {
  const byAmount: Filter = { field: 'discount', test: moreThan(0) };
  if (profile.holds('orders', 'discount') && profile.rows('orders', [byAmount]) > 0) return byAmount;
  for (const field of ['coupon', 'discountCode']) {
    const byCode: Filter = { field, test: { op: 'is-filled' } };
    if (profile.holds('orders', field)) return byCode;
  }
  return null;
}
