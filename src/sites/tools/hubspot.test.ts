import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture } from '../../../tests/proposals-of';
import { dealsOf, recognised } from '../../../tests/tool-deals';
import { textsOf } from '../../../tests/tool-exports';
import { buildDataset } from '../../ingest/dataset/build-dataset';
import { checkMapping } from '../../ingest/mapping/check-mapping';

const held = { how: 'recognised', keep: true };

describe('HubSpot', () => {
  it('keeps contacts as people, with their stage and where they came from', async () => {
    const file = await proposalsOfFixture('hubspot/contacts.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ ...held, table: 'people', recogniser: 'hubspot-contacts' });
    expect(found.targets).toEqual({
      'Record ID': 'crmId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      'Phone Number': 'phone',
      'Contact owner': 'custom',
      'Lead Status': 'custom',
      'Create Date': 'createdAt',
      'Lifecycle Stage': 'lifecycleStage',
      'Original Source': 'acquisitionSource',
      'Associated Company': 'company',
      'Associated Company IDs': 'custom',
      'Associated Deal IDs': 'custom',
      'Last Activity Date': 'custom',
    });
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([3, 0]);
    expect(textsOf(kept, 'lifecycleStage')).toEqual(['Customer', 'Lead', 'Marketing Qualified Lead']);
  });

  it('knows Polish labels', async () => {
    const found = recognised(await proposalsOfFixture('hubspot/kontakty-pl.csv'));
    expect(found).toMatchObject({ ...held, recogniser: 'hubspot-contacts' });
    expect(Object.values(found.targets)).toEqual([
      'crmId',
      'firstName',
      'lastName',
      'email',
      'phone',
      'custom',
      'custom',
      'createdAt',
      'lifecycleStage',
      'acquisitionSource',
    ]);
  });

  it('keeps companies apart from contacts of the same number or telephone', async () => {
    const file = await proposalsOfFixture('hubspot/companies.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ ...held, table: 'people', recogniser: 'hubspot-companies' });
    expect(found.targets).toMatchObject({
      'Record ID': 'crmId',
      'Company name': 'company',
      'Phone Number': 'custom',
      'Lifecycle Stage': 'lifecycleStage',
      Industry: 'industry',
    });
    const contacts = await loaded(await proposalsOfFixture('hubspot/contacts.csv'));
    const { kept } = await loaded(file);
    const both = buildDataset([contacts.kept, { ...kept, id: 'companies' }], 1);
    expect(both.join).toMatchObject({ people: 5, joined: 0 });
  });

  it('takes won deals for sales on their close date, and no others', async () => {
    const file = await proposalsOfFixture('hubspot/deals.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ ...held, table: 'orders', recogniser: 'hubspot-deals' });
    expect(found.targets).toMatchObject({
      'Record ID': 'orderId',
      'Deal Name': 'custom',
      'Deal Stage': 'status',
      Amount: 'total',
      Currency: 'currency',
      'Close Date': 'time',
      'Create Date': 'custom',
      'Associated Contact IDs': 'crmId',
      'Associated Company IDs': 'custom',
    });
    expect(dealsOf(await loaded(file))).toEqual({
      rows: [5, 0],
      sales: [1, 0, 0, 1, 1],
      gross: [12_000, 0, 0, 800.25, 1000],
      returns: 0,
      currency: Array(5).fill('PLN'),
    });
  });

  it('gives deals to the contacts they are with, and one with several to the first it names', async () => {
    const contacts = await loaded(await proposalsOfFixture('hubspot/contacts.csv'));
    const deals = await loaded(await proposalsOfFixture('hubspot/deals.csv'));
    const { dataset, facts } = buildDataset([contacts.kept, { ...deals.kept, id: 'deals' }], 1);
    expect(dataset.people.size).toBe(3);
    expect(facts.get('deals')?.unattributedRows).toBe(0);
    expect(deals.kept.passport.notes).toContainEqual({ code: 'several-people', params: { rows: 1 } });
  });

  it('keeps the whole list of whom a deal is with beside the one it counts for', async () => {
    const { kept } = await loaded(await proposalsOfFixture('hubspot/deals-associated.csv'));
    expect(textsOf(kept, 'crmId')).toEqual(['101', '103', null]);
    expect(textsOf(kept, 'Associated Contact IDs')).toEqual(['101;102', '103', null]);
  });

  it('gives deals without contacts to the companies they are with', async () => {
    const companies = await loaded(await proposalsOfFixture('hubspot/companies.csv'));
    const file = await proposalsOf(
      'hubspot-crm-exports-deals.csv',
      'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Pipeline,Close Date,Associated Company IDs\n1,A,Closed won,10,Ola,B2B,2026-01-01 10:00,9001\n2,B,Closed won,20,Ola,B2B,2026-01-02 10:00,9002\n',
    );
    expect(file.tables[0]?.mapping.idSpace).toBe('hubspot-companies');
    const { kept } = await loaded(file);
    const { dataset, join } = buildDataset([companies.kept, { ...kept, id: 'deals' }], 1);
    expect([dataset.people.size, join.joined]).toEqual([2, 2]);
  });

  it('believes a column that says what is won before the name of a stage', async () => {
    const file = await proposalsOf(
      'hubspot-crm-exports-deals.csv',
      'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Pipeline,Close Date,Is Closed Won\n1,A,Podpisane,10,Ola,B2B,2026-01-01 10:00,true\n2,B,W toku,20,Ola,B2B,2026-01-02 10:00,false\n',
    );
    const found = recognised(file);
    expect(found).toMatchObject({ ...held, recogniser: 'hubspot-deals' });
    expect(found.targets).toMatchObject({ 'Is Closed Won': 'status', 'Deal Stage': 'custom' });
    expect(dealsOf(await loaded(file)).sales).toEqual([1, 0]);
  });

  it('asks where no stage has a name that says it is won', async () => {
    const file = await proposalsOf(
      'hubspot-crm-exports-deals.csv',
      'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Pipeline,Close Date\n1,A,Podpisane,10,Ola,B2B,2026-01-01 10:00\n2,B,W toku,20,Ola,B2B,2026-01-02 10:00\n',
    );
    expect(recognised(file)).toMatchObject({ how: 'guessed', recogniser: 'hubspot-deals' });
    const faults = checkMapping(file.tables[0]!.mapping, file.survey.tables[0]!);
    expect(faults.map((f) => f.code)).toContain('orders/no-sale-seen');
  });

  it('knows deals by Polish labels', async () => {
    const file = await proposalsOfFixture('hubspot/transakcje-pl.csv');
    expect(recognised(file)).toMatchObject({ ...held, table: 'orders', recogniser: 'hubspot-deals' });
    expect(dealsOf(await loaded(file))).toMatchObject({ rows: [3, 0], sales: [1, 0, 0] });
  });
});
