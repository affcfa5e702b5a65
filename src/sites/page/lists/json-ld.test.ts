import { describe, expect, it } from 'vitest';
import { jsonLdRecords } from './json-ld';

const product = (name: string, price: number) => ({
  '@type': 'Product',
  name,
  image: ['a.jpg', 'b.jpg'],
  description: 'Long words.',
  offers: { '@type': 'Offer', price, priceCurrency: 'PLN' },
});

describe('jsonLdRecords', () => {
  it('lists the products of an ItemList, nested names by their way', () => {
    const block = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, item: product('Kubek', 25) },
        { '@type': 'ListItem', position: 2, item: { ...product('Czajnik', 90.5), sku: 'CZ-1' } },
      ],
    });
    expect(jsonLdRecords([block])).toEqual([
      {
        type: 'Product',
        columns: ['name', 'offers.price', 'offers.priceCurrency', 'sku'],
        rows: [
          ['Kubek', '25', 'PLN', ''],
          ['Czajnik', '90.5', 'PLN', 'CZ-1'],
        ],
      },
    ]);
  });

  it('puts things of one type from several blocks and a graph into one table, and keeps types apart', () => {
    const order = { '@type': 'http://schema.org/Order', orderNumber: '7', price: '12.00' };
    const found = jsonLdRecords([
      JSON.stringify(product('A', 1)),
      JSON.stringify({ '@graph': [product('B', 2), order] }),
    ]);
    expect(found.map(({ type, rows }) => [type, rows.length])).toEqual([
      ['Product', 2],
      ['Order', 1],
    ]);
  });

  it('keeps the lines of an order as they are, for the import to part', () => {
    const lines = [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 2 },
    ];
    const [order] = jsonLdRecords([
      JSON.stringify({ '@type': 'Order', orderNumber: '7', orderedItem: lines }),
    ]);
    expect(order?.rows).toEqual([['7', JSON.stringify(lines)]]);
  });

  it.each([
    ['what a page says of itself', { '@type': 'WebSite', name: 'Shop', url: '/' }],
    ['breadcrumbs', { '@type': 'BreadcrumbList', itemListElement: [product('A', 1), product('B', 2)] }],
    ['questions', [1, 2].map((n) => ({ '@type': 'Question', name: `q${n}`, text: 't' }))],
    ['one event alone', { '@type': 'Event', name: 'Fair', startDate: '2026-10-01' }],
    ['no type', { name: 'a', price: 1 }],
    ['a bare word', 'hello'],
  ])('lists nothing of %s', (_, block) => {
    expect(jsonLdRecords([JSON.stringify(block), '{broken'])).toEqual([]);
  });

  it('is not lost in a block nested without end', () => {
    let deep: unknown = product('A', 1);
    for (let i = 0; i < 200; i++) deep = { '@type': 'ItemList', itemListElement: [deep] };
    expect(jsonLdRecords([JSON.stringify(deep)])).toEqual([]);
  });
});
