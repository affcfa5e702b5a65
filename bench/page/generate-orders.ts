import { seededRandom } from '../../src/core/seeded-random';

const DAY = 86_400_000;
const FROM = Date.UTC(2021, 0, 1);
const DAYS = 5 * 365;

const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,' +
  'Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,' +
  'Shipping Country,Payment Method,Refunded Amount';

/** Shop-like: a few countries bring most orders, forty in all. */
const COUNTRIES =
  'PL DE CZ SK GB FR IT ES NL SE DK NO FI AT BE CH HU RO BG HR SI LT LV EE IE PT GR CY MT LU US CA AU NZ JP KR SG AE IL TR'.split(
    ' ',
  );

/**
 * An orders export of 21 Shopify-like columns, one row an order, the same for the same seed: half the customers buy
 * once or twice, a few buy hundreds of times; nulls, discounts and refunds as shops have them; five years.
 */
export function generateOrders(customers: number, ordersPerCustomer = 10): File {
  const random = seededRandom(42);
  const weights = new Float64Array(customers);
  let total = 0;
  for (let c = 0; c < customers; c++) {
    // Pareto with a cap: mean about 2.2, long tail.
    weights[c] = total += Math.min(400, (1 - random()) ** -0.9);
  }
  const orders = customers * ordersPerCustomer;
  const parts: string[] = [`${HEADER}\n`];
  let chunk: string[] = [];
  for (let o = 0; o < orders; o++) {
    // The first orders see to it that everybody has one.
    const c = o < customers ? o : indexOf(weights, random() * total);
    const at = stamp(FROM + Math.floor(random() * DAYS) * DAY + Math.floor(random() * 86_400) * 1000);
    const quantity = 1 + Math.floor(random() ** 3 * 5);
    const price = Math.round((5 + random() ** 2 * 300) * 100);
    const subtotal = price * quantity;
    const discount = random() < 0.2 ? Math.round(subtotal * 0.1) : 0;
    const shipping = subtotal > 20_000 ? 0 : 1499;
    const sum = subtotal - discount + shipping;
    const refunded = random() < 0.03 ? sum : 0;
    const product = Math.floor(random() * 500);
    chunk.push(
      `#${100_000 + o},user${c}@example.com,${refunded > 0 ? 'refunded' : 'paid'},${at},${random() < 0.9 ? 'fulfilled' : ''},` +
        `${c % 3 === 0 ? 'yes' : 'no'},PLN,${money(subtotal - discount)},${money(shipping)},${money(Math.round(sum * 0.187))},${money(sum)},` +
        `${discount > 0 ? 'SAVE10' : ''},${money(discount)},${at},${quantity},"Product ${product}, size ${product % 7}",${money(price)},` +
        `SKU-${product},${COUNTRIES[Math.floor(((c * 7919) % 1000) ** 0.534)]},${random() < 0.5 ? 'BLIK' : 'Card'},${money(refunded)}\n`,
    );
    if (chunk.length === 20_000) {
      parts.push(chunk.join(''));
      chunk = [];
    }
  }
  parts.push(chunk.join(''));
  return new File(parts, `orders-${customers}.csv`, { type: 'text/csv' });
}

function indexOf(cumulative: Float64Array, value: number): number {
  let lo = 0;
  let hi = cumulative.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (cumulative[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function money(minor: number): string {
  return (minor / 100).toFixed(2);
}

function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
}
