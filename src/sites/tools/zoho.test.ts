import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture } from '../../../tests/proposals-of';
import { dealsOf, recognised } from '../../../tests/tool-deals';

describe('Zoho CRM', () => {
  it('keeps deals, the won ones as sales', async () => {
    const file = await proposalsOfFixture('zoho/deals.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'zoho-deals' });
    expect(found.targets).toMatchObject({
      'Record Id': 'orderId',
      Amount: 'total',
      'Closing Date': 'time',
      Stage: 'status',
      'Contact Name.id': 'crmId',
      'Contact Name': 'name',
      'Account Name': 'company',
      'Lead Source': 'acquisitionSource',
      Currency: 'currency',
      'Created Time': 'custom',
    });
    expect(dealsOf(await loaded(file))).toMatchObject({
      rows: [3, 0],
      sales: [1, 0, 0],
      gross: [12_000, 0, 0],
    });
  });

  it('keeps contacts under the ids their deals name', async () => {
    const file = await proposalsOfFixture('zoho/contacts.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'zoho-people' });
    expect(found.targets).toMatchObject({
      'Record Id': 'crmId',
      Email: 'email',
      Phone: 'phone',
      'Mailing Street': 'left-out',
      'Mailing City': 'personCity',
      'Created Time': 'createdAt',
      Tag: 'tags',
    });
    expect((await loaded(file)).table.rowsKept).toBe(2);
  });
});
