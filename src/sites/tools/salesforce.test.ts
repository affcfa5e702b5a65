import { describe, expect, it } from 'vitest';
import { loaded, proposalsOfFixture } from '../../../tests/proposals-of';
import { dealsOf, recognised } from '../../../tests/tool-deals';

describe('Salesforce reports', () => {
  it('keeps opportunities as deals, the won ones as sales', async () => {
    const file = await proposalsOfFixture('salesforce/opportunities.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'salesforce-opportunities' });
    expect(found.targets).toEqual({
      'Opportunity ID': 'orderId',
      'Opportunity Name': 'custom',
      'Account Name': 'company',
      Stage: 'status',
      'Amount Currency': 'currency',
      Amount: 'total',
      'Close Date': 'time',
      'Lead Source': 'acquisitionSource',
      'Contact ID': 'crmId',
    });
    expect(dealsOf(await loaded(file))).toEqual({
      rows: [4, 0],
      sales: [1, 0, 0, 1],
      gross: [12_000, 0, 0, 800.25],
      returns: 0,
      currency: Array(4).fill('PLN'),
    });
  });

  it('sets the grand total apart, and the five lines at the end are no rows', async () => {
    const { survey } = await proposalsOfFixture('salesforce/opportunities.csv');
    const [table] = survey.tables;
    expect([table?.rows, table?.totals.length]).toEqual([4, 1]);
    expect(table?.preamble).toHaveLength(5);
    expect(table?.problems).toEqual([]);
  });

  it('keeps leads as people, with their status', async () => {
    const file = await proposalsOfFixture('salesforce/leads.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'salesforce-people' });
    expect(found.targets).toEqual({
      'Lead ID': 'crmId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Company / Account': 'company',
      Email: 'email',
      'Lead Source': 'acquisitionSource',
      'Lead Status': 'lifecycleStage',
      Country: 'personCountry',
      'Created Date': 'createdAt',
    });
    const { table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([3, 0]);
  });
});
