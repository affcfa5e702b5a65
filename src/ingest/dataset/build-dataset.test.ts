import { describe, expect, it } from 'vitest';
import { keptTableOf } from '../../../tests/kept-table-of';
import { type Column, isNull, textAt } from '../../core/column';
import { parseIso } from '../../core/time/calendar';
import { buildDataset, datasetSteps } from './build-dataset';

const values = (column: Column | undefined): (string | number | null)[] => {
  if (column === undefined) return [];
  if (column.type === 'text') return [...column.codes].map((_, i) => textAt(column, i));
  return [...column.values].map((v, i) => (isNull(column, i) ? null : v));
};

describe('datasetSteps', () => {
  it('tells of every kind of table a share that never falls and comes near the end', () => {
    const ids = Array.from({ length: 50 }, (_, i) => `p${i}`);
    const time = ids.map(() => '2024-03-01');
    const tables = {
      people: keptTableOf('people', { personId: ids, email: ids.map((id) => `${id}@example.com`) }),
      orders: keptTableOf('orders', { orderId: ids, personId: ids, time, total: ids.map((_, i) => i) }),
      events: keptTableOf('events', { personId: ids, time, name: ids }),
    };
    for (const captures of [...Object.values(tables).map((kept) => [kept]), Object.values(tables)]) {
      const shares = [...datasetSteps(captures, 1)];
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares[0]).toBeGreaterThan(0);
      expect(shares.at(-1)).toBeGreaterThan(0.8);
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
    }
    expect([...datasetSteps([], 1)].every((share) => share <= 1)).toBe(true);
  });
});

describe('buildDataset', () => {
  it('sorts orders by person and time, those of nobody last', () => {
    const { dataset, facts } = buildDataset(
      [
        keptTableOf('orders', {
          personId: ['b', 'a', null, 'b'],
          time: ['2024-03-01', '2024-02-01', '2024-01-01', '2024-01-05'],
          total: [1, 2, 3, 4],
        }),
      ],
      7,
    );
    expect(dataset.version).toBe(7);
    expect(values(dataset.people.label)).toEqual(['b', 'a']);
    expect([...dataset.orders.gross]).toEqual([4, 1, 2, 3]);
    expect([...dataset.orders.person]).toEqual([0, 0, 1, -1]);
    expect([...dataset.orders.offsets]).toEqual([0, 2, 3]);
    expect(dataset.coverage).toEqual({ from: parseIso('2024-01-01'), to: parseIso('2024-03-01') });
    expect(facts.get('capture')?.unattributedRows).toBe(1);
  });

  it('keeps lines beside their orders', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf(
          'orders',
          {
            orderId: ['2', '1', '2'],
            personId: ['a', 'a', 'a'],
            time: ['2024-03-01', '2024-02-01', '2024-03-01'],
            product: ['tea', 'mug', 'milk'],
            quantity: [1, 2, 3],
            unitPrice: [10, 20, 30],
          },
          { orderRows: 'line' },
        ),
      ],
      1,
    );
    expect(values(dataset.orders.columns.get('orderId'))).toEqual(['1', '2']);
    expect([...dataset.items.offsets]).toEqual([0, 1, 3]);
    expect(values(dataset.items.columns.get('product'))).toEqual(['mug', 'tea', 'milk']);
    expect([...dataset.items.amount]).toEqual([40, 10, 90]);
  });

  it('updates an order imported again instead of doubling it', () => {
    const { dataset, facts } = buildDataset(
      [
        keptTableOf(
          'orders',
          { orderId: ['1', '2'], personId: ['a', 'b'], total: [100, 200] },
          { id: 'january' },
        ),
        keptTableOf(
          'orders',
          { orderId: ['2', '3'], personId: ['b', 'c'], total: [250, 300] },
          { id: 'february' },
        ),
      ],
      1,
    );
    expect([...dataset.orders.gross].sort()).toEqual([100, 250, 300]);
    expect(facts.get('january')?.replaced).toBe(1);
  });

  it('keeps the same order number of two shops apart', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf('orders', { orderId: ['1'], total: [100] }, { id: 'x', idSpace: 'x' }),
        keptTableOf('orders', { orderId: ['1'], total: [200] }, { id: 'y', idSpace: 'y' }),
      ],
      1,
    );
    expect(dataset.orders.size).toBe(2);
  });

  it('believes a contact list before an order, and the later order before the earlier', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf('people', { personId: ['a'], personCity: ['Gdynia'], gender: [null] }, { id: 'crm' }),
        keptTableOf(
          'orders',
          {
            personId: ['a', 'a'],
            time: ['2024-02-01', '2024-01-01'],
            personCity: ['Sopot', 'Reda'],
            personCountry: ['PL', 'DE'],
            gender: ['f', null],
          },
          { id: 'orders' },
        ),
      ],
      1,
    );
    expect(values(dataset.people.columns.get('personCity'))).toEqual(['Gdynia']);
    expect(values(dataset.people.columns.get('personCountry'))).toEqual(['PL']);
    expect(values(dataset.people.columns.get('gender'))).toEqual(['f']);
    expect([...dataset.people.listed]).toEqual([1]);
  });

  it('makes one name of two', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf('people', {
          email: ['a@x.pl', 'b@x.pl'],
          firstName: ['Ola', null],
          lastName: ['Nowak', 'Lis'],
        }),
      ],
      1,
    );
    expect(values(dataset.people.columns.get('name'))).toEqual(['Ola Nowak', 'Lis']);
  });

  it('puts an own column on the line where orders differ in it, on the order where they do not', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf(
          'orders',
          {
            orderId: ['1', '1'],
            lineTotal: [1, 2],
            'custom:Colour': ['red', 'blue'],
            'custom:Note': ['x', null],
          },
          { orderRows: 'line' },
        ),
      ],
      1,
    );
    expect(values(dataset.items.columns.get('custom:Colour'))).toEqual(['red', 'blue']);
    expect(values(dataset.orders.columns.get('custom:Note'))).toEqual(['x']);
  });

  it('keeps reports and spend as they stand, apart from people', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf('reports', { country: ['PL', 'DE'], sessions: [10, 20] }, { id: 'ga' }),
        keptTableOf('spend', { campaign: ['Zima'], cost: [1250], clicks: [3] }, { id: 'ads' }),
      ],
      1,
    );
    expect(dataset.people.size).toBe(0);
    expect(dataset.reports.map((r) => [r.dimensions.map((d) => d.id), r.metrics.map((m) => m.id)])).toEqual([
      [['country'], ['sessions']],
      [['campaign'], ['cost', 'clicks']],
    ]);
    expect(dataset.reports[1]?.metrics[0]).toMatchObject({ unit: 'money', currency: 'PLN' });
  });

  it('meets columns of different types as text', () => {
    const { dataset } = buildDataset(
      [
        keptTableOf('people', { personId: ['a'], 'custom:Size': [38] }, { id: 'x' }),
        keptTableOf('people', { personId: ['b'], 'custom:Size': ['M'] }, { id: 'y' }),
      ],
      1,
    );
    expect(values(dataset.people.columns.get('custom:Size'))).toEqual(['38', 'M']);
  });

  it('is empty of nothing', () => {
    const { dataset } = buildDataset([], 0);
    expect(dataset.people.size + dataset.orders.size + dataset.events.size).toBe(0);
    expect(dataset.coverage).toBeNull();
    expect([...dataset.orders.offsets]).toEqual([0]);
  });
});
