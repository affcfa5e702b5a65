import { describe, expect, it } from 'vitest';
import { proposalsOf, targetsOf } from '../../../tests/proposals-of';
import { checkMapping } from './check-mapping';
import { proposeMapping } from './propose-mapping';

const asSpend = async (csv: string) => {
  const { survey } = await proposalsOf('x.csv', csv);
  const table = survey.tables[0]!;
  const mapping = proposeMapping(table, 'spend');
  return { targets: targetsOf(mapping), mapping, faults: checkMapping(mapping, table).map((f) => f.code) };
};

describe('a table of anybody’s as what ads cost', () => {
  it('takes day, campaign, cost and counts by their names, in Polish too', async () => {
    const { targets, mapping, faults } = await asSpend(
      'Dzień;Kampania;Wydatki (PLN);Kliknięcia;Wyświetlenia;Uwagi\n2026-09-01;Jesień;120,50;40;2300;a\n2026-09-02;Jesień;99,00;31;2100;b\n',
    );
    expect(targets).toEqual({
      Dzień: 'day',
      Kampania: 'campaign',
      'Wydatki (PLN)': 'cost',
      Kliknięcia: 'clicks',
      Wyświetlenia: 'impressions',
      Uwagi: 'custom',
    });
    expect([mapping.table, mapping.currency]).toEqual(['spend', 'PLN']);
    expect(faults).toEqual([]);
  });

  it('takes the one amount there is for the cost', async () => {
    const { targets } = await asSpend(
      'Date,Publisher,Budget used €\n2026-09-01,Radio,500.00\n2026-09-02,Radio,480.00\n',
    );
    expect(targets['Budget used €']).toBe('cost');
  });
});

describe('a table nobody is known to make', () => {
  const proposed = async (csv: string) => {
    const { tables } = await proposalsOf('x.csv', csv);
    const { mapping, keep } = tables[0]!;
    return { table: mapping.table, keep, targets: targetsOf(mapping) };
  };
  const AD_ROWS = '2026-09-01,Brand,2300,40,120.50,3\n2026-09-02,Generic,2100,31,99.00,1\n';

  it('is what ads cost, where it says what was spent, on which campaign and what was clicked', async () => {
    expect(await proposed(`date,campaign,impressions,clicks,cost,conversions\n${AD_ROWS}`)).toEqual({
      table: 'spend',
      keep: true,
      targets: {
        date: 'day',
        campaign: 'campaign',
        impressions: 'impressions',
        clicks: 'clicks',
        cost: 'cost',
        conversions: 'conversions',
      },
    });
    const polish = await proposed(
      'Data;Kampania;Wyświetlenia;Kliknięcia;Koszt;Konwersje\n2026-09-01;Jesień;2300;40;120,50;3\n2026-09-02;Zima;2100;31;99,00;1\n',
    );
    expect(polish.table).toBe('spend');
    expect(
      (await proposed('Source,Medium,Clicks,Spend\nbing,cpc,40,120.50\ngoogle,cpc,31,99.00\n')).table,
    ).toBe('spend');
  });

  it('is no spend without a cost, and none where customers or orders stand in it', async () => {
    const notSpend = async (csv: string) => expect((await proposed(csv)).table).not.toBe('spend');
    await notSpend(
      'date,campaign,impressions,clicks,conversions\n2026-09-01,Brand,2300,40,3\n2026-09-02,B,2100,31,1\n',
    );
    await notSpend('Campaign,Sessions,Revenue\nBrand,2300,120.50\nGeneric,2100,99.00\n');
    await notSpend('Product,Date,Cost\nTea,2026-09-01,12.50\nMug,2026-09-02,9.00\n');
    await notSpend(
      'order_id,email,date,campaign,clicks,cost\n1,a@example.com,2026-09-01,Brand,4,12.50\n2,b@example.com,2026-09-02,Brand,3,9.00\n',
    );
  });
});
