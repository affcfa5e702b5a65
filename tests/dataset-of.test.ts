import { describe, expect, it } from 'vitest';
import { textAt } from '../src/core/column';
import { datasetOf } from './dataset-of';

describe('datasetOf', () => {
  it('sorts orders by person and time, with those of nobody last', () => {
    const { orders, people, coverage } = datasetOf({
      people: [{ id: 'a', gender: 'f' }],
      orders: [
        { person: null, time: '2024-01-01', total: 5 },
        { person: 'b', time: '2024-03-01', total: 1.1, currency: 'PLN' },
        {
          person: 'a',
          time: '2024-02-02',
          total: 0.07,
          items: [{ product: 'tea', quantity: 2, amount: 0.07 }],
        },
        { person: 'a', time: '2024-02-01', sale: false, refunded: 3 },
      ],
    });
    expect(people.size).toBe(2);
    expect([...people.listed]).toEqual([1, 0]);
    expect([...orders.offsets]).toEqual([0, 2, 3]);
    expect([...orders.person]).toEqual([0, 0, 1, -1]);
    expect([...orders.gross]).toEqual([0, 7, 110, 500]);
    expect([...orders.isSale]).toEqual([0, 1, 1, 1]);
    expect(textAt(orders.currency, 2)).toBe('PLN');
    expect(coverage).toEqual({ from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 2, 1) });
  });

  it('hangs items on their orders', () => {
    const { items } = datasetOf({
      orders: [
        { person: 'b', time: '2024-01-02', items: [{ product: 'x' }] },
        { person: 'a', time: '2024-01-01' },
        { person: 'b', time: '2024-01-01', items: [{ product: 'y' }, { product: 'z' }] },
      ],
    });
    expect([...items.offsets]).toEqual([0, 2, 3, 3]);
    const product = items.columns.get('product');
    expect(product?.type === 'text' && [0, 1, 2].map((row) => textAt(product, row))).toEqual(['y', 'z', 'x']);
  });

  it('makes an empty dataset of nothing', () => {
    const { people, coverage } = datasetOf({});
    expect(people.size).toBe(0);
    expect(coverage).toBeNull();
  });
});
