import type { PersonFacts } from './person-facts';
import { personSales } from './person-sales';

/** By person: orders of the period whose number of pieces is not known. */
export function ordersWithoutUnits(facts: PersonFacts): Float64Array {
  return facts.get('orders without units', () => {
    const { orders, unitOrders } = personSales(facts);
    return orders.map((n, i) => n - unitOrders[i]!);
  });
}
