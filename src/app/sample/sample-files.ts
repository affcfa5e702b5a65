import { seededRandom } from '../../core/seeded-random';
import { type SampleShop, sampleShop } from './sample-shop';

const FROM = Date.UTC(2024, 10, 1);
const TO = Date.UTC(2026, 10, 1);

/** Made-up exports of a small coffee shop, in the shapes real ones have, to try everything with. */
export function sampleFiles(): File[] {
  const shop = sampleShop({ customers: 1600, from: FROM, to: TO, random: seededRandom(20261101) });
  return [
    csvFile('sample-shop-orders.csv', ordersCsv(shop)),
    csvFile('sample-shop-customers.csv', customersCsv(shop)),
    csvFile('sample-engagement.csv', eventsCsv(shop)),
    csvFile('Traffic_acquisition_Session_default_channel_group.csv', ga4Csv()),
  ];
}

/** As Shopify exports orders: one row a line item, order figures on the first row only. */
export function ordersCsv(shop: SampleShop): string {
  const rows = [
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping City,Shipping Country,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Source',
  ];
  for (const order of shop.orders) {
    const { customer } = order;
    const subtotal = order.lines.reduce((sum, l) => sum + l.product.price * l.quantity, 0) - order.discount;
    const at = stamp(order.at);
    const status = order.cancelled ? 'voided' : order.refunded > 0 ? 'partially_refunded' : 'paid';
    order.lines.forEach((line, i) => {
      const item = [line.quantity, line.product.name, money(line.product.price), line.product.sku];
      rows.push(
        (i === 0
          ? [
              `#${order.number}`,
              customer.email,
              status,
              order.cancelled ? '' : at,
              'fulfilled',
              customer.emailConsent ? 'yes' : 'no',
              'PLN',
              money(subtotal),
              money(order.shipping),
              '0.00',
              money(subtotal + order.shipping),
              order.discountCode,
              money(order.discount),
              at,
              ...item,
              customer.city,
              customer.country,
              order.cancelled ? at : '',
              order.payment,
              money(order.refunded),
              line.product.category,
              5_000_000_000_000 + order.number,
              '',
              'web',
            ]
          : [
              `#${order.number}`,
              customer.email,
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              at,
              ...item,
              '',
              '',
              '',
              '',
              '',
              line.product.category,
              '',
              '',
              '',
            ]
        ).join(','),
      );
    });
  }
  return `${rows.join('\n')}\n`;
}

function customersCsv(shop: SampleShop): string {
  const rows = [
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Default Address Country Code,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
  ];
  const totals = new Map<number, { spent: number; orders: number }>();
  for (const order of shop.orders) {
    const total = totals.get(order.customer.id) ?? { spent: 0, orders: 0 };
    total.orders += 1;
    if (!order.cancelled) {
      const subtotal = order.lines.reduce((sum, l) => sum + l.product.price * l.quantity, 0);
      total.spent += subtotal - order.discount + order.shipping - order.refunded;
    }
    totals.set(order.customer.id, total);
  }
  for (const c of shop.customers) {
    const total = totals.get(c.id) ?? { spent: 0, orders: 0 };
    rows.push(
      [
        `'${c.id}`,
        c.firstName,
        c.lastName,
        c.email,
        c.emailConsent ? 'yes' : 'no',
        c.city,
        c.country,
        '',
        'no',
        money(total.spent),
        total.orders,
        '',
        'no',
        c.tier,
      ].join(','),
    );
  }
  return `${rows.join('\n')}\n`;
}

function eventsCsv(shop: SampleShop): string {
  const rows = shop.events.map((e) => `${e.customer.email},${stamp(e.at)},${e.kind},${e.channel}`);
  return `email,event_time,event,channel\n${rows.join('\n')}\n`;
}

/** As GA4 exports a standard report. */
function ga4Csv(): string {
  const random = seededRandom(7);
  const rows = (
    [
      ['Organic Search', 18_400, 0.61, 0.031, 168],
      ['Direct', 11_900, 0.54, 0.027, 171],
      ['Paid Search', 9_300, 0.58, 0.036, 149],
      ['Email', 4_150, 0.71, 0.062, 158],
      ['Organic Social', 3_900, 0.44, 0.012, 131],
      ['Paid Social', 3_620, 0.39, 0.011, 127],
      ['Referral', 1_480, 0.63, 0.029, 163],
      ['Unassigned', 310, 0.21, 0.003, 120],
    ] as const
  ).map(([channel, sessions, engaged, converting, value]) => {
    const engagedSessions = Math.round(sessions * engaged);
    const keyEvents = Math.round(sessions * converting * 1.06);
    const keySessions = Math.round(sessions * converting);
    return [
      channel,
      sessions,
      engagedSessions,
      engagedSessions / sessions,
      34 + random() * 60,
      sessions * 6 + Math.floor(random() * 900),
      keyEvents,
      keySessions / sessions,
      (keyEvents * value).toFixed(2),
    ].join(',');
  });
  return `# ----------------------------------------
# Traffic acquisition: Session primary channel group (Default channel group)
# Account: Sample coffee shop
# Property: sample-coffee.example - GA4
# ----------------------------------------
#${' '}
# All Users
# Start date: 20261001
# End date: 20261031
Session primary channel group (Default channel group),Sessions,Engaged sessions,Engagement rate,Average engagement time per session,Event count,Key events,Session key event rate,Total revenue
${rows.join('\n')}
`;
}

function csvFile(name: string, text: string): File {
  return new File([text], name, { type: 'text/csv', lastModified: TO });
}

function money(minor: number): string {
  return (minor / 100).toFixed(2);
}

/** Shopify's own form; Warsaw in winter and summer is not told apart here, the wall clock is what is kept. */
function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0100`;
}
