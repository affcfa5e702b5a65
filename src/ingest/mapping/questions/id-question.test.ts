import { describe, expect, it } from 'vitest';
import { proposalsOf } from '../../../../tests/proposals-of';
import { idQuestion, type KnownSpace } from './id-question';

const orders = async () =>
  (
    await proposalsOf(
      'a.csv',
      'Order ID,Customer ID,Order date,Total\n1,7,2025-01-01,10.00\n2,8,2025-01-02,20.00\n',
    )
  ).tables[0]!.mapping;
const known = (more: Partial<KnownSpace> = {}): KnownSpace => ({
  space: 'Customer ID 0a0a0a',
  name: 'customers.csv',
  tool: 'generic',
  ids: ['personId'],
  ...more,
});

describe('the question whose numbers these are', () => {
  it('is asked where another file of nobody’s has ids of the same kind', async () => {
    const mapping = await orders();
    expect(idQuestion(mapping, mapping, [known(), known({ name: 'again.csv' })])).toEqual({
      headers: ['Customer ID'],
      spaces: [{ space: 'Customer ID 0a0a0a', name: 'customers.csv' }],
    });
  });

  it('is not asked of tools that have their own numbering, of other ids, or of the same shape', async () => {
    const mapping = await orders();
    expect(idQuestion(mapping, mapping, [])).toBeNull();
    expect(idQuestion(mapping, mapping, [known({ tool: 'shopify', space: 'shopify' })])).toBeNull();
    expect(idQuestion(mapping, mapping, [known({ ids: ['crmId'] })])).toBeNull();
    expect(idQuestion(mapping, mapping, [known({ space: mapping.idSpace })])).toBeNull();
  });
});
