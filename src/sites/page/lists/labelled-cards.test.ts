import { describe, expect, it } from 'vitest';
import { labelledCards } from './labelled-cards';

const table = (cards: readonly (readonly string[])[]) => {
  const shape = labelledCards(cards);
  return shape && [shape.columns, ...cards.map(shape.row)];
};

describe('labelledCards', () => {
  it('takes for labels what cards say alike and follow with something of their own', () => {
    expect(
      table([
        ['Anna Nowak', 'Miasto', 'Łódź', 'Zamówienia', '3'],
        ['Jan Kowal', 'Miasto', 'Opole', 'Zamówienia', '12'],
        ['Ola Lis', 'Miasto', 'Łódź', 'Zamówienia', '1'],
      ]),
    ).toEqual([
      ['', 'Miasto', 'Zamówienia'],
      ['Anna Nowak', 'Łódź', '3'],
      ['Jan Kowal', 'Opole', '12'],
      ['Ola Lis', 'Łódź', '1'],
    ]);
  });

  it('parts a label and its value where one text says both', () => {
    expect(
      table([
        ['#1', 'Total: 10,00 zł', 'Status:', ' ', 'Paid'],
        ['#2', 'Total: 7,00 zł', 'Status:', 'Paid'],
        ['#3', 'Total: 9,00 zł', 'Status:', 'Paid'],
      ]),
    ).toEqual([
      ['', 'Total', 'Status'],
      ['#1', '10,00 zł', 'Paid'],
      ['#2', '7,00 zł', 'Paid'],
      ['#3', '9,00 zł', 'Paid'],
    ]);
  });

  it('leaves a value blank that a card does not have, and takes no label for it', () => {
    expect(
      table([
        ['A', 'Phone', '111', 'Orders', '1'],
        ['B', 'Phone', 'Orders', '2'],
        ['C', 'Phone', '333', 'Orders', '3'],
      ])?.slice(1),
    ).toEqual([
      ['A', '111', '1'],
      ['B', '', '2'],
      ['C', '333', '3'],
    ]);
  });

  it('is none of comments, whose buttons and counts are labels too', () => {
    const prose = 'I bought this last year and it has been working without any trouble ever since then';
    expect(
      labelledCards(
        [1, 2, 3, 4].map((n) => [`User ${n}`, `${prose} ${n}`, 'Likes', String(n), 'Replies', `${n * 2}`]),
      ),
    ).toBeNull();
  });

  it('is none of tiles without labels, of two cards, and of cards that say the same', () => {
    expect(labelledCards([1, 2, 3].map((n) => [`Cup ${n}`, `${n},00 zł`, 'Add to cart']))).toBeNull();
    expect(labelledCards([1, 2].map((n) => ['City', `c${n}`, 'Orders', `${n}`]))).toBeNull();
    expect(labelledCards([1, 2, 3].map(() => ['Terms', 'Privacy', 'Contact', 'Imprint']))).toBeNull();
  });
});
