import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture } from '../../../tests/proposals-of';
import { dealsOf, recognised } from '../../../tests/tool-deals';
import { buildDataset } from '../../ingest/dataset/build-dataset';

describe('Pipedrive', () => {
  it('reads a spreadsheet’s day numbers as the moments they are', async () => {
    const { kept, table } = await loaded(await proposalsOfFixture('pipedrive/deals-serial.csv'));
    expect([table.rowsKept, table.refused.length]).toEqual([4, 0]);
    const { dataset } = buildDataset([kept], 1);
    // 46083 is 2 March 2026; .4201 of a day is 10:04:56. Open and lost deals stand on the day they were made.
    expect(
      [...dataset.orders.time].sort((a, b) => a - b).map((t) => new Date(t).toISOString().slice(0, 19)),
    ).toEqual(['2025-12-19T00:00:00', '2025-12-20T18:00:00', '2026-03-02T10:04:56', '2026-03-09T00:00:00']);
  });

  it('keeps deals: won ones as sales when they were won, open and lost ones as none', async () => {
    const file = await proposalsOfFixture('pipedrive/deals.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'pipedrive-deals' });
    expect(found.targets).toEqual({
      'Deal - ID': 'orderId',
      'Deal - Title': 'custom',
      'Deal - Value': 'total',
      'Deal - Currency of Value': 'currency',
      'Deal - Organization': 'company',
      'Deal - Contact person': 'name',
      'Deal - Stage': 'custom',
      'Deal - Status': 'status',
      'Deal - Won time': 'time',
      'Deal - Deal created': 'time',
      'Person - Email - Work': 'email',
    });
    expect(dealsOf(await loaded(file))).toMatchObject({
      rows: [4, 0],
      sales: [1, 0, 0, 1],
      gross: [12_000, 0, 0, 800.25],
    });
  });

  it('keeps people, in Polish and with semicolons', async () => {
    const file = await proposalsOfFixture('pipedrive/osoby-pl.csv');
    const found = recognised(file);
    expect(found).toMatchObject({ how: 'recognised', keep: true, recogniser: 'pipedrive-people' });
    expect(Object.values(found.targets)).toEqual([
      'personId',
      'name',
      'email',
      'phone',
      'company',
      'createdAt',
    ]);
    expect((await loaded(file)).table.rowsKept).toBe(2);
  });

  it('knows who bought by the name a deal is linked by, where the view has nothing better', async () => {
    const file = await proposalsOf(
      'deals.csv',
      'Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Contact person,Deal - Status,Deal - Won time\nA,10,PLN,Anna Nowak,Won,2026-01-01\nB,20,PLN,Anna Nowak,Won,2026-01-02\nC,5,PLN,Ben Ryan,Won,2026-01-02\n',
    );
    expect(file.tables[0]?.mapping.idSpace).toBe('pipedrive-names');
    expect(recognised(file).targets).toMatchObject({ 'Deal - Contact person': 'personId' });
    expect(buildDataset([(await loaded(file)).kept], 1).dataset.people.size).toBe(2);
  });
});
