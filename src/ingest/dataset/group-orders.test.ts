import { describe, expect, it } from 'vitest';
import { keptTableOf } from '../../../tests/kept-table-of';
import { groupOrders } from './group-orders';

describe('groupOrders', () => {
  it('sums quantity × unit price of the lines, refunds apart from sales', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        { orderId: ['1', '1', '2', '1'], quantity: [2, 1, 3, -1], unitPrice: [500, 250, 100, 500] },
        { orderRows: 'line' },
      ),
    );
    expect([...made.gross]).toEqual([1250, 300]);
    expect([...made.refunded]).toEqual([500, 0]);
    expect([...made.units]).toEqual([3, 3]);
    expect([...made.isSale]).toEqual([1, 1]);
  });

  it('calls an order of negative lines only a return, which is no sale', () => {
    const made = groupOrders(
      keptTableOf('orders', { orderId: ['C1', 'C1'], lineTotal: [-100, -50] }, { orderRows: 'line' }),
    );
    expect([...made.gross]).toEqual([0]);
    expect([...made.refunded]).toEqual([150]);
    expect([...made.isSale]).toEqual([0]);
    expect(made.returns).toBe(1);
  });

  it('takes Shopify totals from the first row alone, whatever stands below', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        {
          orderId: ['#1', '#1', '#2'],
          total: [9000, null, 4000],
          refunded: [1000, null, 0],
          discount: [500, null, 0],
          quantity: [1, 2, 1],
          unitPrice: [5000, 2250, 4000],
        },
        { orderRows: 'first-line' },
      ),
    );
    expect([...made.gross]).toEqual([9000, 4000]);
    expect([...made.refunded]).toEqual([1000, 0]);
    expect([...made.discount]).toEqual([500, 0]);
    expect([...made.units]).toEqual([3, 1]);
    expect([...(made.items?.amount ?? [])]).toEqual([5000, 4500, 4000]);
  });

  it('believes a total repeated on every line once, and adds up one that differs', () => {
    const repeated = groupOrders(
      keptTableOf('orders', { orderId: ['1', '1', '2'], total: [900, 900, 100] }, { orderRows: 'line' }),
    );
    expect([...repeated.gross]).toEqual([900, 100]);
    const lines = groupOrders(
      keptTableOf(
        'orders',
        { orderId: ['1', '1', '2', '2'], total: [900, 900, 100, 50] },
        { orderRows: 'line' },
      ),
    );
    expect([...lines.gross]).toEqual([1800, 150]);
  });

  it('makes each row an order where there is no order id', () => {
    const made = groupOrders(keptTableOf('orders', { total: [100, 0, -30, null] }));
    expect([...made.gross]).toEqual([100, 0, 0, Number.NaN]);
    expect([...made.refunded]).toEqual([0, 0, 30, 0]);
    expect([...made.isSale]).toEqual([1, 1, 0, 1]);
  });

  it('takes a cancelled order out of the sales: never paid is nothing, paid and given back is both', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        {
          orderId: ['1', '2', '3', '4'],
          total: [100, 200, 300, 400],
          refunded: [0, 200, 0, 0],
          status: ['Voided', 'voided', 'paid', 'paid'],
          cancelledAt: [null, null, null, '2024-02-01'],
        },
        { cancels: { orderIdPrefix: null, statuses: ['voided'] } },
      ),
    );
    expect([...made.isSale]).toEqual([0, 0, 1, 0]);
    expect([...made.gross]).toEqual([0, 200, 300, 0]);
    expect([...made.refunded]).toEqual([0, 200, 0, 0]);
  });

  it('reads a cancelling document as a refund, whichever sign it is written with', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        { orderId: ['1', 'C1', 'C2'], lineTotal: [100, 100, -40] },
        { orderRows: 'line', cancels: { orderIdPrefix: 'C', statuses: [] } },
      ),
    );
    expect([...made.gross]).toEqual([100, 0, 0]);
    expect([...made.refunded]).toEqual([0, 100, 40]);
    expect([...made.isSale]).toEqual([1, 0, 0]);
  });

  it('does not count goods written off at no price as a sale', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        { orderId: ['1', '2'], quantity: [-10, 10], unitPrice: [0, 0] },
        { orderRows: 'line' },
      ),
    );
    expect([...made.isSale]).toEqual([0, 1]);
  });

  it('leaves an amount unknown where no line has one', () => {
    const made = groupOrders(
      keptTableOf('orders', { orderId: ['1', '1', '2'], lineTotal: [null, null, 5] }, { orderRows: 'line' }),
    );
    expect([...made.gross]).toEqual([Number.NaN, 5]);
  });

  it('works out the discount of a line from its rate', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        { orderId: ['1', '1'], lineTotal: [800, 100], discountRate: [0.2, 0] },
        { orderRows: 'line' },
      ),
    );
    expect([...made.discount]).toEqual([200]);
  });

  it('takes the currency of the cell first, then of the currency column, then of the mapping', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        { total: [1, 2, 3], currency: ['usd', '€', null] },
        { cellCurrency: { total: ['GBP', null, null] } },
      ),
    );
    expect([...made.currency.codes].map((c) => made.currency.dictionary[c])).toEqual(['GBP', 'EUR', 'PLN']);
  });

  it('puts amounts right whose currency column says there are no hundredths', () => {
    const made = groupOrders(keptTableOf('orders', { total: [150000, 150000], currency: ['JPY', 'PLN'] }));
    expect([...made.gross]).toEqual([1500, 150000]);
  });

  it('counts only the statuses a mapping calls sales, whatever pipeline stands behind them', () => {
    const made = groupOrders(
      keptTableOf(
        'orders',
        {
          total: [100, 200, 300, 400],
          status: ['Closed won (Partners)', 'closed-won', 'Closed lost', null],
        },
        { cancels: { orderIdPrefix: null, statuses: [], sales: ['Closed won'] } },
      ),
    );
    expect([...made.isSale]).toEqual([1, 1, 0, 0]);
    expect([...made.gross]).toEqual([100, 200, 0, 0]);
    // What was never sold was not given back either.
    expect(made.returns).toBe(0);
  });
});
