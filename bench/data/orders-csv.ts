import { emailOf, type Shop, shippingOf, stamp } from './shop';
import { writtenFile } from './written-file';

const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,' +
  'Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,' +
  'Shipping Country,Payment Method,Refunded Amount';

/** Shop-like: a few countries bring most orders, forty in all. */
const COUNTRIES =
  'PL DE CZ SK GB FR IT ES NL SE DK NO FI AT BE CH HU RO BG HR SI LT LV EE IE PT GR CY MT LU US CA AU NZ JP KR SG AE IL TR'.split(
    ' ',
  );

/** The shop's orders as an export of 21 Shopify-like columns, a line an order, with nulls. */
export function ordersCsv({ customers, orders }: Shop): File {
  return writtenFile(`orders-${customers}.csv`, HEADER, orders.customer.length, (o) => {
    const c = orders.customer[o]!;
    const quantity = orders.quantity[o]!;
    const price = orders.price[o]!;
    const discount = orders.discount[o]!;
    const total = orders.total[o]!;
    const refunded = orders.refunded[o]!;
    const product = orders.product[o]!;
    const at = `${stamp(orders.at[o]!)} +0000`;
    return (
      `#${100_000 + o},${emailOf(c)},${refunded > 0 ? 'refunded' : 'paid'},${at},${o % 10 === 0 ? '' : 'fulfilled'},` +
      `${c % 3 === 0 ? 'yes' : 'no'},PLN,${money(price * quantity - discount)},${money(shippingOf(price * quantity))},` +
      `${money(Math.round(total * 0.187))},${money(total)},${discount > 0 ? 'SAVE10' : ''},${money(discount)},${at},` +
      `${quantity},"Product ${product}, size ${product % 7}",${money(price)},SKU-${product},` +
      `${COUNTRIES[Math.floor(((c * 7919) % 1000) ** 0.534)]},${o % 2 === 0 ? 'BLIK' : 'Card'},${money(refunded)}`
    );
  });
}

/** The same orders in five short columns, as a plain list of orders has them. */
export function narrowOrdersCsv({ customers, orders }: Shop): File {
  return writtenFile(
    `narrow-orders-${customers}.csv`,
    'Order ID,Email,Order date,Total,Currency',
    orders.customer.length,
    (o) =>
      `${100_000 + o},${emailOf(orders.customer[o]!)},${stamp(orders.at[o]!)},${money(orders.total[o]!)},PLN`,
  );
}

function money(minor: number): string {
  return (minor / 100).toFixed(2);
}
