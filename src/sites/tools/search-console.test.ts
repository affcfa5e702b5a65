import { describe, expect, it } from 'vitest';
import { loaded, proposalsOf, proposalsOfFixture, targetsOf } from '../../../tests/proposals-of';
import { sumOf, textsOf } from '../../../tests/tool-exports';

const FIGURES = ['clicks (count)', 'impressions (count)', 'clickThroughRate (rate)', 'position (ratio)'];

describe('Search Console', () => {
  it.each([
    ['devices.csv', 'deviceCategory', 3228, 409_090],
    ['zapytania.csv', 'query', 658, 53_908],
  ])('reads %s as a report by %s', async (name, dimension, clicks, impressions) => {
    const file = await proposalsOfFixture(`search-console/${name}`);
    expect(file.tables[0]).toMatchObject({ how: 'recognised', keep: true });
    expect(file.tables[0]?.mapping).toMatchObject({ table: 'reports', tool: 'search-console' });
    expect(Object.values(targetsOf(file.tables[0]!.mapping))).toEqual([dimension, ...FIGURES]);
    const { kept, table } = await loaded(file);
    expect([table.rowsKept, table.refused.length]).toEqual([3, 0]);
    expect([sumOf(kept, 'clicks'), sumOf(kept, 'impressions')]).toEqual([clicks, impressions]);
  });

  it('reads decimal commas of a Polish interface', async () => {
    const { kept } = await loaded(await proposalsOfFixture('search-console/zapytania.csv'));
    expect(textsOf(kept, 'query')).toContain('herbata, sklep');
    expect(sumOf(kept, 'clickThroughRate')).toBeCloseTo(0.1178, 6);
    expect(sumOf(kept, 'position')).toBeCloseTo(12.87, 6);
  });

  it('has nothing to keep of the list of filters', async () => {
    const { tables } = await proposalsOfFixture('search-console/filters.csv');
    expect(tables[0]?.keep).toBe(false);
  });

  it('knows the four figures by their shape where the interface speaks another language', async () => {
    const { tables } = await proposalsOf(
      'Zapytania.csv',
      'Legnépszerűbb lekérdezések,Kattintások,Impressions,CTR,Position\ntea,5,100,5%,3.2\nbögre,6,90,6.67%,3\n',
    );
    expect(tables[0]?.mapping).toMatchObject({ recogniser: 'search-console-table' });
    expect(Object.values(targetsOf(tables[0]!.mapping))).toEqual(['?', '? (count)', ...FIGURES.slice(1)]);
  });
});
