import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { importFiles, memoryEngine } from '../memory-engine';
import { HELD_REQUEST } from '../segment-members';
import { hasShared, sharedBytes, sharedText } from '../shared-data';

const PATH = 'data/online_retail/online_retail.csv.gz';

describe.skipIf(!hasShared)('Online Retail by country (needs shared data)', () => {
  it('gives each country the customers and the revenue its rows add up to', async () => {
    const { engine } = memoryEngine();
    await importFiles(engine, new File([sharedBytes(PATH) as Uint8Array<ArrayBuffer>], 'online_retail.csv'));
    const ask = (metricId: string) =>
      engine.byRegion({
        comparison: { ...HELD_REQUEST, segmentIds: ['library:one-time'] },
        metricId,
        by: 'country',
      });
    const customers = await ask('customers');
    const revenue = await ask('revenue-per-customer');

    const { data } = Papa.parse<Record<string, string>>(sharedText(PATH), {
      header: true,
      skipEmptyLines: true,
    });
    const countriesOf = new Map<string, Set<string>>();
    const spentOf = new Map<string, number>();
    for (const row of data) {
      const id = row['CustomerID'] ?? '';
      if (id === '') continue;
      countriesOf.set(id, (countriesOf.get(id) ?? new Set()).add(row['Country'] ?? ''));
      spentOf.set(id, (spentOf.get(id) ?? 0) + Number(row['Quantity']) * Number(row['UnitPrice']));
    }
    // Eight customers bought from two countries: the countries they touch are left to the other tests.
    const mixed = new Set([...countriesOf.values()].filter((c) => c.size > 1).flatMap((c) => [...c]));
    const counted = new Map<string, string[]>();
    for (const [id, countries] of countriesOf)
      for (const country of countries) counted.set(country, [...(counted.get(country) ?? []), id]);

    const plain = [...counted].filter(([country]) => !mixed.has(country));
    const large = plain.filter(([, ids]) => ids.length >= 10);
    expect(large.map(([country]) => country)).toEqual(expect.arrayContaining(['Germany', 'France']));
    for (const [country, ids] of large) {
      const found = customers.regions.find(({ name }) => name === country);
      expect([country, found?.people]).toEqual([country, ids.length]);
      const cell = revenue.regions.find(({ name }) => name === country)?.everyone.cell;
      const spent = ids.reduce((sum, id) => sum + (spentOf.get(id) ?? 0), 0);
      expect(cell?.state === 'value' ? cell.value / 100 : null, country).toBeCloseTo(spent / ids.length, 4);
    }
    const small = plain.filter(([, ids]) => ids.length < 10).map(([country, ids]) => [country, ids.length]);
    for (const [name, people] of small) expect(customers.folded).toContainEqual({ name, people });
    const all = [...customers.regions, ...customers.folded].reduce((n, { people }) => n + people, 0);
    expect(all + customers.unplaced).toBe(4_372);
    expect(customers.regions[0]?.name).toBe('United Kingdom');
  }, 240_000);
});
