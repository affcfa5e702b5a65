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
