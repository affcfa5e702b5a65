import type { ColumnMapping, Mapping } from '../../core/mapping';
import type { TableSurvey } from '../../ingest/survey';
import type { ExportRecogniser } from '../export-recogniser';
import { inStatedCurrency } from '../in-stated-currency';
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

/** What the interface answers, and what Sigma and connectors write of it: names as it has them, amounts in minor units. */
const API = /* @__PURE__ */ namedColumns(
  {
    orderId: 'id',
    time: 'created',
    total: 'amount',
    refunded: 'amount_refunded',
    currency: 'currency',
    status: 'status',
    personId: 'customer | customer_id',
    email: 'receipt_email | billing_details.email | billing_details_email | customer_email',
    paymentMethod: 'payment_method_details.type | payment_method_details_type | payment_method_types',
    orderCountry: 'billing_details.address.country | billing_details_address_country',
  },
  'object | billing_details.name | billing_details.phone | billing_details.address.line1 | billing_details.address.line2 | ' +
    'billing_details.address.postal_code | receipt_url | receipt_number | client_secret | balance_transaction | ' +
    'payment_method_details.card.fingerprint | payment_method_details.card.last4 | payment_method_details.card.exp_month | payment_method_details.card.exp_year',
);

/** An object says what it is, or its moments are counted since 1970, as the dashboard writes none. */
function isOfInterface(table: TableSurvey): boolean {
  const examplesOf = (name: string) =>
    table.columns.find(({ rawHeader }) => rawHeader.trim() === name)?.examples ?? [];
  const all = (name: string, is: RegExp) => {
    const found = examplesOf(name);
    return found.length > 0 && found.every((v) => is.test(v.trim()));
  };
  const ours = all('object', /^(?:charge|payment_intent)$/) || all('created', /^\d{10}$/);
  return ours && all('id', /^(?:ch|pi|py)_\w+$/) && all('amount', /^\d+$/) && all('currency', /^[a-z]{3}$/);
}

function paymentsIn(table: TableSurvey, columns: readonly ColumnMapping[], recogniser: string): Mapping {
  return {
    table: 'orders',
    tool: 'stripe',
    recogniser,
    ...inStatedCurrency(table, columns),
    cancels: { orderIdPrefix: null, statuses: [], sales: TAKEN },
    orderRows: 'order',
    idSpace: 'stripe',
  };
}

const inMinor = (column: ColumnMapping): ColumnMapping =>
  column.reading.kind === 'money' ? { ...column, reading: { ...column.reading, minor: true } } : column;

const interfacePayments: ExportRecogniser = {
  id: 'stripe-api-payments',
  tool: 'stripe',
  label: { en: 'Stripe payments from its interface (API)', pl: 'Płatności ze Stripe przez API' },
  claim: (table) => (isOfInterface(table) ? 1 : 0),
  map(table) {
    const columns = API.map('orders', table).map(inMinor);
    return paymentsIn(table, columns, 'stripe-api-payments');
  },
};

/** English whatever the dashboard's language; ids say of what they are: `ch_`, `pi_`, `py_`. */
const payments: ExportRecogniser = {
  id: 'stripe-payments',
  tool: 'stripe',
  label: { en: 'Stripe payments', pl: 'Płatności ze Stripe' },
  claim(table) {
    if (isOfInterface(table)) return 0;
    const ids = table.columns[0]?.examples ?? [];
    const charges = ids.length > 0 && ids.every((id) => /^(?:ch|pi|py|txn)_[A-Za-z0-9]+$/.test(id.trim()));
    const own = ['total', 'time', 'status', 'currency'].every((field) => PAYMENTS.has(table, field));
    if (!own) return 0;
    const known = PAYMENTS.known(table);
    return charges && known >= 6 ? 1 : PAYMENTS.has(table, 'refunded') && known >= 8 ? 0.9 : 0;
  },
  map(table) {
    const columns = PAYMENTS.map('orders', table);
    return paymentsIn(table, columns, 'stripe-payments');
  },
};

export const exportRecognisers: readonly ExportRecogniser[] = [payments, interfacePayments];

/** Pages of this tool are read by the generic reader. */
export const page = null;
