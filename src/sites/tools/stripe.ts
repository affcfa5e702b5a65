import { columnViews } from '../../ingest/readings/column-view';
import { statedCurrency } from '../../ingest/readings/stated-currency';
import type { ExportRecogniser } from '../export-recogniser';
import { inCurrency } from '../in-currency';
import { namedColumns } from '../named-columns';

const PAYMENTS = /* @__PURE__ */ namedColumns(
  {
    orderId: 'id | PaymentIntent ID',
    time: 'Created (UTC) | Created date (UTC) | Created',
    total: 'Amount',
    refunded: 'Amount Refunded',
    currency: 'Currency',
    status: 'Status',
    tax: 'Tax',
    personId: 'Customer ID',
    email: 'Customer Email',
    paymentMethod: 'Card Brand | Payment Source Type',
    orderCountry: 'Card Address Country | Card Issue Country',
  },
  // Numbers of cards and where they are billed.
  'Card ID | Card Last4 | Card Fingerprint | Card Name | Card Exp Month | Card Exp Year | Card Address Line1 | ' +
    'Card Address Line2 | Card Address City | Card Address State | Card Address Zip | Shipping Name | ' +
    'Shipping Address Line1 | Shipping Address Line2 | Shipping Address Postal Code | Card CVC Status | Card AVS Zip Status | Card AVS Line1 Status',
);

/** Money that came in; what went back again stands in a column of its own. */
const TAKEN = [
  'Paid',
  'Succeeded',
  'Complete',
  'Completed',
  'Refunded',
  'Partially refunded',
  'Partial refund',
  'Dispute won',
];

/** English whatever the dashboard's language; ids say of what they are: `ch_`, `pi_`, `py_`. */
const payments: ExportRecogniser = {
  id: 'stripe-payments',
  tool: 'stripe',
  label: { en: 'Stripe payments', pl: 'Płatności ze Stripe' },
  claim(table) {
    const ids = table.columns[0]?.examples ?? [];
    const charges = ids.length > 0 && ids.every((id) => /^(?:ch|pi|py|txn)_[A-Za-z0-9]+$/.test(id.trim()));
    const own = ['total', 'time', 'status', 'currency'].every((field) => PAYMENTS.has(table, field));
    if (!own) return 0;
    const known = PAYMENTS.known(table);
    return charges && known >= 6 ? 1 : PAYMENTS.has(table, 'refunded') && known >= 8 ? 0.9 : 0;
  },
  map(table) {
    const columns = PAYMENTS.map('orders', table);
    const currency = statedCurrency(columns, columnViews(table));
    return {
      table: 'orders',
      tool: 'stripe',
      recogniser: 'stripe-payments',
      columns: inCurrency(columns, currency),
      currency,
      cancels: { orderIdPrefix: null, statuses: [], sales: TAKEN },
      orderRows: 'order',
      idSpace: 'stripe',
    };
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [payments];

/** Pages of this tool are read by the generic reader. */
export const page = null;
